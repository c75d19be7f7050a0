import { canonicalUrl, contentHash, itemIdentity } from '@throughline/feeds';
import type { CitableItem } from '@throughline/schema';
import { type Database, itemAtUrl, storePage } from '@throughline/store';
import { TRPCError } from '@trpc/server';
import type { FeedLooker } from './feed-looker.ts';

/** The item of the desk at an address, in whatever spelling it was pasted; null when there is none. */
export const itemAt = (db: Database, url: string): Promise<CitableItem | null> =>
  itemAtUrl(db, spellings(url));

/** Spellings of one address that lead to one page: with and without tracking marks, `www.` and a last slash. */
function spellings(url: string): string[] {
  const { hash, href } = new URL(url);
  const plain = canonicalUrl(url);
  const bare = plain.replace('https://', 'https://www.');
  const all = [href, hash === '' ? href : href.slice(0, -hash.length), plain, bare];
  const secure = all.flatMap((one) => [one, one.replace(/^https:/, 'http:')]);
  return [...new Set(secure.flatMap((one) => [one, one.endsWith('/') ? one.slice(0, -1) : `${one}/`]))];
}

/**
 * Fetches a page as an item, politely and guarded; one that is here already is not fetched again.
 * @throws BAD_REQUEST with a sentence for people when there is nothing to read
 */
export async function fetchItem(
  { db, looker }: { db: Database; looker: FeedLooker },
  url: string,
  now: Date,
): Promise<CitableItem> {
  const known = await itemAt(db, url);
  if (known !== null) return known;
  const page = await looker.page(url);
  if (page.kind === 'failed') throw new TRPCError({ code: 'BAD_REQUEST', message: page.message });
  const contentText = page.article?.contentText ?? page.text;
  if (contentText.trim() === '')
    throw new TRPCError({ code: 'BAD_REQUEST', message: 'There are no words on this page.' });
  const title = page.article?.title ?? contentText.slice(0, 100).split('\n', 1)[0] ?? page.url;
  const item = { guid: null, url: page.url, title, summary: '', contentText, publishedAt: null };
  await storePage(
    db,
    {
      ...item,
      key: itemIdentity(item, null),
      hash: contentHash(item),
      language: page.article?.language ?? null,
      categories: [],
      enclosures: [],
      commentsUrl: null,
      contentHtml: page.article?.contentHtml ?? null,
      authors: page.article?.byline ? [{ name: page.article.byline, email: null, url: null }] : [],
      updatedAt: null,
    },
    now,
  );
  const stored = await itemAt(db, page.url);
  if (stored === null) throw new Error('the page was not stored');
  return stored;
}
