import { Link } from '@tanstack/react-router';
import type { AuditEntry } from '@throughline/schema';
import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';

/** One line of the record: when, who, what; and what it said before and after. */
export function Entry({ entry }: { entry: AuditEntry }) {
  const m = useMessages();
  const format = useFormat();
  const action = lookUp(m.record.actions, entry.action);
  const part = entry.part === null ? null : lookUp(m.record.parts, entry.part);
  const fields = [...new Set([...Object.keys(entry.before), ...Object.keys(entry.after)])];
  return (
    <li className="record-entry settings-entry">
      <div className="record-head">
        <time className="soft small" dateTime={entry.at}>
          {format.dateTime(entry.at)}
        </time>
        <span className="record-who" dir="auto">
          {entry.actor?.name ?? (entry.via === null ? m.record.theDesk : entry.via)}
        </span>
        {entry.actor !== null && entry.via !== null && (
          <span className="soft small" dir="auto">
            {entry.via}
          </span>
        )}
        <span>
          {m.record.objects[entry.object]}
          {part !== null && m.record.partOf(part)}
        </span>
        <span className="record-action">{action}</span>
      </div>
      <ObjectLink entry={entry}>{entry.label === '' ? m.record.unnamed : entry.label}</ObjectLink>
      {fields.length > 0 && (
        <dl className="record-fields">
          {fields.map((field) => (
            <Change key={field} field={field} entry={entry} />
          ))}
        </dl>
      )}
    </li>
  );
}

/** A field as it was and as it became. */
function Change({ field, entry }: { field: string; entry: AuditEntry }) {
  const m = useMessages();
  const words = useWords();
  const [was, is] = [entry.before[field], entry.after[field]];
  return (
    <div>
      <dt>{lookUp(m.record.fields, field)}</dt>
      <dd>
        {was !== undefined && (
          <del dir="auto">
            <span className="hidden">{m.record.before}</span>
            {words(field, was)}
          </del>
        )}
        {is !== undefined && (
          <ins dir="auto">
            <span className="hidden">{m.record.after}</span>
            {words(field, is)}
          </ins>
        )}
      </dd>
    </div>
  );
}

const SHOWN = 600;

/** Values as people read them: roles and verdicts by their words, moments as dates, the rest as it is. */
function useWords(): (field: string, value: unknown) => string {
  const m = useMessages();
  const format = useFormat();
  return (field, value) => {
    if (typeof value === 'boolean') return value ? m.record.yes : m.record.no;
    if (typeof value === 'number') return format.number(value);
    if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
      return format.list(field === 'events' ? value.map((one) => lookUp(m.webhooks.events, one)) : value);
    if (typeof value !== 'string') return JSON.stringify(value).slice(0, SHOWN);
    if (field === 'role') return lookUp(m.people.roles, value);
    if (field === 'verdict')
      return lookUp({ relevant: m.review.relevant, not_relevant: m.review.notRelevant }, value);
    if (field === 'reason') return lookUp(m.review.reasons, value);
    if (field === 'mark') return lookUp(m.review.marks, value);
    if (field === 'because') return lookUp(m.record.because, value);
    if (/^until$|_at$|_since$|_before$/.test(field) && !Number.isNaN(Date.parse(value)))
      return format.dateTime(value);
    return value.length > SHOWN ? `${value.slice(0, SHOWN)} …` : value;
  };
}

/** The word for a name that the database uses; new names show as they are. */
const lookUp = (words: Readonly<Record<string, string>>, name: string): string =>
  (Object.hasOwn(words, name) ? words[name] : undefined) ?? name.replaceAll('_', ' ');

/** Leads to the thing itself, where it has a page. */
function ObjectLink({ entry: { object, objectId }, children }: { entry: AuditEntry; children: ReactNode }) {
  const id = Number(objectId);
  const look = { className: 'record-label plain-link', dir: 'auto' } as const;
  switch (object) {
    case 'item':
      return (
        <Link to="/review/$view" params={{ view: 'everything' }} search={{ item: id }} {...look}>
          {children}
        </Link>
      );
    case 'story':
      return (
        <Link to="/stories/$id" params={{ id: objectId }} {...look}>
          {children}
        </Link>
      );
    case 'storyline':
      return (
        <Link to="/storylines/$id" params={{ id: objectId }} {...look}>
          {children}
        </Link>
      );
    case 'source':
      return (
        <Link to="/sources" search={{ source: id }} {...look}>
          {children}
        </Link>
      );
    case 'topic':
      return (
        <Link to="/topics" search={{ topic: objectId }} {...look}>
          {children}
        </Link>
      );
    default:
      return (
        <span className="record-label" dir="auto">
          {children}
        </span>
      );
  }
}
