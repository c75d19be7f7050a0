import { useQuery } from '@tanstack/react-query';
import type { ForgottenItem } from '@throughline/schema';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { failureOf } from '../../lib/api.ts';
import { Empty, Loading } from '../../ui/states.tsx';
import { forgottenQuery } from './queries.ts';
import { safeAddress } from './readable.ts';

interface MissingItemProps {
  id: number;
  error: Error;
  retry(): void;
}

/** An item that could not be read. One that retention removed is no failure: its address says when it went. */
export function MissingItem({ id, error, retry }: MissingItemProps) {
  const m = useMessages();
  const missing = failureOf(error).kind === 'missing';
  const forgotten = useQuery({ ...forgottenQuery(id), enabled: missing });
  if (missing && forgotten.isPending) return <Loading label={m.loading} />;
  if (forgotten.data != null) return <GoneItem item={forgotten.data} />;
  return <QueryProblem error={error} retry={retry} />;
}

function GoneItem({ item: { title, url, publisher, forgottenAt } }: { item: ForgottenItem }) {
  const m = useMessages();
  const format = useFormat();
  const original = safeAddress(url);
  return (
    <Empty
      title={
        forgottenAt === null ? m.retention.itemGone : m.retention.itemGoneOn(format.dateTime(forgottenAt))
      }
    >
      <p dir="auto">
        <strong>{title}</strong>
      </p>
      <p className="soft" dir="auto">
        {publisher}
      </p>
      <p>{m.retention.itemGoneText}</p>
      {original !== null && (
        <a className="button button-framed" href={original} target="_blank" rel="noreferrer noopener">
          {m.retention.itemGoneOriginal}
        </a>
      )}
    </Empty>
  );
}
