import { ParsedFeed } from '@throughline/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseFeed } from '../normalise/normalise-feed.ts';
import { decodeBytes } from './charset.ts';
import { readWithRssParser } from './first-reader.ts';
import { readFeedWith } from './read-feed.ts';
import { survey } from './survey.ts';
import { readTolerant } from './tolerant-reader.ts';

const SEEDS = [
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>T &amp; t</title><link>https://a.example/</link><item><title><![CDATA[One <b>two</b>]]></title><link>/1</link>
<guid isPermaLink="false">g1</guid><pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate><description>&lt;p&gt;x&lt;/p&gt;</description>
<dc:creator>A</dc:creator><media:content url="m.jpg"/><enclosure url="e.mp3" length="3"/></item><item><title>Two</title></item></channel></rss>`,
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://b.example/"><title type="html">&lt;i&gt;T&lt;/i&gt;</title><entry><id>1</id>
<title>E</title><link href="x"/><updated>2024-01-01T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>é</p></div></content></entry></feed>`,
  '{"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":"1","content_html":"<p>x</p>","tags":["a"]}]}',
];
const PIECES = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '/',
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<?',
  '<!DOCTYPE x [',
  '<item>',
  '</item>',
  '<entry>',
  '</channel>',
  '&lt;',
  '&#0;',
  '&#x110000;',
  '&nbsp;',
  'xml:base="',
  'xmlns="',
  '\u0000',
  '\ufffe',
  '\ud800',
  '{',
  '[',
  ',',
  '<script>',
  '<title>',
  'type="xhtml"',
  'mode="base64"',
  ' '.repeat(50),
];

type Edit = { at: number; remove: number; insert: string };
const edits = fc.array(
  fc.record<Edit>({
    at: fc.nat(1200),
    remove: fc.oneof(fc.constant(0), fc.nat(40)),
    insert: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8 })),
  }),
  { maxLength: 8 },
);

test('whatever happens to a feed on its way, the answer is a feed or a refusal', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...SEEDS), edits, fc.boolean(), async (seed, changes, asLatin1) => {
      const text = changes.reduce(
        (t, { at, remove, insert }) => t.slice(0, at) + insert + t.slice(at + remove),
        seed,
      );
      const bytes = Buffer.from(text, asLatin1 ? 'latin1' : 'utf8');
      const { result } = await readFeedWith(bytes, { url: 'https://f.example/feed' });
      if (result.ok) expect(() => ParsedFeed.parse(result)).not.toThrow();
      else expect(result.error.code).not.toBe('unreadable');
    }),
    { numRuns: 400 },
  );
});

test('random bytes are refused in a sentence', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const { result } = await readFeedWith(bytes, {});
      if (!result.ok) expect(result.error.message).toMatch(/^[A-Z].*\.$/s);
    }),
  );
});

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const words = fc.string({
  unit: fc.constantFrom('a', 'B', ' ', 'é', '“', '<b>', '</b>', '&amp;', '&', '<', '\n', 'اردو'),
  maxLength: 90,
});
const element = (name: string, attributes = ''): fc.Arbitrary<string> =>
  fc
    .tuple(words, fc.boolean())
    .map(
      ([text, cdata]) => `<${name}${attributes}>${cdata ? `<![CDATA[${text}]]>` : escapeXml(text)}</${name}>`,
    );
const rssItem = fc
  .tuple(
    element('title'),
    element('description'),
    fc.option(element('content:encoded'), { nil: '' }),
    fc.array(element('category', ' domain="x"'), { maxLength: 3 }),
    fc.option(element('dc:creator'), { nil: '' }),
    fc.option(element('guid', ' isPermaLink="false"'), { nil: '' }),
    fc.constantFrom('', '<link>https://a.example/1?x=1&amp;y=2</link>', '<link>/rel</link>'),
    fc.constantFrom('', '<pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate>', '<pubDate>soon</pubDate>'),
    fc.constantFrom(
      '',
      '<media:content url="/p.jpg" type="image/jpeg" fileSize="7"/>',
      '<enclosure url="a" length="1"/>',
    ),
  )
  .map((parts) => `<item>${parts.flat().join('')}</item>`);
const rss = fc
  .tuple(element('title'), element('description'), fc.array(rssItem, { maxLength: 4 }))
  .map(
    ([title, description, items]) =>
      `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" ` +
      `xmlns:media="http://search.yahoo.com/mrss/"><channel>${title}<link>https://a.example/</link>${description}${items.join('')}</channel></rss>`,
  );
const entry = fc
  .tuple(
    element('title', ' type="html"'),
    fc.option(element('summary'), { nil: '' }),
    fc.option(element('content', ' type="html"'), { nil: '' }),
    fc.constantFrom(
      '',
      '<link rel="alternate" href="/1"/><link rel="replies" href="/c" type="text/html"/>',
      '<link href="x"/>',
    ),
    fc.constantFrom('', '<author><name>A &amp; B</name><email>a@b.example</email><uri>/me</uri></author>'),
    fc.constantFrom(
      '',
      '<category term="t" label="L"/>',
      '<updated>never</updated>',
      '<published>2024-01-01T00:00:00Z</published>',
    ),
  )
  .map((parts) => `<entry><id>urn:x</id>${parts.join('')}</entry>`);
const atom = fc
  .tuple(element('title'), fc.array(entry, { maxLength: 4 }))
  .map(
    ([title, entries]) =>
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">${title}<author><name>F</name></author>${entries.join('')}</feed>`,
  );

test('where rss-parser reads a feed, the second reader reads the same', async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(fc.oneof(rss, atom), async (text) => {
      const first = await readWithRssParser(text);
      const second = readTolerant(text, survey(text));
      if (first === null || second === null) return;
      compared++;
      expect(normaliseFeed(first, 'https://f.example/')).toEqual(normaliseFeed(second, 'https://f.example/'));
    }),
    { numRuns: 300 },
  );
  expect(compared).toBeGreaterThan(100);
});

const N = 120_000;
const fill = (piece: string): string => piece.repeat(N / piece.length);
const inBody = (html: string): string =>
  `<rss version="2.0"><channel><item><description><![CDATA[${html}]]></description></item></channel></rss>`;

test.each([
  ['unclosed tags in a text', inBody(fill('x<p'))],
  ['"<" alone', inBody(fill('<'))],
  ['deep HTML', inBody(fill('<b>'))],
  ['scripts never closed', inBody(fill('<script>'))],
  ['open quotes', inBody(fill('<a href="'))],
  ['deep XML', fill('<a>')],
  ['tags never ended', fill('<a ')],
  ['items in items', `<rss version="2.0"><channel>${fill('<item>')}`],
  ['declarations never ended', `<!DOCTYPE ${fill('<!ENTITY a "')}`],
  [
    'namespaces',
    `<rss version="2.0" ${Array.from({ length: 4000 }, (_, i) => `xmlns:n${i}="u${i}"`).join(' ')}>${fill('<x xmlns:q="z"/>')}</rss>`,
  ],
  ['a title of references', `<rss version="2.0"><channel><title>${fill('&amp;')}</title></channel></rss>`],
  [
    'a date without end',
    `<rss version="2.0"><channel><item><pubDate>${fill('1 a')}</pubDate></item></channel></rss>`,
  ],
  [
    'an author without end',
    `<rss version="2.0"><channel><item><author>${fill('a@')}</author></item></channel></rss>`,
  ],
  ['deep JSON', fill('[')],
])('hostile length is read in linear time: %s', async (_name, text) => {
  const { text: decoded } = decodeBytes(Buffer.from(text), null);
  expect(decoded.length).toBeGreaterThan(N / 2);
  const before = process.cpuUsage();
  await readFeedWith(Buffer.from(text), { url: 'https://f.example/' });
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
});
