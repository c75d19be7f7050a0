import { describe, expect, it } from 'vitest';
import type { FetchOutcome } from '../fetch/fetch-feed.ts';
import { extractArticle } from './extract-article.ts';
import { isFuller, readFullText } from './read-full-text.ts';

const SENTENCES =
  'The council met on Tuesday, and after long talks its members agreed on a plan, which nobody had expected. ' +
  'Ships may pass from noon, officials said, while the talks on grain go on until the end of the month. ';
const BODY = `<p>${SENTENCES}</p><p>More: <a href="/next">the plan</a>, <img src="map.png" onerror="alert(1)"></p>
  <p>${SENTENCES}</p><p>${SENTENCES}<script>alert(1)</script></p>`;
const PAGE = `<!doctype html><html lang="en"><head><title>Grain deal | The News</title>
  <meta name="author" content="A. Writer"></head><body>
  <nav><ul>${'<li><a href="/section">Section and more words here</a></li>'.repeat(20)}</ul></nav>
  <main><article><h1>Grain deal</h1>${BODY}</article></main>
  <aside class="related">${'<p><a href="/other">Another headline altogether</a></p>'.repeat(10)}</aside>
  <footer>Imprint, contact, privacy</footer></body></html>`;

describe('extractArticle', () => {
  it('takes the article out of the page, sanitised and with absolute addresses', () => {
    const article = extractArticle(PAGE, 'https://n.example/2026/grain');
    expect(article).toMatchObject({ byline: 'A. Writer', language: 'en' });
    expect(article?.title).toContain('Grain deal');
    expect(article?.contentText.match(/The council met/g)).toHaveLength(3);
    expect(article?.contentText).not.toMatch(/Another headline|Imprint|Section/);
    expect(article?.contentHtml).toContain('href="https://n.example/next"');
    expect(article?.contentHtml).toContain('src="https://n.example/2026/map.png"');
    expect(article?.contentHtml).not.toMatch(/script|onerror|alert/);
  });

  it('reads pages that leave out what HTML lets them leave out', () => {
    const bare = extractArticle(`<title>T</title><div>${BODY}</div>`, 'https://n.example/');
    expect(bare?.contentText.match(/The council met/g)).toHaveLength(3);
    const based = extractArticle(
      `<html><head><base href="https://cdn.example/a/"></head>${BODY}</html>`,
      'https://n.example/',
    );
    expect(based?.contentHtml).toContain('src="https://cdn.example/a/map.png"');
  });

  it('finds no article where there is none', () => {
    for (const html of [
      '',
      'hello',
      '<html><body><p>Please accept our cookies.</p></body></html>',
      '{"a":1}',
    ]) {
      expect(extractArticle(html, 'https://n.example/')).toBeNull();
    }
  });

  it('stays fast on hostile pages', () => {
    const before = process.cpuUsage();
    const parts = [
      '<div>',
      '<p>',
      '<',
      '<br>',
      '<svg><path>',
      '<span>x</span>',
      '<!--',
      '&amp;',
      '<a href=x>',
      '<title>',
    ];
    for (const part of parts)
      extractArticle(part.repeat(Math.floor(1_500_000 / part.length)), 'https://n.example/');
    extractArticle('<div>'.repeat(399) + SENTENCES, 'https://n.example/');
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(8_000);
  });
});

describe('readFullText', () => {
  const answer = (change: object): FetchOutcome => ({
    url: 'https://n.example/1',
    finalUrl: 'https://n.example/2026/grain',
    status: 200,
    freshness: { cacheControl: null, expires: null, date: null, age: null, retryAfter: null },
    movedTo: null,
    durationMs: 1,
    bytes: 1,
    kind: 'body',
    body: Buffer.from(PAGE),
    bodyHash: '',
    contentType: 'text/html',
    validators: { etag: null, lastModified: null },
    link: [],
    ...change,
  });
  const read = (change: object) => readFullText(async () => answer(change), 'https://n.example/1');

  it('hands out the article, or says why there is none', async () => {
    expect(await read({})).toMatchObject({ kind: 'article', url: 'https://n.example/2026/grain' });
    expect(await read({ body: Buffer.from('<p>Hello</p>') })).toMatchObject({ code: 'no-article' });
    expect(await read({ contentType: 'application/pdf' })).toMatchObject({ code: 'no-article' });
    expect(await read({ kind: 'failed', code: 'timeout', message: 'Late.', permanent: false })).toEqual({
      kind: 'failed',
      url: 'https://n.example/1',
      code: 'timeout',
      message: 'Late.',
    });
  });

  it('prefers it only when it really holds more', () => {
    const article = extractArticle(PAGE, 'https://n.example/');
    if (article === null) throw new Error('no article');
    expect(isFuller(article, 'A teaser of one line.')).toBe(true);
    expect(isFuller(article, article.contentText)).toBe(false);
  });
});
