import { Link } from '@tanstack/react-router';
import type { AuditObject } from '@throughline/schema';
import { useMessages } from '../../i18n/messages.tsx';
import { useMay } from '../../ui/may.tsx';

interface HistoryLinkProps {
  object: AuditObject;
  id: string | number;
  /** `text` where it stands in a line of small text. */
  look?: 'button' | 'text';
}

/** Leads to what the record says of one thing. */
export function HistoryLink({ object, id, look = 'button' }: HistoryLinkProps) {
  const m = useMessages();
  if (!useMay('curator')) return null;
  return (
    <Link
      to="/settings/$part"
      params={{ part: 'record' }}
      search={{ object, id: String(id) }}
      className={look === 'text' ? 'plain-link' : 'button button-plain'}
    >
      {m.record.history}
    </Link>
  );
}
