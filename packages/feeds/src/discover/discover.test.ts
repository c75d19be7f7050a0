import { describe, expect, it } from 'vitest';
import type { FetchOutcome } from '../fetch/fetch-feed.ts';
import { discoverFeeds, siteAddress } from './discover-feeds.ts';
import { feedLinks } from './feed-links.ts';
import { previewFeed } from './preview.ts';

const FEED = `<rss version="2.0"><channel><title>News</title><link>https://n.example/</link>
  <item><title>One</title><link>https://n.example/1</link></item></channel></rss>`;

/** A small web: address -> body, or a failure's code. */
function web(pages: Record<string, string>) {
  const asked: string[] = [];
  const fetchOnce = async (url: string): Promise<FetchOutcome> => {
    asked.push(url);
    const text = pages[url];
    const common = {
      url,
      finalUrl: url,
      freshness: { cacheControl: null, expires: null, date: null, age: null, retryAfter: null },
      movedTo: null,
      durationMs: 1,
      bytes: 0,
    };
    if (text === undefined || text.startsWith('!')) {
      const code = text === '!refused' ? 'refused' : text === '!403' ? 'http-403' : 'http-404';
      return {
        ...common,
        kind: 'failed',
        status: null,
        code,
        said: { code: 'nothing' },
        message: 'No.',
        permanent: false,
      };
    }
    const contentType = text.startsWith('<rss') ? 'application/rss+xml' : 'text/html; charset=utf-8';
    const validators = { etag: '"1"', lastModified: null };
    return {
      ...common,
      kind: 'body',
      status: 200,
      body: Buffer.from(text),
      bodyHash: '',
      contentType,
      validators,
      link: [],
    };
  };
  return { asked, fetchOnce };
}

describe('feedLinks', () => {
  it('finds what a page announces, resolves it, and puts comments last', () => {
    const { title, links } = feedLinks(
      `<html><head><title> The
        News </title><base href="https://cdn.example/x/">
      <link rel="alternate" type="application/rss+xml" title="Comments Feed" href="/comments/feed/">
      <LINK REL='Alternate' TYPE="application/atom+xml; charset=utf-8" HREF="atom.xml#top" title="Top">
      <link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/7">
      <link rel="alternate" type="application/json+oembed" href="/oembed?format=json">
      <link rel="alternate" hreflang="fr" href="/fr/feed">
      <link rel="alternate stylesheet" type="text/xml" href="/feed.css">
      <link rel="alternate" type="application/feed+json" href="feed://bad">
      <link rel="feed" href="https://other.example/all">
      </head><body><a href="/rss">Our <b>RSS</b></a><a href="/how-to-use-rss-feeds">How</a><a href="/world.rss">World</a>
      <a href="javascript:alert(1)/feed">x</a></body></html>`,
      'https://n.example/start',
    );
    expect(title).toBe('The News');
    expect(links).toEqual([
      { url: 'https://cdn.example/x/atom.xml', title: 'Top', from: 'link' },
      { url: 'https://other.example/all', title: null, from: 'link' },
      { url: 'https://cdn.example/rss', title: 'Our RSS', from: 'anchor' },
      { url: 'https://cdn.example/world.rss', title: 'World', from: 'anchor' },
      { url: 'https://cdn.example/comments/feed/', title: 'Comments Feed', from: 'link' },
    ]);
  });

  it('stays fast on hostile pages', () => {
    const before = process.cpuUsage();
    for (const part of ['<link rel=alternate ', '<a href=/rss>', '<title>', '<base href=', '<']) {
      feedLinks(part.repeat(30_000), 'https://n.example/');
    }
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(8_000);
  });
});

describe('discoverFeeds', () => {
  const PAGE =
    '<html><head><title>N</title><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>';

  it('asks for the page only, and hands out what it names', async () => {
    const { asked, fetchOnce } = web({ 'https://n.example/': PAGE, 'https://n.example/feed': FEED });
    const found = await discoverFeeds(fetchOnce, 'n.example');
    expect(found).toEqual({
      kind: 'found',
      siteUrl: 'https://n.example/',
      siteTitle: 'N',
      feeds: [{ url: 'https://n.example/feed', title: null, from: 'link', preview: null }],
    });
    expect(asked).toEqual(['https://n.example/']);
  });

  it('knows a feed when it is one, and keeps what was read', async () => {
    const { asked, fetchOnce } = web({ 'https://n.example/feed': FEED });
    const found = await discoverFeeds(fetchOnce, 'https://n.example/feed');
    const feed = found.kind === 'found' ? found.feeds[0] : undefined;
    expect(feed).toMatchObject({ from: 'page-itself', title: 'News', url: 'https://n.example/feed' });
    expect(feed?.preview?.feed.items[0]?.title).toBe('One');
    expect(feed?.preview?.fetched.validators.etag).toBe('"1"');
    expect(asked).toHaveLength(1);
  });

  it('guesses common paths only when asked to, stops at the first feed and at a refusal', async () => {
    const pages = { 'https://n.example/': '<html></html>', 'https://n.example/rss.xml': FEED };
    const shy = web(pages);
    expect(await discoverFeeds(shy.fetchOnce, 'n.example')).toMatchObject({ kind: 'none' });
    expect(shy.asked).toHaveLength(1);
    const bold = web(pages);
    expect(await discoverFeeds(bold.fetchOnce, 'n.example', { tryCommonPaths: true })).toMatchObject({
      kind: 'found',
      feeds: [{ url: 'https://n.example/rss.xml', from: 'common-path' }],
    });
    expect(bold.asked).toHaveLength(4);
    const refused = web({ 'https://n.example/': '<html></html>', 'https://n.example/feed': '!403' });
    expect(await discoverFeeds(refused.fetchOnce, 'n.example', { tryCommonPaths: true })).toMatchObject({
      kind: 'none',
    });
    expect(refused.asked).toHaveLength(2);
  });

  it('falls back to an open connection only where none is asked for and nobody answers', async () => {
    const { asked, fetchOnce } = web({ 'https://n.example/': '!refused', 'http://n.example/': PAGE });
    expect(await discoverFeeds(fetchOnce, 'n.example')).toMatchObject({
      kind: 'found',
      siteUrl: 'http://n.example/',
    });
    expect(asked).toEqual(['https://n.example/', 'http://n.example/']);
    expect(await discoverFeeds(fetchOnce, 'https://n.example')).toMatchObject({
      kind: 'failed',
      code: 'refused',
    });
  });

  it('says what is wrong with an address', async () => {
    const { asked, fetchOnce } = web({});
    for (const address of ['', 'hello', 'file:///etc/passwd', 'javascript:alert(1)', 'two words.example x']) {
      expect(await discoverFeeds(fetchOnce, address), address).toMatchObject({
        kind: 'failed',
        code: 'bad-url',
      });
    }
    expect(asked).toEqual([]);
  });
});

describe('siteAddress', () => {
  it('reads what people type', () => {
    const url = (typed: string) => siteAddress(typed)?.url;
    expect(url(' n.example/world ')).toBe('https://n.example/world');
    expect(url('feed:https://n.example/rss')).toBe('https://n.example/rss');
    expect(url('feed://n.example/rss')).toBe('http://n.example/rss');
    expect(url('bücher.example')).toBe('https://xn--bcher-kva.example/');
    expect(url('localhost')).toBeUndefined();
  });
});

describe('previewFeed', () => {
  it('shows a feed, or why there is none', async () => {
    const { fetchOnce } = web({ 'https://n.example/feed': FEED, 'https://n.example/page': '<html></html>' });
    expect(await previewFeed(fetchOnce, 'https://n.example/feed')).toMatchObject({
      kind: 'feed',
      feed: { format: 'rss2', feed: { title: 'News' } },
    });
    expect(await previewFeed(fetchOnce, 'https://n.example/page')).toMatchObject({ code: 'not-a-feed' });
    expect(await previewFeed(fetchOnce, 'https://n.example/gone')).toMatchObject({ code: 'http-404' });
  });
});
