import type { FetchFailureCode } from '@throughline/schema';
import type { FetchOnce } from '../discover/preview.ts';
import { htmlToText } from '../normalise/html-text.ts';
import { decodeBytes } from '../parse/charset.ts';
import { type Article, extractArticle } from './extract-article.ts';

type PageFailure<Code> = { kind: 'failed'; url: string; code: Code; message: string };

/** `no-article`: the page was read, but holds nothing that looks like an article. */
export type FullText =
  | { kind: 'article'; url: string; article: Article }
  | PageFailure<FetchFailureCode | 'no-article'>;

/** A web page as it reads: its article where one can be told from the rest, and all of its words. */
export type WebPage =
  | { kind: 'page'; url: string; article: Article | null; text: string }
  | PageFailure<FetchFailureCode | 'no-page'>;

/** Fetches a web page. The caller brings the guard and the politeness; one page is one request. */
export async function readWebPage(fetchOnce: FetchOnce, url: string): Promise<WebPage> {
  const outcome = await fetchOnce(url);
  if (outcome.kind === 'failed') return { kind: 'failed', url, code: outcome.code, message: outcome.message };
  const type = (outcome.kind === 'body' ? outcome.contentType : null) ?? 'text/html';
  if (outcome.kind === 'unchanged' || !/html|xml/i.test(type)) {
    return { kind: 'failed', url, code: 'no-page', message: 'This is not a web page.' };
  }
  const html = decodeBytes(outcome.body, outcome.contentType).text;
  const article = extractArticle(html, outcome.finalUrl);
  return { kind: 'page', url: outcome.finalUrl, article, text: htmlToText(html) };
}

/**
 * Fetches an item's page and takes the article out of it: for sources that carry teasers only, and only where a person
 * switched it on.
 */
export async function readFullText(fetchOnce: FetchOnce, url: string): Promise<FullText> {
  const page = await readWebPage(fetchOnce, url);
  if (page.kind === 'failed') {
    return { ...page, code: page.code === 'no-page' ? 'no-article' : page.code };
  }
  if (page.article !== null) return { kind: 'article', url: page.url, article: page.article };
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
