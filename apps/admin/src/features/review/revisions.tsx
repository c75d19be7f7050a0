import { useQuery } from '@tanstack/react-query';
import type { ItemDetail, Revision } from '@throughline/schema';
import { useState } from 'react';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { textAttributes } from '../../lib/language.ts';
import { revisionDiffQuery } from './queries.ts';
import { ReadingText } from './reading-text.tsx';

const NO_COLOURS: ReadonlyMap<string, string> = new Map();

/** What the publisher changed, word by word, and what it said before; revisions are never overwritten. */
export function Revisions({ item }: { item: ItemDetail }) {
  const m = useMessages();
  const format = useFormat();
  if (item.earlier.length === 0) return null;
  const all = [item.revision, ...item.earlier];
  return (
    <section className="item-part">
      <h3>{m.review.revisions(item.earlier.length)}</h3>
      {all.slice(0, -1).map((revision) => (
        <Change key={revision.id} item={item} revision={revision} />
      ))}
      {item.earlier.map((revision) => (
        <details key={revision.id}>
          <summary>{m.review.revision(revision.number, format.dateTime(revision.observedAt))}</summary>
          <div className="item-text item-text-old" {...textAttributes(item.language)}>
            <p className="item-old-title">{revision.title}</p>
            <ReadingText
              html={revision.contentHtml}
              text={revision.contentText || revision.summary}
              marks={[]}
              colours={NO_COLOURS}
            />
          </div>
        </details>
      ))}
    </section>
  );
}

function Change({ item, revision }: { item: ItemDetail; revision: Revision }) {
  const m = useMessages();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const diff = useQuery({ ...revisionDiffQuery(item.id, revision.number), enabled: open });
  const parts = diff.data === undefined ? [] : [diff.data.title, diff.data.text];
  const changed = parts.some((part) => part.some(({ kind }) => kind !== 'same'));
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {m.review.whatChanged(revision.number)}
        <span className="soft">, {format.dateTime(revision.observedAt)}</span>
      </summary>
      {diff.error !== null && <QueryProblem error={diff.error} retry={() => void diff.refetch()} />}
      {diff.data !== undefined && !changed && <p className="soft">{m.review.noChange}</p>}
      {changed &&
        parts.map((part, n) => (
          <p
            key={n === 0 ? 'title' : 'text'}
            className={`item-text item-text-old ${n === 0 ? 'item-old-title' : ''}`}
            {...textAttributes(item.language)}
          >
            {shortened(part).map(({ kind, text, at }) =>
              kind === 'added' ? (
                <ins key={at}>{text}</ins>
              ) : kind === 'removed' ? (
                <del key={at}>{text}</del>
              ) : (
                <span key={at}>{text}</span>
              ),
            )}
          </p>
        ))}
    </details>
  );
}

/** Letters that are left on either side of a change. */
const AROUND = 160;

/** Long stretches that stayed the same are cut in the middle. */
function shortened(parts: readonly { kind: 'same' | 'added' | 'removed'; text: string }[]) {
  let at = 0;
  return parts.map(({ kind, text }, n) => {
    const place = at;
    at += text.length + 1;
    if (kind !== 'same' || text.length <= 2 * AROUND + 40) return { kind, text, at: place };
    const head = n === 0 ? '' : text.slice(0, AROUND);
    const tail = n === parts.length - 1 ? '' : text.slice(-AROUND);
    return { kind, text: `${head} … ${tail}`, at: place };
  });
}
