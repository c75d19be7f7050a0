import { Link } from '@tanstack/react-router';
import type { ItemDetail } from '@throughline/schema';
import { useFormat, useNow } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { Icon } from '../../ui/icons.tsx';
import { HistoryLink } from '../record/history-link.tsx';
import { type ViewName, verdictTopic, viewSegment } from './address.ts';
import { isWaiting } from './decisions.ts';
import { useOthers } from './presence.ts';
import { shownVerdict } from './verdicts.ts';

/** Whose it is, of when, and what was decided; publisher, source and language lead to their own views. */
export function ItemMeta({ item, name }: { item: ItemDetail; name: ViewName }) {
  const m = useMessages();
  const format = useFormat();
  const now = useNow();
  const verdict = shownVerdict(item.verdicts, verdictTopic(name));
  const authors = item.revision.authors.flatMap((author) => author.name ?? author.email ?? []);
  const language = item.language?.toLowerCase().split('-')[0];
  return (
    <div className="item-meta">
      <ViewLink to={{ kind: 'publisher', publisher: item.publisher.id }} className="item-publisher">
        {item.publisher.name}
      </ViewLink>
      {item.source.title !== item.publisher.name && (
        <ViewLink to={{ kind: 'source', source: item.source.id }}>{item.source.title}</ViewLink>
      )}
      <time dateTime={item.at} title={format.relative(item.at, now)}>
        {format.dateTime(item.at)}
      </time>
      {authors.length > 0 && <span dir="auto">{m.review.by(format.list(authors))}</span>}
      {language && <ViewLink to={{ kind: 'language', language }}>{format.language(language)}</ViewLink>}
      <HistoryLink object="item" id={item.id} look="text" />
      {verdict && (
        <span className="item-verdict" data-verdict={verdict.value}>
          {m.review.verdictBy(
            verdict.value === 'relevant' ? m.review.relevant : m.review.notRelevant,
            verdict.by,
            isWaiting(item.id) ? m.review.waitingToSend : format.relative(verdict.at, now),
          )}
        </span>
      )}
    </div>
  );
}

interface ViewLinkProps {
  to: ViewName;
  className?: string;
  children: string;
}

function ViewLink({ to, className = '', children }: ViewLinkProps) {
  return (
    <Link
      to="/review/$view"
      params={{ view: viewSegment(to) }}
      className={`plain-link ${className}`}
      dir="auto"
    >
      {children}
    </Link>
  );
}

/** What people put on it, and who else has it open now. */
export function ItemMarks({ item }: { item: ItemDetail }) {
  const m = useMessages();
  const format = useFormat();
  const now = useNow();
  const others = useOthers()(item.id);
  const lines = item.marks.flatMap(({ kind, until, because, by }): [string, string][] => {
    if (kind === 'doubted')
      return [['flag', because === 'disagreement' ? m.review.disputedBy(by) : m.review.doubtedBy(by)]];
    if (kind !== 'snoozed' || until === null) return [];
    return [
      ['clock', Date.parse(until) > now ? m.review.snoozedUntil(format.dateTime(until)) : m.review.woke],
    ];
  });
  return (
    <div className="item-marks" role="status">
      {lines.map(([icon, text]) => (
        <span key={text}>
          <Icon name={icon as 'flag' | 'clock'} width={14} height={14} /> {text}
        </span>
      ))}
      {others.length > 0 && <span className="item-others">{m.review.lookingNow(format.list(others))}</span>}
    </div>
  );
}
