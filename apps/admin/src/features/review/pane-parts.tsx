import { Link } from '@tanstack/react-router';
import type { ItemDetail } from '@throughline/schema';
import { useFormat, useNow } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { safeAddress } from './readable.ts';

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
