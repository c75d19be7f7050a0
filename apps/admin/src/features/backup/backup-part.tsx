import { queryOptions, useQuery } from '@tanstack/react-query';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useFormat, useNow } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { Loading } from '../../ui/states.tsx';
import './backup.css';

const backupQuery = queryOptions({
  queryKey: ['backup'],
  queryFn: ({ signal }) => api.desk.backup.query(undefined, { signal }),
});

const MAKE = 'pnpm -s throughline backup --out FILE';
const RESTORE = 'pnpm -s throughline restore FILE --data DIR';

/** When the desk was last saved elsewhere, and how that is done. */
export function BackupPart() {
  const m = useMessages();
  const format = useFormat();
  const now = useNow();
  const backup = useQuery(backupQuery);
  if (backup.error !== null) return <QueryProblem error={backup.error} retry={() => void backup.refetch()} />;
  if (backup.data === undefined) return <Loading label={m.loading} />;
  const { last } = backup.data;
  return (
    <section className="backup">
      <h2>{m.backup.title}</h2>
      <p className="soft small">{m.backup.lead}</p>
      {last === null ? (
        <p className="backup-last">{m.backup.never}</p>
      ) : (
        <p className="backup-last">
          <time dateTime={last.at} title={format.dateTime(last.at)}>
            {m.backup.last(format.relative(last.at, now))}
          </time>{' '}
          <span className="soft">
            {m.backup.holds(last.items, last.storylines, format.bytes(last.bytes))}
          </span>
        </p>
      )}
      <CommandLine label={m.backup.make} command={MAKE} />
      <CommandLine label={m.backup.restore} command={RESTORE} />
      <p className="soft small">{m.backup.careful}</p>
    </section>
  );
}

function CommandLine({ label, command }: { label: string; command: string }) {
  return (
    <div className="backup-command">
      <span>{label}</span>
      <code dir="ltr">{command}</code>
    </div>
  );
}
