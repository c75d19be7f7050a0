import { useQuery } from '@tanstack/react-query';
import type { StorylineDetail } from '@throughline/schema';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import type { api } from '../../lib/api.ts';
import { Loading } from '../../ui/states.tsx';
import { useEditing } from './editing.ts';
import { timelineQuery } from './queries.ts';
import './timeline.css';

type Entry = Awaited<ReturnType<typeof api.storylines.timeline.query>>[number];

/** What happened and who reported it when: the publishers over time, then every event and report in order. */
export function Timeline({ storyline }: { storyline: StorylineDetail }) {
  const m = useMessages();
  const timeline = useQuery(timelineQuery(storyline.id, storyline.revision));
  return (
    <aside className="material" aria-labelledby="timeline">
      <h2 id="timeline">{m.storylines.side.timeline}</h2>
      {timeline.data === undefined ? (
        timeline.error !== null ? (
          <QueryProblem error={timeline.error} retry={() => void timeline.refetch()} />
        ) : (
          <Loading label={m.loading} />
        )
      ) : timeline.data.length === 0 ? (
        <p className="soft small">{m.storylines.timeline.none}</p>
      ) : (
        <>
          <Coverage entries={timeline.data} />
          <Line entries={timeline.data} />
        </>
      )}
    </aside>
  );
}

/** One row a publisher, one dot a report, from the first report to the last. */
function Coverage({ entries }: { entries: readonly Entry[] }) {
  const m = useMessages();
  const format = useFormat();
  const reports = entries.filter((entry) => entry.kind === 'coverage' && entry.publisher !== null);
  const times = reports.map(({ at }) => Date.parse(at));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const rows = new Map<string, Entry[]>();
  for (const report of reports)
    rows.set(report.publisher ?? '', [...(rows.get(report.publisher ?? '') ?? []), report]);
  const place = (at: string) => (last === first ? 50 : ((Date.parse(at) - first) / (last - first)) * 100);
  if (reports.length === 0) return null;
  return (
    <section aria-labelledby="coverage">
      <h3 id="coverage" className="small">
        {m.storylines.timeline.coverage}
      </h3>
      <ul className="coverage">
        {[...rows]
          .toSorted(([, a], [, b]) => b.length - a.length)
          .map(([publisher, own]) => (
            <li key={publisher}>
              <bdi className="coverage-name">{publisher}</bdi>
              <span className="coverage-line" aria-hidden="true">
                {own.map((report) => (
                  <span
                    key={`${report.at} ${report.footnote}`}
                    style={{ insetInlineStart: `${place(report.at)}%` }}
                    title={`${format.date(report.at)}: ${report.label}`}
                  />
                ))}
              </span>
              <span className="soft">{m.storylines.timeline.reports(own.length)}</span>
            </li>
          ))}
      </ul>
      <p className="coverage-ends soft small">
        <span>{format.date(new Date(first).toISOString())}</span>
        <span>{format.date(new Date(last).toISOString())}</span>
      </p>
    </section>
  );
}

function Line({ entries }: { entries: readonly Entry[] }) {
  const m = useMessages();
  const when = useWhen();
  const editing = useEditing();
  const days = new Map<string, Entry[]>();
  for (const entry of entries) {
    const day = when(entry.at);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  const go = (entry: Entry) => {
    if (entry.section !== null) document.getElementById(`section-title-${entry.section}`)?.focus();
    const noted = [...editing.numbers.get()].find(([, number]) => number === entry.footnote);
    if (noted !== undefined) editing.opened.set(noted[0]);
  };
  return (
    <ol className="timeline">
      {[...days].map(([day, list]) => (
        <li key={day}>
          <h3 className="small">{day}</h3>
          <ul>
            {list.map((entry, place) => (
              // The same report may be cited twice; its place tells them apart.
              <li key={`${entry.label} ${place}`} data-kind={entry.kind}>
                <button type="button" className="timeline-entry" onClick={() => go(entry)}>
                  <span className="soft">{m.storylines.timeline.kinds[entry.kind]}</span>{' '}
                  <span dir="auto">{entry.label}</span>{' '}
                  {entry.publisher !== null && <bdi className="soft">{entry.publisher}</bdi>}
                </button>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

/** A day, or only the month or year where no more is known. */
function useWhen(): (at: string) => string {
  const format = useFormat();
  return (at) => {
    if (/^\d{4}$/.test(at)) return at;
    if (/^\d{4}-\d{2}$/.test(at)) return format.month(`${at}-01T12:00:00Z`);
    return format.date(at.length === 10 ? `${at}T12:00:00Z` : at);
  };
}
