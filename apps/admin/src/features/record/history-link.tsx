import { Link } from '@tanstack/react-router';
import type { AuditObject } from '@throughline/schema';
import { useMessages } from '../../i18n/messages.tsx';
import { useMay } from '../../ui/may.tsx';

/** Leads to what the record says of one thing. */
export function HistoryLink({ object, id }: { object: AuditObject; id: string | number }) {
  const m = useMessages();
  if (!useMay('curator')) return null;
  return (
    <Link
      to="/settings/$part"
      params={{ part: 'record' }}
      search={{ object, id: String(id) }}
      className="button button-plain"
    >
      {m.record.history}
    </Link>
  );
}
