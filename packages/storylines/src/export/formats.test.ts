import { EpubCheck } from '@likecoin/epubcheck-ts';
import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import { ExportFormat, type StorylineDocument, storylineJsonSchema } from '@throughline/schema';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse as parseCsv } from 'csv-parse/sync';
import { parseFeed } from 'feedsmith';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { micromark } from 'micromark';
import { gfmFootnote, gfmFootnoteHtml } from 'micromark-extension-gfm-footnote';
import { parse as parseHtml } from 'parse5';
import RssParser from 'rss-parser';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { sampleDocument } from '../testing/sample-document.ts';
import { toCsv } from './csv.ts';
import { imageOf } from './embedded-image.ts';
import { exportStoryline } from './export-storyline.ts';
import { importStoryline } from './import-storyline.ts';

const bytes = async (format: ExportFormat, document = sampleDocument()) =>
  (await exportStoryline(document, format)).body;
const text = async (format: ExportFormat, document = sampleDocument()) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytes(format, document));

/** Throws where the text is no well-formed XML. */
function readXml(xml: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
}

const published = { url: 'https://desk.example/s/rate-and-seat' };
const rightToLeft: Partial<StorylineDocument> = {
  language: 'ur',
  direction: 'rtl',
  headline: 'ایک گرفتاری اور 29% محصول',
  standfirst: 'تجارت، سلامتی کونسل & <موسم>',
};
const variants: [string, StorylineDocument][] = [
  ['English', sampleDocument(published)],
  ['Urdu', sampleDocument(rightToLeft)],
  [
    'empty',
    sampleDocument({
      sections: [],
      citations: [],
      claims: [],
      bylines: [],
      topics: [],
      dateline: null,
      date: null,
      standfirst: '',
    }),
  ],
  [
    'broken Unicode',
    sampleDocument({ headline: 'A\u0000B \ud83d\ude80 \udfff ]]> &amp;', bylines: ['=cmd|x', 'O’Neil "Q"'] }),
  ],
];

describe.each(variants)('%s', (_, document) => {
  it('html: a browser’s parser finds no error', async () => {
    const errors: string[] = [];
    parseHtml(await text('html', document), {
      onParseError: ({ code, startLine }) => errors.push(`${code} ${startLine}`),
      sourceCodeLocationInfo: true,
    });
    // HTML takes `<br/>`; the same markup serves as XHTML in the EPUB.
    expect(errors.filter((error) => !error.startsWith('non-void'))).toEqual([]);
  });

  it('epub: EPUBCheck finds no error', async () => {
    const { valid, messages } = await EpubCheck.validate(await bytes('epub', document));
    expect(messages.filter(({ severity }) => severity === 'error' || severity === 'fatal')).toEqual([]);
    expect(valid).toBe(true);
  });

  it('docx: every part is well-formed, and a Word reader opens it without a complaint', async () => {
    const file = await bytes('docx', document);
    for (const part of Object.values(unzipSync(file))) readXml(strFromU8(part));
    const { messages } = await mammoth.convertToHtml({ buffer: Buffer.from(file) }, { styleMap: mapped });
    expect(messages).toEqual([]);
  });

  it('rss, atom, jsonfeed: feed readers read them', async () => {
    readXml(await text('rss', document));
    readXml(await text('atom', document));
    for (const format of ['rss', 'atom', 'jsonfeed'] as const)
      expect(parseFeed(await text(format, document)).feed).toBeDefined();
  });

  it('csv: every row has every cell, and no cell starts a formula', async () => {
    for (const format of ['claims-csv', 'items-csv'] as const) {
      const rows = parseCsv(await text(format, document), { bom: true }) as string[][];
      for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@|]/);
    }
  });

  it('json: valid against the published schema, and restores the storyline', async () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(storylineJsonSchema() as object);
    const json = await text('json', document);
    validate(JSON.parse(json));
    expect(validate.errors).toBeNull();
    const sections = document.sections.toSorted((a, b) => a.position - b.position);
    expect(importStoryline(json)).toEqual({ ok: true, document: { ...document, sections } });
  });

  it('markdown: front matter is YAML, notes are notes', async () => {
    const body = await text('md', document);
    const [, front = '', rest = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(body) ?? [];
    expect(parseYaml(front)).toMatchObject({ slug: document.slug, revision: 12, dir: document.direction });
    const html = micromark(rest, { extensions: [gfmFootnote()], htmlExtensions: [gfmFootnoteHtml()] });
    expect(html).not.toContain('<script');
    expect((html.match(/data-footnote-ref/g) ?? []).length > 0).toBe(document.citations.length > 0);
  });

  it('bibtex and csl-json: an entry for every item', async () => {
    const items = document.citations.length;
    const { entries, errors } = parseBibtex(await text('bibtex', document));
    expect(errors).toEqual([]);
    expect(entries).toHaveLength(items);
    expect(JSON.parse(await text('csl-json', document))).toHaveLength(items);
  });

  it('gives the same bytes each time, in every format', async () => {
    for (const format of formats)
      expect(await bytes(format, document)).toEqual(await bytes(format, document));
  });
});

/** All but PDF, which a browser makes: tests/e2e prints it. */
const formats = ExportFormat.exclude(['pdf']).options;
const mapped = [
  "p[style-name='Byline'] => p.byline:fresh",
  "p[style-name='Picture'] => p:fresh",
  "p[style-name='caption'] => p.caption:fresh",
  "p[style-name='Body Text'] => p:fresh",
  "p[style-name='Subtitle'] => p.standfirst:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Title'] => h1.title:fresh",
  "r[style-name='Hyperlink'] => span",
];

describe('docx', () => {
  it('carries headings, lists, links and footnotes with their quotes', async () => {
    const buffer = Buffer.from(await bytes('docx'));
    const { value } = await mammoth.convertToHtml({ buffer }, { styleMap: mapped });
    expect(value).toContain('<h1 class="title">An arrest opens a door. Trade may close it</h1>');
    expect(value).toMatch(/<ul><li>mills in Faisalabad<\/li><li>buyers abroad<ol><li>first/);
    expect(value).toContain('href="https://wire.example/a?b=1&amp;c=2"');
    expect(value).toContain('was flown out on Tuesday night');
    expect(value).toMatch(/members were killed 1 2<\/p>/);
    expect(value).toContain('a rate of 29% &lt;img src=x onerror=alert(1)&gt;');
  });

  it('keeps two notes in a row from reading as one number', async () => {
    const document = sampleDocument();
    const cite = (citation: number) => ({ type: 'citation' as const, attrs: { citation } });
    const blocks = [
      { type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'So.' }, cite(1), cite(2)] },
    ];
    const sections = [{ id: 1, title: 'One', slot: 'chapter' as const, position: 0, at: null, blocks }];
    const file = await bytes('docx', { ...document, sections, claims: [] });
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(file) }, { styleMap: mapped });
    expect(value).toMatch(/\[1\]<\/a><\/sup>, .*?\[2\]/);
  });

  it('marks right-to-left paragraphs and runs', async () => {
    const parts = unzipSync(await bytes('docx', sampleDocument(rightToLeft)));
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    expect(xml).toMatch(/<w:pStyle w:val="Title"\/><w:bidi\/><\/w:pPr><w:r><w:rPr><w:rtl\/>/);
    expect(xml).toMatch(/<w:bidi\/><\/w:sectPr>/);
  });
});

describe('feeds', () => {
  it('list updates and corrections, newest first, then the piece', async () => {
    const feed = await new RssParser().parseString(await text('rss', sampleDocument(published)));
    expect(feed.items.map(({ title, link, isoDate }) => [title, link, isoDate])).toEqual([
      ['Update: Rate lowered', `${published.url}#section-24`, '2025-04-09T10:00:00.000Z'],
      ['An arrest opens a door. Trade may close it', published.url, '2025-04-07T00:00:00.000Z'],
    ]);
  });
});

describe('csv', () => {
  it('starts no formula where semicolons part the cells', () => {
    const csv = toCsv(['a'], [[';=1+1'], ['a;=1+1'], ['plain']]);
    expect(csv.split('\r\n').slice(1)).toEqual([`"';=1+1"`, '"a;=1+1"', 'plain', '']);
  });

  it('disarms formulas and keeps quotes whole', async () => {
    const rows = parseCsv(await text('items-csv'), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.find((row) => row.number === '4')?.publisher).toBe(`'=HYPERLINK("http://x")`);
    expect(rows.map((row) => row.number)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('gives a claim’s figure its own columns', async () => {
    const rows = parseCsv(await text('claims-csv'), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows[0]).toMatchObject({
      status: 'corroborated',
      value: '13',
      of: 'American service members',
      for: '1 2',
    });
    expect(rows[1]).toMatchObject({ status: 'contested', value: '29', unit: '%', against: '5' });
  });
});

describe('ninjs', () => {
  const word = { type: 'string' };
  const uri = { type: 'string', format: 'uri' };
  const count = { type: 'integer' };
  /** As in the standard, no member may stand there that it does not know. */
  const arrayOf = (properties: object, required: string[] = []) => ({
    type: 'array',
    items: { type: 'object', additionalProperties: false, properties, required },
  });
  /** The members of ninjs 3.0 that we write, by their types. */
  const schema = {
    type: 'object',
    required: ['uri'],
    additionalProperties: false,
    properties: {
      ...Object.fromEntries(
        ['uri', 'version', 'profile', 'language', 'title', 'slugline', 'by', 'located'].map((name) => [
          name,
          { type: 'string' },
        ]),
      ),
      type: { enum: ['text'] },
      representationType: { enum: ['full', 'partial'] },
      pubStatus: { enum: ['usable', 'withheld', 'canceled'] },
      versionCreated: { type: 'string', format: 'date-time' },
      contentCreated: { type: 'string', format: 'date-time' },
      headlines: arrayOf({ role: word, contentType: word, value: word }, ['value']),
      descriptions: arrayOf({ role: word, contentType: word, value: word }, ['value']),
      bodies: arrayOf({ role: word, contentType: word, charCount: count, wordCount: count, value: word }, [
        'value',
      ]),
      subjects: arrayOf({ name: word, rel: word, literal: word }),
      infoSources: arrayOf({ name: word, role: word, uri, literal: word }),
      altIds: arrayOf({ role: word, value: word }),
      associations: arrayOf(
        {
          name: word,
          uri,
          type: { enum: ['picture'] },
          by: word,
          descriptions: arrayOf({ role: word, value: word }, ['value']),
          renditions: arrayOf({ name: word, href: uri }, ['name']),
        },
        ['name', 'uri'],
      ),
      standard: { type: 'object' },
    },
  };

  it('holds the members of the standard, and its text as HTML and plain', async () => {
    const ajv = new Ajv2020();
    addFormats.default(ajv);
    const hero = { url: 'https://img.example/a.jpg', alt: 'A court', caption: null, credit: 'APP' };
    const item = JSON.parse(await text('ninjs', sampleDocument({ ...published, hero })));
    const validate = ajv.compile(schema);
    validate(item);
    expect(validate.errors).toBeNull();
    expect(item.associations[0]).toMatchObject({ name: 'hero', type: 'picture', by: 'APP' });
    expect(item.bodies[1].value).toContain(
      'the attack killed 13 American service members and over 170 Afghans.',
    );
  });
});

it('an address of a source brings no markup into any text format', async () => {
  const document = sampleDocument();
  const [first] = document.citations;
  if (first === undefined) throw new Error('unreachable');
  first.item.url = 'mailto:x><img src=x onerror=alert(1)>';
  const read = micromark((await text('md', document)).replace(/^---[\s\S]*?\n---\n/, ''), {
    extensions: [gfmFootnote()],
    htmlExtensions: [gfmFootnoteHtml()],
    allowDangerousHtml: true,
  });
  expect(read).toContain('mailto:x%3E%3Cimg');
  expect(read).not.toContain('<img src=x');
});

describe('import', () => {
  it('refuses what is no storyline, with reasons, and never half', () => {
    expect(importStoryline('{')).toMatchObject({ ok: false });
    expect(importStoryline('{"schemaVersion":2}')).toEqual({
      ok: false,
      problems: ['Schema version 2 is newer than this desk reads (1).'],
    });
    const deep = `{"schemaVersion":1,"sections":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    expect(importStoryline(deep)).toMatchObject({ ok: false, problems: [expect.stringMatching(/too deep/)] });
    const lost = sampleDocument({ citations: [] });
    const result = importStoryline(JSON.stringify(lost));
    expect(result).toMatchObject({ ok: false });
    expect(result.ok ? [] : result.problems).toContain('Citation 1 is named and missing.');
  });
});

it('writes no time of its own into archives', async () => {
  // Local file header: time and date at offset 10; 0x0021 is 1 January 1980.
  for (const format of ['docx', 'epub'] as const)
    expect([...(await bytes(format)).slice(10, 14)]).toEqual([0, 0, 0x21, 0]);
});

describe('the picture', () => {
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const webp = 'UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA=';
  const withHero = (url: string) =>
    sampleDocument({ hero: { url, alt: 'A <court>', caption: 'The court', credit: 'APP & co' } });
  const problems = async (url: string, format: 'docx' | 'epub') =>
    (await exportStoryline(withHero(url), format)).warnings.filter(({ problem }) => problem === 'image');

  it('stands in DOCX and EPUB with its words and its credit, where the piece holds its bytes', async () => {
    const document = withHero(`data:image/png;base64,${png}`);
    const { body, warnings } = await exportStoryline(document, 'docx');
    expect(warnings.some(({ problem }) => problem === 'image')).toBe(false);
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: Buffer.from(body) },
      { styleMap: mapped },
    );
    expect(messages).toEqual([]);
    expect(value).toContain(`<img alt="A &lt;court&gt;" src="data:image/png;base64,${png}" />`);
    expect(value).toContain('The court Image: APP &amp; co');
    expect((await exportStoryline(document, 'docx')).body).toEqual(body);

    const epub = await exportStoryline(document, 'epub');
    expect(await EpubCheck.validate(epub.body)).toMatchObject({
      valid: true,
      errorCount: 0,
      warningCount: 0,
    });
    const files = unzipSync(epub.body);
    expect(Buffer.from(files['EPUB/image.png'] ?? []).toString('base64')).toBe(png);
    expect(strFromU8(files['EPUB/article.xhtml'] ?? new Uint8Array())).toContain(
      '<figure><img src="image.png" alt="A &lt;court&gt;"/><figcaption>The court Image: <bdi>APP &amp; co</bdi></figcaption></figure>',
    );
  });

  it('is left out with a warning where it lies elsewhere, is of a kind that the format does not know, or is none', async () => {
    const left = [expect.objectContaining({ text: expect.stringContaining('kept in the piece') })];
    expect(await problems('https://img.example/a.jpg', 'docx')).toEqual(left);
    expect(await problems('https://img.example/a.jpg', 'epub')).toEqual(left);
    expect(await problems(`data:image/webp;base64,${webp}`, 'docx')).toEqual(left);
    expect(await problems(`data:image/webp;base64,${webp}`, 'epub')).toEqual([]);
    // What an address says of its bytes counts for nothing.
    const page = Buffer.from('<html><script>alert(1)</script></html>').toString('base64');
    expect(await problems(`data:image/png;base64,${page}`, 'docx')).toEqual(left);
    expect(await problems(`data:image/png;base64,${page}`, 'epub')).toEqual(left);
    expect(
      Object.keys(unzipSync((await exportStoryline(withHero(`data:image/png;base64,${page}`), 'epub')).body)),
    ).not.toContain('EPUB/image.png');
    const { body } = await exportStoryline(withHero(`data:image/jpeg;base64,${png}`), 'docx');
    expect(Object.keys(unzipSync(body))).toContain('word/media/image.png');
  });

  it('is read for its size in every kind, and refused when it is cut off', () => {
    const jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xff, 0xc2, 0, 17, 8, 0, 7, 1, 4, 3, 1, 0x22, 0];
    expect(imageOf(Uint8Array.from(jpeg))).toMatchObject({ kind: 'jpeg', width: 260, height: 7 });
    expect(imageOf(Uint8Array.from(jpeg.slice(0, 12)))).toBeNull();
    expect(imageOf(Uint8Array.from([0xff, 0xd8, 0xff]))).toBeNull();
    const gif = Buffer.from('R0lGODlhAwACAIAAAAAAAP///yH5BAEAAAAALAAAAAADAAIAAAIBRAA7', 'base64');
    expect(imageOf(gif)).toMatchObject({ kind: 'gif', width: 3, height: 2 });
    expect(imageOf(Buffer.from(webp, 'base64'))).toMatchObject({ kind: 'webp', width: 1, height: 1 });
    const extended = Buffer.from(webp, 'base64');
    extended.set(Buffer.from('VP8X'), 12);
    extended.set([0x2b, 1, 0, 9, 0, 0], 24);
    expect(imageOf(extended)).toMatchObject({ width: 300, height: 10 });
    expect(imageOf(Buffer.from(png, 'base64').subarray(0, 20))).toBeNull();
  });
});

it('exports 200 pages with 500 citations in time', async () => {
  const base = sampleDocument();
  const [first] = base.citations;
  if (first === undefined) throw new Error('the sample has citations');
  const citations = Array.from({ length: 500 }, (_, i) => ({
    ...first,
    id: i + 1,
    item: { ...first.item, id: i + 1 },
  }));
  const blocks = Array.from({ length: 2000 }, (_, i) => ({
    type: 'paragraph' as const,
    content: [
      { type: 'text' as const, text: `Paragraph ${i} tells ${'words and more words '.repeat(12)}` },
      { type: 'citation' as const, attrs: { citation: (i % 500) + 1 } },
    ],
  }));
  const section = { id: 1, title: 'Long', slot: 'chapter' as const, position: 0, at: null, blocks };
  const long = sampleDocument({ sections: [section], citations, claims: [] });
  const before = process.cpuUsage();
  for (const format of formats) expect((await bytes(format, long)).length).toBeGreaterThan(0);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(10_000);
});
