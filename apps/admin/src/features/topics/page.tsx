import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Topic } from '@throughline/schema';
import { lazy, Suspense } from 'react';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useTitle } from '../../app/use-title.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { TopicDot, TopicName } from '../../ui/topic.tsx';
import { AddTopic } from './add-topic.tsx';
import { TOPIC_PARTS } from './address.ts';
import { NEW_TOPIC, useTopicEdits } from './drafts.ts';
import { topicsQuery } from './queries.ts';
import { TopicRules } from './rules.tsx';
import { TopicTest } from './test-text.tsx';
import { TaggingProgress, TopicActions } from './topic-actions.tsx';
import './topics.css';

// The editor and its comparisons are loaded when somebody opens them.
const TopicEditor = lazy(() => import('./editor.tsx').then((module) => ({ default: module.TopicEditor })));
const NewTopicEditor = lazy(() =>
  import('./editor.tsx').then((module) => ({ default: module.NewTopicEditor })),
);
const TopicQuality = lazy(() => import('./quality.tsx').then((module) => ({ default: module.TopicQuality })));
const TopicVersions = lazy(() =>
  import('./versions.tsx').then((module) => ({ default: module.TopicVersions })),
);

const route = getRouteApi('/topics');

export function TopicsPage() {
  const m = useMessages();
  useTitle(m.topics.title);
  const topics = useQuery(topicsQuery);
  return (
    <div className="page topics">
      <header className="page-head">
        <h1>{m.topics.title}</h1>
        <TaggingProgress />
        {topics.data !== undefined && <AddTopic topics={topics.data} />}
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
  const edits = useTopicEdits();
  const chosen = topics.find((topic) => topic.id === search.topic) ?? topics[0];
  return (
    <div className="topics-body">
      <div className="topics-left">
        <nav className="topic-tabs" aria-label={m.topics.title}>
          {topics.map((topic) => (
            <Link
              key={topic.id}
              to="/topics"
              search={({ show: _show, ...rest }) => ({ ...rest, topic: topic.id })}
              replace
              className="topic-tab"
              aria-current={topic === chosen && search.show !== 'new' ? 'true' : undefined}
            >
              <TopicDot colour={topic.colour} />
              <span dir="auto">{topic.name}</span>
              {edits.has(topic.id) && <span className="soft small">{m.topics.edit.unsaved}</span>}
            </Link>
          ))}
        </nav>
        {search.show === 'new' ? (
          <section className="topic-view" aria-labelledby="topic-name">
            <h2 id="topic-name">{m.topics.edit.newTitle}</h2>
            <Suspense fallback={<Loading label={m.loading} />}>
              <NewTopicEditor />
            </Suspense>
          </section>
        ) : (
          chosen && <TopicView topic={chosen} show={search.show} key={chosen.id} />
        )}
      </div>
      <TopicTest topics={topics} edited={search.show === 'new' ? NEW_TOPIC : (chosen?.id ?? NEW_TOPIC)} />
    </div>
  );
}

function TopicView({ topic, show }: { topic: Topic; show: (typeof TOPIC_PARTS)[number] | undefined }) {
  const m = useMessages();
  return (
    <section className="topic-view" aria-labelledby="topic-name">
      <header className="topic-view-head">
        <h2 id="topic-name">
          <TopicName colour={topic.colour}>{topic.name}</TopicName>
        </h2>
        {!topic.enabled && <span className="soft small">{m.topics.off}</span>}
      </header>
      {topic.description !== '' && (
        <p className="soft" dir="auto">
          {topic.description}
        </p>
      )}
      <TopicActions topic={topic} />
      <nav className="topic-parts" aria-label={m.topics.show.label}>
        {[undefined, ...TOPIC_PARTS].map((part) => (
          <Link
            key={part ?? 'rules'}
            to="/topics"
            search={{ topic: topic.id, ...(part === undefined ? {} : { show: part }) }}
            replace
            activeOptions={{ exact: true }}
            aria-current={part === show ? 'true' : undefined}
          >
            {m.topics.show[part ?? 'rules']}
          </Link>
        ))}
      </nav>
      <Suspense fallback={<Loading label={m.loading} />}>
        {show === undefined && <TopicRules definition={topic.definition} />}
        {show === 'edit' && <TopicEditor topic={topic} />}
        {show === 'quality' && <TopicQuality topic={topic} />}
        {show === 'versions' && <TopicVersions topic={topic} />}
      </Suspense>
    </section>
  );
}
