import { expect, test } from 'vitest';
import { parseFeed } from './parse-feed.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const origin = { url: 'https://news.example/feeds/all.xml' };

async function parsed(text: string) {
  const result = await parseFeed(bytes(text), origin);
  if (!result.ok) throw new Error(result.error.message);
  return result;
}

test('RSS 2.0 comes out whole: text typed, HTML clean, addresses absolute, dates in UTC', async () => {
  const feed = await parsed(`<?xml version="1.0"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>The Wire</title><link>https://news.example/</link><language>en-gb</language>
<item><title>Tariffs &amp;amp; trade</title><link>/a/1?x=1&amp;y=2</link><guid isPermaLink="false">id-1</guid>
<pubDate>Tue, 03 Jun 2025 10:00:00 +0200</pubDate><dc:creator>Ann Lee</dc:creator><category>Trade</category>
<description>Short &lt;b&gt;words&lt;/b&gt;</description>
<content:encoded><![CDATA[<p onclick="x()">Long <a href="/b">words</a><script>alert(1)</script></p>]]></content:encoded>
<enclosure url="/a.mp3" type="audio/mpeg" length="123"/></item>
</channel></rss>`);
  expect(feed.format).toBe('rss2');
  expect(feed.feed).toMatchObject({ title: 'The Wire', siteUrl: 'https://news.example/', language: 'en-gb' });
  expect(feed.items).toEqual([
    {
      guid: 'id-1',
      url: 'https://news.example/a/1?x=1&y=2',
      title: 'Tariffs & trade',
      summary: 'Short words',
      contentHtml: '<p>Long <a href="https://news.example/b">words</a></p>',
      contentText: 'Long words',
      authors: [{ name: 'Ann Lee', email: null, url: null }],
      publishedAt: '2025-06-03T08:00:00.000Z',
      updatedAt: null,
      language: 'en-gb',
      categories: ['Trade'],
      enclosures: [{ url: 'https://news.example/a.mp3', type: 'audio/mpeg', length: 123 }],
      commentsUrl: null,
    },
  ]);
});

test('Atom with xml:base, XHTML and several links comes out whole', async () => {
  const feed =
    await parsed(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ur" xml:base="https://other.example/x/">
<title type="html">A &amp;lt;i&amp;gt;B</title><link rel="self" href="feed"/><link rel="hub" href="https://hub.example/"/>
<author><name>The Desk</name></author>
<entry><id>urn:1</id><title type="text">1 &lt;b&gt; 2</title><updated>2025-06-03T10:00:00Z</updated>
<link rel="replies" href="c" type="text/html"/><link href="one"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Some <em>text</em> <a href="y">y</a></div></content></entry></feed>`);
  expect(feed.format).toBe('atom1');
  expect(feed.feed).toMatchObject({
    title: 'A <i>B',
    selfUrl: 'https://other.example/x/feed',
    hubUrl: 'https://hub.example/',
    language: 'ur',
  });
  expect(feed.items[0]).toMatchObject({
    guid: 'urn:1',
    url: 'https://other.example/x/one',
    commentsUrl: 'https://other.example/x/c',
    title: '1 <b> 2',
    contentHtml: 'Some <em>text</em> <a href="https://other.example/x/y">y</a>',
    authors: [{ name: 'The Desk', email: null, url: null }],
    publishedAt: null,
    updatedAt: '2025-06-03T10:00:00.000Z',
    language: 'ur',
  });
});

test('an entry without author or link has those of its source and of its content', async () => {
  const feed =
    await parsed(`<feed xmlns="http://www.w3.org/2005/Atom"><author><name>Feed</name></author><entry><id>1</id><title>A</title>
<source><author><name>Origin</name></author></source><content src="/film.mp4" type="video/mp4"/></entry></feed>`);
  expect(feed.items[0]).toMatchObject({
    authors: [{ name: 'Origin' }],
    url: 'https://news.example/film.mp4',
  });
});

test('broken XML is mended: raw ampersands, HTML entities, unclosed elements, a cut-off end', async () => {
  const feed = await parsed(`junk before
<rss version="2.0"><channel><title>Caf&eacute; & more</title>
<item><title>One</title><link>https://news.example/1?a=1&b=2</link><description>5 < 6</description>
<item><title>Two</title><link>https://news.example/2</link><description><![CDATA[cut o`);
  expect(feed.feed.title).toBe('Café & more');
  expect(feed.items.map(({ title }) => title)).toEqual(['One', 'Two']);
  expect(feed.items[0]).toMatchObject({ url: 'https://news.example/1?a=1&b=2', contentText: '5 < 6' });
  expect(feed.items[1]?.contentText).toBe('cut o');
  expect(feed.warnings).not.toEqual([]);
});

test('JSON Feed 1.1, with a wrong type costing only its field', async () => {
  const feed = await parsed(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'J',
      items: [
        {
          id: 7,
          url: '/j',
          content_html: '<p>x</p>',
          date_published: 12,
          authors: [{ name: 'Z' }, 3],
          tags: ['t'],
        },
      ],
    }),
  );
  expect(feed.format).toBe('jsonfeed1');
  expect(feed.items[0]).toMatchObject({
    guid: '7',
    url: 'https://news.example/j',
    contentHtml: '<p>x</p>',
    authors: [{ name: 'Z', email: null, url: null }],
    categories: ['t'],
    publishedAt: null,
  });
});

test.each([
  ['', 'empty'],
  ['   \n', 'empty'],
  ['<!DOCTYPE html><html><head><title>x</title></head></html>', 'html-page'],
  ['just words', 'not-a-feed'],
  ['{"a":1}', 'not-a-feed'],
  ['{"a":', 'not-a-feed'],
  ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'not-a-feed'],
  ['\u0000\u0001\u0002\u0003', 'not-a-feed'],
])('%j is refused in a sentence', async (text, code) => {
  const result = await parseFeed(bytes(text), origin);
  expect(result).toMatchObject({ ok: false, error: { code } });
});

test('entities of a document type are used when plain, and never fetched or multiplied', async () => {
  const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
    '',
  );
  const feed =
    await parsed(`<!DOCTYPE rss [<!ENTITY l0 "ha">${laughs}<!ENTITY x SYSTEM "file:///etc/passwd">]>
<rss version="2.0"><channel><title>&l0; &l9; &x;</title></channel></rss>`);
  expect(feed.feed.title).toBe('ha &l9; &x;');
});

test('many feeds at once, some large, come back each to its own caller', async () => {
  const feed = (n: number): string =>
    `<rss version="2.0"><channel><title>Feed ${n}</title>${`<item><title>I</title><description>${'word '.repeat(99)}</description></item>`.repeat(40)}</channel></rss>`;
  const results = await Promise.all(Array.from({ length: 40 }, (_, n) => parsed(feed(n))));
  expect(results.map((result) => result.feed.title)).toEqual(results.map((_, n) => `Feed ${n}`));
  expect(results.every((result) => result.items.length === 40)).toBe(true);
});
