import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ViewName, viewSegment } from '../features/review/address.ts';
import { countsQuery, savedCountsQuery, savedViewsQuery } from '../features/review/queries.ts';
import { topicsQuery } from '../features/topics/queries.ts';
import { inboxQuery } from '../features/work/queries.ts';
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
              {screen === 'today' && <ForYou />}
            </Link>
            {screen === 'review' && <RailViews />}
          </li>
        ))}
      </ul>
      <RailFoot />
    </nav>
  );
}

/** How much of the inbox was not put away. */
function ForYou() {
  const m = useMessages();
  const format = useFormat();
  const unseen = useQuery(inboxQuery).data?.filter((entry) => entry.unseen).length ?? 0;
  if (unseen === 0) return null;
  return (
    <span className="rail-for-you" role="img" aria-label={m.work.unseen(unseen)}>
      {format.number(unseen)}
    </span>
  );
}

function RailViews() {
  const m = useMessages();
  const topics = useQuery(topicsQuery);
  const counts = useQuery(countsQuery);
  const unreviewed = new Map(counts.data?.topics.map((count) => [count.topic, count.unreviewed]));
  const { starred = 0, snoozed = 0, doubted = 0 } = counts.data ?? {};
  return (
    <>
      <ul className="rail-views" aria-label={m.review.views}>
        <RailView name={{ kind: 'queue' }} label={m.review.queue} count={counts.data?.all.unreviewed} />
        {topics.data
          ?.filter((topic) => topic.enabled)
          .map((topic) => (
            <RailView
              key={topic.id}
              name={{ kind: 'topic', topic: topic.id }}
              label={topic.name}
              colour={topic.colour}
              count={unreviewed.get(topic.id)}
            />
          ))}
        <RailView name={{ kind: 'mark', mark: 'doubted' }} label={m.review.marks.doubted} count={doubted} />
        <RailView name={{ kind: 'mark', mark: 'starred' }} label={m.review.marks.starred} count={starred} />
        <RailView name={{ kind: 'mark', mark: 'snoozed' }} label={m.review.marks.snoozed} count={snoozed} />
        <RailView name={{ kind: 'everything' }} label={m.review.everything} count={counts.data?.everything} />
      </ul>
      <SavedViews />
    </>
  );
}

function SavedViews() {
  const m = useMessages();
  const views = useQuery(savedViewsQuery);
  const counts = useQuery({ ...savedCountsQuery, enabled: (views.data?.length ?? 0) > 0 });
  if (views.data === undefined || views.data.length === 0) return null;
  const items = new Map(counts.data?.map((count) => [count.id, count.items ?? undefined]));
  return (
    <ul className="rail-views" aria-label={m.review.savedViews}>
      {views.data.map(({ id, name }) => (
        <RailView key={id} name={{ kind: 'saved', saved: id }} label={name} count={items.get(id)} />
      ))}
    </ul>
  );
}

interface RailViewProps {
  name: ViewName;
  label: string;
  colour?: string;
  count: number | undefined;
}

function RailView({ name, label, colour, count }: RailViewProps) {
  const format = useFormat();
  return (
    <li>
      <Link
        to="/review/$view"
        params={{ view: viewSegment(name) }}
        className="rail-link"
        activeOptions={ANY_SEARCH}
      >
        {colour !== undefined && <TopicDot colour={colour} />}
        <span dir="auto">{label}</span>
        <span className="rail-count">{count === undefined || count === 0 ? '' : format.number(count)}</span>
      </Link>
    </li>
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
