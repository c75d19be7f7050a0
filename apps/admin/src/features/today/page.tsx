import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Overview as OverviewData, Source, TopicToday } from '@throughline/schema';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useTitle } from '../../app/use-title.ts';
import { useFormat, useNow } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { saidIn } from '../../i18n/said.ts';
import { Sparkline } from '../../ui/sparkline.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { TopicName, topicColour } from '../../ui/topic.tsx';
import { viewSegment } from '../review/address.ts';
import { StoryLine } from '../stories/story-line.tsx';
import { StorylineNews } from '../storylines/storyline-news.tsx';
import { Inbox } from '../work/inbox.tsx';
import { todayQuery } from './queries.ts';
import { SetAside } from './set-aside.tsx';
import './today.css';

export function TodayPage() {
  const m = useMessages();
  useTitle(m.today.title);
  const today = useQuery(todayQuery);
  return (
    <div className="page today">
      <header className="page-head">
        <h1>{m.today.title}</h1>
      </header>
      {today.data !== undefined ? (
        <Overview {...today.data} />
      ) : today.error !== null ? (
        <QueryProblem error={today.error} retry={() => void today.refetch()} />
      ) : (
        <Loading label={m.loading} />
      )}
    </div>
  );
}

function Overview({ since, topics, stories, sourcesInTrouble, setAside, queued, unreviewed }: OverviewData) {
  const m = useMessages();
  const format = useFormat();
  const now = useNow();
  return (
    <>
      <div className="today-lead">
        <p>{m.today.lead(unreviewed, queued)}</p>
        {unreviewed > 0 && (
          <Link to="/review/$view" params={{ view: 'queue' }} className="button button-primary">
            {m.today.review}
          </Link>
        )}
      </div>
      <Inbox />
      <section aria-labelledby="today-topics">
        <h2 id="today-topics" className="today-heading">
          {m.today.topics}
          <time className="soft small" dateTime={since} title={format.dateTime(since)}>
            {m.today.since(format.relative(since, now))}
          </time>
        </h2>
        {topics.length === 0 ? (
          <Empty title={m.today.emptyTitle}>{m.today.emptyText}</Empty>
        ) : (
          <ul className="today-topics">
            {topics.map((topic) => (
              <TopicLine key={topic.topic} topic={topic} />
            ))}
          </ul>
        )}
      </section>
      <LargestStories stories={stories} />
      <StorylineNews />
      <Trouble sources={sourcesInTrouble} />
      <SetAside items={setAside} />
    </>
  );
}

function TopicLine({ topic }: { topic: TopicToday }) {
  const m = useMessages();
  const format = useFormat();
  const usual = format.number(Math.round(topic.usual * 10) / 10);
  const last = topic.days.at(-1)?.items ?? 0;
  return (
    <li className="today-topic" style={topicColour(topic.colour)}>
      <div className="today-topic-name">
        <Link
          to="/review/$view"
          params={{ view: viewSegment({ kind: 'topic', topic: topic.topic }) }}
          className="plain-link"
        >
          <TopicName colour={topic.colour}>{topic.name}</TopicName>
        </Link>
        {topic.spike && <strong className="today-spike">{m.today.spike}</strong>}
      </div>
      <div className="today-figures">
        <span className="today-new">
          {topic.newItems === 0 ? m.today.nothingNew : m.today.newItems(topic.newItems)}
        </span>
        <span className="soft small">{m.today.usual(usual)}</span>
      </div>
      <Sparkline
        days={topic.days}
        usual={topic.usual}
        spike={topic.spike}
        colour={topic.colour}
        label={m.today.chart(topic.name, topic.days.length, last, usual)}
      />
    </li>
  );
}

function LargestStories({ stories }: { stories: OverviewData['stories'] }) {
  const m = useMessages();
  return (
    <section aria-labelledby="today-stories">
      <h2 id="today-stories" className="today-heading">
        {m.today.stories}
      </h2>
      {stories.length === 0 ? (
        <p className="soft">{m.today.noStories}</p>
      ) : (
        <ul className="story-list">
          {stories.map((story) => (
            <StoryLine key={story.id} story={story} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Trouble({ sources }: { sources: readonly Source[] }) {
  const m = useMessages();
  const format = useFormat();
  const now = useNow();
  return (
    <section aria-labelledby="today-trouble">
      <h2 id="today-trouble" className="today-heading">
        {m.today.trouble}
      </h2>
      {sources.length === 0 ? (
        <p className="soft">{m.today.noTrouble}</p>
      ) : (
        <ul className="today-trouble">
          {sources.map((source) => (
            <li key={source.id}>
              <Link to="/sources" search={{ source: source.id }} className="plain-link" dir="auto">
                {source.title}
              </Link>
              <span className="soft">
                {source.cause === null ? m.sources.state[source.state] : saidIn(m, source.cause)}
              </span>
              {source.nextCheckAt !== null && (
                <span className="soft small today-next">
                  {m.sources.next}: {format.relative(source.nextCheckAt, now)}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
