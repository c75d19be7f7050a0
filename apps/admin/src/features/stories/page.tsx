import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { StoryRow } from '@throughline/schema';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useFormat, useNow } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { TopicDot } from '../../ui/topic.tsx';
import { topicsQuery } from '../topics/queries.ts';
import { storiesQuery } from './queries.ts';
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
      </header>
      {rows === undefined ? (
        stories.error !== null ? (
          <QueryProblem error={stories.error} retry={() => void stories.refetch()} />
        ) : (
          <Loading label={m.loading} />
        )
      ) : rows.length === 0 ? (
        <Empty title={m.stories.emptyTitle}>{m.stories.emptyText}</Empty>
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

function StoryLine({ story }: { story: StoryRow }) {
  const m = useMessages();
  const format = useFormat();
  const now = useNow();
  const topics = useQuery(topicsQuery);
  return (
    <li className="story-line">
      <Link to="/stories/$id" params={{ id: story.id }} className="plain-link" dir="auto">
        {story.headline}
      </Link>
      <p className="story-facts">
        {story.topics.map((id) => {
          const topic = topics.data?.find((known) => known.id === id);
          return (
            <span key={id} className="story-topic">
              <TopicDot colour={topic?.colour ?? '#888888'} />
              {topic?.name ?? id}
            </span>
          );
        })}
        <span>{m.stories.counts(story.reports, story.independent)}</span>
        {story.languages.length > 1 && (
          <span>{format.list(story.languages.map((code) => format.language(code)))}</span>
        )}
        <time dateTime={story.lastAt}>{format.relative(story.lastAt, now)}</time>
      </p>
    </li>
  );
}
