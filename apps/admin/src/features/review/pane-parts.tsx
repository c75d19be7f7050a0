import { Link } from '@tanstack/react-router';
import type { ItemDetail } from '@throughline/schema';
import { useFormat, useNow } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { textAttributes } from '../../lib/language.ts';
import { safeAddress } from './readable.ts';
import { ReadingText } from './reading-text.tsx';

const NO_COLOURS: ReadonlyMap<string, string> = new Map();

/** What the publisher said before; revisions are never overwritten. */
export function Revisions({ item }: { item: ItemDetail }) {
  const m = useMessages();
  const format = useFormat();
  if (item.earlier.length === 0) return null;
  return (
    <section className="item-part">
      <h3>{m.review.revisions(item.earlier.length)}</h3>
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

export function CitedIn({ item }: { item: ItemDetail }) {
  const m = useMessages();
  if (item.citedIn.length === 0) return null;
  return (
    <section className="item-part">
      <h3>{m.review.citedIn}</h3>
      <ul>
        {item.citedIn.map((storyline) => (
          <li key={storyline.id}>
            <Link to="/storylines/$id" params={{ id: String(storyline.id) }} dir="auto">
              {storyline.headline}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Enclosures({ item }: { item: ItemDetail }) {
  const m = useMessages();
  const format = useFormat();
  const now = useNow();
  const files = item.enclosures.flatMap((file) => {
    const href = safeAddress(file.url);
    return href === null ? [] : [{ ...file, href }];
  });
  return (
    <>
      {files.length > 0 && (
        <section className="item-part">
          <h3>{m.review.enclosures}</h3>
          <ul>
            {files.map((file) => (
              <li key={file.href}>
                <a href={file.href} target="_blank" rel="noopener nofollow noreferrer">
                  {decodeURIComponent(file.href.split('/').at(-1) ?? file.href)}
                </a>{' '}
                <span className="soft">
                  {file.type} {file.length !== null && file.length > 0 && format.bytes(file.length)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <dl className="item-facts">
        <dt>{m.review.firstSeen}</dt>
        <dd>
          <time dateTime={item.firstSeenAt}>{format.relative(item.firstSeenAt, now)}</time>
        </dd>
        {item.categories.length > 0 && (
          <>
            <dt>{m.review.categories}</dt>
            <dd>
              <bdi>{item.categories.join(', ')}</bdi>
            </dd>
          </>
        )}
      </dl>
    </>
  );
}
