import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { viewSegment } from '../features/review/address.ts';
import { countsQuery } from '../features/review/queries.ts';
import { topicsQuery } from '../features/topics/queries.ts';
import { useFormat } from '../i18n/format.ts';
import { useMessages } from '../i18n/messages.tsx';
import { Button } from '../ui/button.tsx';
import { Icon, type IconName } from '../ui/icons.tsx';
import { TopicDot } from '../ui/topic.tsx';
import { useCommandRunner } from './command-layer.tsx';
import { useConnection } from './connection.tsx';

const SCREENS = [
  'today',
  'review',
  'stories',
  'storylines',
  'topics',
  'sources',
  'settings',
] as const satisfies IconName[];

/** The screens, and under Review its views with how much waits in each. */
export function Rail() {
  const m = useMessages();
  return (
    <nav className="rail" aria-label={m.nav.label}>
      <div className="rail-mark">
        <img src="/mark.svg" alt="" width="22" height="22" />
        <span>{m.name}</span>
      </div>
      <ul className="rail-list">
        {SCREENS.map((screen) => (
          <li key={screen}>
            <Link to={`/${screen}`} className="rail-link" activeOptions={{ includeSearch: false }}>
              <Icon name={screen} />
              <span>{m.nav[screen]}</span>
            </Link>
            {screen === 'review' && <RailViews />}
          </li>
        ))}
      </ul>
      <RailFoot />
    </nav>
  );
}

function RailViews() {
  const m = useMessages();
  const format = useFormat();
  const topics = useQuery(topicsQuery);
  const counts = useQuery(countsQuery);
  const unreviewed = new Map(counts.data?.topics.map((count) => [count.topic, count.unreviewed]));
  const count = (n: number | undefined) => (
    <span className="rail-count">{n === undefined || n === 0 ? '' : format.number(n)}</span>
  );
  return (
    <ul className="rail-views" aria-label={m.review.views}>
      <li>
        <Link to="/review/$view" params={{ view: 'queue' }} className="rail-link" activeOptions={ANY_SEARCH}>
          <span>{m.review.queue}</span>
          {count(counts.data?.all.unreviewed)}
        </Link>
      </li>
      {topics.data
        ?.filter((topic) => topic.enabled)
        .map((topic) => (
          <li key={topic.id}>
            <Link
              to="/review/$view"
              params={{ view: viewSegment({ kind: 'topic', topic: topic.id }) }}
              className="rail-link"
              activeOptions={ANY_SEARCH}
            >
              <TopicDot colour={topic.colour} />
              <span dir="auto">{topic.name}</span>
              {count(unreviewed.get(topic.id))}
            </Link>
          </li>
        ))}
      <li>
        <Link
          to="/review/$view"
          params={{ view: 'everything' }}
          className="rail-link"
          activeOptions={ANY_SEARCH}
        >
          <span>{m.review.everything}</span>
          {count(counts.data?.everything)}
        </Link>
      </li>
    </ul>
  );
}

const ANY_SEARCH = { includeSearch: false };

function RailFoot() {
  const m = useMessages();
  const runner = useCommandRunner();
  const connection = useConnection();
  return (
    <div className="rail-foot">
      <Button look="plain" icon="search" keyHint="Mod+k" onClick={() => runner.run('palette')}>
        {m.nav.palette}
      </Button>
      <Button look="plain" icon="more" keyHint="?" onClick={() => runner.run('help')}>
        {m.nav.help}
      </Button>
      <div className="rail-status" data-away={connection.away || undefined}>
        <span>
          {connection.waiting > 0
            ? m.connection.waiting(connection.waiting)
            : connection.away
              ? m.connection.awayShort
              : m.connection.live}
        </span>
      </div>
    </div>
  );
}
