import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Topic } from '@throughline/schema';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useTitle } from '../../app/use-title.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { TopicDot, TopicName } from '../../ui/topic.tsx';
import { viewSegment } from '../review/address.ts';
import { topicsQuery } from './queries.ts';
import { TopicRules } from './rules.tsx';
import { TopicTest } from './test-text.tsx';
import './topics.css';

const route = getRouteApi('/topics');

export function TopicsPage() {
  const m = useMessages();
  useTitle(m.topics.title);
  const topics = useQuery(topicsQuery);
  return (
    <div className="page topics">
      <header className="page-head">
        <h1>{m.topics.title}</h1>
      </header>
      {topics.data === undefined ? (
        topics.error !== null ? (
          <QueryProblem error={topics.error} retry={() => void topics.refetch()} />
        ) : (
          <Loading label={m.loading} />
        )
      ) : topics.data.length === 0 ? (
        <Empty title={m.topics.emptyTitle}>{m.topics.emptyText}</Empty>
      ) : (
        <TopicsBody topics={topics.data} />
      )}
    </div>
  );
}

function TopicsBody({ topics }: { topics: readonly Topic[] }) {
  const m = useMessages();
  const search = route.useSearch();
  const chosen = topics.find((topic) => topic.id === search.topic) ?? topics[0];
  return (
    <div className="topics-body">
      <div className="topics-left">
        <nav className="topic-tabs" aria-label={m.topics.title}>
          {topics.map((topic) => (
            <Link
              key={topic.id}
              to="/topics"
              search={{ topic: topic.id }}
              replace
              className="topic-tab"
              aria-current={topic === chosen ? 'true' : undefined}
            >
              <TopicDot colour={topic.colour} />
              <span dir="auto">{topic.name}</span>
            </Link>
          ))}
        </nav>
        {chosen && <TopicView topic={chosen} />}
      </div>
      <TopicTest topics={topics} />
    </div>
  );
}

function TopicView({ topic }: { topic: Topic }) {
  const m = useMessages();
  return (
    <section className="topic-view" aria-labelledby="topic-name">
      <header className="topic-view-head">
        <h2 id="topic-name">
          <TopicName colour={topic.colour}>{topic.name}</TopicName>
        </h2>
        {!topic.enabled && <span className="soft small">{m.topics.off}</span>}
        <Link
          to="/review/$view"
          params={{ view: viewSegment({ kind: 'topic', topic: topic.id }) }}
          search={{ reviewed: true }}
          className="small"
        >
          {m.topics.review}
        </Link>
      </header>
      {topic.description !== '' && (
        <p className="soft" dir="auto">
          {topic.description}
        </p>
      )}
      <TopicRules definition={topic.definition} />
    </section>
  );
}
