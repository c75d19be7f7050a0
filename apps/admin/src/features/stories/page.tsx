import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { topicsQuery } from '../topics/queries.ts';
import { rebuildQuery, storiesQuery } from './queries.ts';
import { Rebuild } from './rebuild.tsx';
import { StoryLine } from './story-line.tsx';
import './stories.css';

const route = getRouteApi('/stories');

/** What the machine takes for one event each; the latest first. */
export function StoriesPage() {
  const m = useMessages();
  const search = route.useSearch();
  const stories = useInfiniteQuery(
    storiesQuery({ topic: search.topic ?? null, reports: search.all ? 1 : 2 }),
  );
  const rows = stories.data?.pages.flatMap((page) => page.rows);
  return (
    <div className="page stories">
      <header className="page-head">
        <h1>{m.stories.title}</h1>
        <Filters />
        <Rebuild />
      </header>
      {rows === undefined ? (
        stories.error !== null ? (
          <QueryProblem error={stories.error} retry={() => void stories.refetch()} />
        ) : (
          <Loading label={m.loading} />
        )
      ) : rows.length === 0 ? (
        <NoStories />
      ) : (
        <ul className="story-list">
          {rows.map((story) => (
            <StoryLine key={story.id} story={story} />
          ))}
        </ul>
      )}
      {stories.hasNextPage && (
        <Button disabled={stories.isFetchingNextPage} onClick={() => void stories.fetchNextPage()}>
          {m.stories.more}
        </Button>
      )}
    </div>
  );
}

/** While all is grouped anew the list begins empty: that is no desk without stories. */
function NoStories() {
  const m = useMessages();
  const { data: last } = useQuery(rebuildQuery);
  if (last != null && last.finishedAt === null) return <Empty title={m.stories.rebuild.running} />;
  return <Empty title={m.stories.emptyTitle}>{m.stories.emptyText}</Empty>;
}

function Filters() {
  const m = useMessages();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const topics = useQuery(topicsQuery);
  return (
    <div className="story-filters">
      <select
        className="input"
        aria-label={m.stories.topic}
        value={search.topic ?? ''}
        onChange={(event) => {
          const topic = event.target.value;
          void navigate({
            search: ({ topic: _topic, ...rest }) => (topic === '' ? rest : { ...rest, topic }),
          });
        }}
      >
        <option value="">{m.stories.allTopics}</option>
        {topics.data?.map((topic) => (
          <option key={topic.id} value={topic.id}>
            {topic.name}
          </option>
        ))}
      </select>
      <Button
        look="plain"
        aria-pressed={search.all === true}
        onClick={() =>
          void navigate({ search: ({ all, ...rest }) => (all === true ? rest : { ...rest, all: true }) })
        }
      >
        {m.stories.single}
      </Button>
    </div>
  );
}
