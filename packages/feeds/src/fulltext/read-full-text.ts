import type { FetchFailureCode } from '@throughline/schema';
import type { FetchOnce } from '../discover/preview.ts';
import { decodeBytes } from '../parse/charset.ts';
import { type Article, extractArticle } from './extract-article.ts';

/** `no-article`: the page was read, but holds nothing that looks like an article. */
export type FullText =
  | { kind: 'article'; url: string; article: Article }
  | { kind: 'failed'; url: string; code: FetchFailureCode | 'no-article'; message: string };

/**
 * Fetches an item's page and takes the article out of it: for sources that carry teasers only, and only where a person
 * switched it on. The caller brings the guard and the politeness; one page is one request.
 */
export async function readFullText(fetchOnce: FetchOnce, url: string): Promise<FullText> {
  const outcome = await fetchOnce(url);
  if (outcome.kind === 'failed') return { kind: 'failed', url, code: outcome.code, message: outcome.message };
  const type = (outcome.kind === 'body' ? outcome.contentType : null) ?? 'text/html';
  if (outcome.kind === 'unchanged' || !/html|xml/i.test(type)) {
    return { kind: 'failed', url, code: 'no-article', message: 'This is not a web page.' };
  }
  const article = extractArticle(decodeBytes(outcome.body, outcome.contentType).text, outcome.finalUrl);
  if (article !== null) return { kind: 'article', url: outcome.finalUrl, article };
  return {
    kind: 'failed',
    url,
    code: 'no-article',
    message: 'No article could be told from the rest of the page.',
  };
}

/** Is the article worth more than what the feed gave? A consent page or a paywall's first lines are not. */
export function isFuller(article: Article, feedText: string): boolean {
  return article.contentText.length >= Math.max(400, feedText.length * 1.3);
}
