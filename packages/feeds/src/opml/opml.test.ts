import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOpml } from './parse-opml.ts';
import { writeOpml } from './write-opml.ts';

const NESTED = `<?xml version="1.0"?>
<opml version="1.0"><head><title>Desk &amp; more</title><ownerName>N. N.</ownerName></head><body>
  <outline text="World" title="World">
    <outline text="Asia">
      <outline type="rss" text="Dawn" xmlUrl="https://dawn.example/rss?a=1&amp;b=2" htmlUrl="https://dawn.example/" language="en" category="/asia"/>
    </outline>
    <outline text="Empty"/>
  </outline>
  <outline type="rss" title="Top" text="Top level" XMLURL='http://top.example/feed'/>
</body></opml>`;

describe('parseOpml', () => {
  it('takes any name in the head', () => {
    expect(parseOpml('<opml><head><constructor>N. N.</constructor></head></opml>').head).toEqual({
      constructor: 'N. N.',
    });
  });

  it('reads folders, addresses and everything else that stands there', () => {
    const document = parseOpml(NESTED);
    expect(document).toEqual({
      title: 'Desk & more',
      version: '1.0',
      head: { ownerName: 'N. N.' },
      outlines: [
        {
          title: 'Dawn',
          xmlUrl: 'https://dawn.example/rss?a=1&b=2',
          htmlUrl: 'https://dawn.example/',
          language: 'en',
          folders: ['World', 'Asia'],
          attributes: { type: 'rss', category: '/asia' },
        },
        {
          title: 'Top',
          xmlUrl: 'http://top.example/feed',
          htmlUrl: null,
          language: null,
          folders: [],
          attributes: { type: 'rss', text: 'Top level' },
        },
      ],
      emptyFolders: [['World', 'Empty']],
      problems: [],
    });
  });

  it('keeps what it can read of a file that is cut off, and says so', () => {
    const cut = NESTED.slice(0, NESTED.indexOf('<outline text="Empty"'));
    const document = parseOpml(cut);
    expect(document.outlines.map((outline) => outline.title)).toEqual(['Dawn']);
    expect(document.problems).toEqual([{ code: 'list_cut_off' }]);
  });

  it('reads raw ampersands and unquoted attributes', () => {
    const document = parseOpml(
      '<opml><body><outline text="Q&A" xmlUrl="http://a.example/?x=1&y=2"><outline text=b xmlUrl=http://b.example/></body></opml>',
    );
    expect(document.outlines.map((outline) => outline.xmlUrl)).toEqual([
      'http://a.example/?x=1&y=2',
      'http://b.example/',
    ]);
    expect(document.outlines[0]?.title).toBe('Q&A');
  });

  it('names each entry that it leaves out', () => {
    const document = parseOpml(`<opml version="2.0"><body>
      <outline text="Local" xmlUrl="file:///etc/passwd"/><outline text="Script" xmlUrl="javascript:alert(1)"/>
      <outline text="Nowhere" type="rss"/><outline text="Page" type="link" url="https://p.example"/>
      <outline text="Good" xmlUrl="feed:https://good.example/rss"/></body></opml>`);
    expect(document.outlines.map((outline) => outline.xmlUrl)).toEqual(['https://good.example/rss']);
    expect(document.problems).toHaveLength(4);
    expect(document.problems[0]).toMatchObject({ code: 'entry_bad_address', named: 'Local' });
    expect(document.emptyFolders).toEqual([]);
  });

  it('expands nothing that a DOCTYPE declares', () => {
    const laughs = `<!DOCTYPE opml [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
      <opml><body><outline text="&b;&x;" xmlUrl="http://a.example/"/></body></opml>`;
    expect(parseOpml(laughs).outlines[0]?.title).toBe('&b;&x;');
  });

  it('says of anything else that it is no OPML', () => {
    expect(parseOpml('<html><body>hello</body></html>').problems).toEqual([{ code: 'list_none' }]);
    expect(parseOpml('').outlines).toEqual([]);
  });

  it('stays fast on deep nesting and on many outlines', () => {
    const before = process.cpuUsage();
    const deep = parseOpml(`<opml><body>${'<outline text="x">'.repeat(20_000)}`);
    expect(deep.outlines).toEqual([]);
    const many = parseOpml(
      `<opml><body>${'<outline text="x" xmlUrl="http://a.example/"/>'.repeat(30_000)}</body></opml>`,
    );
    expect(many.outlines).toHaveLength(20_000);
    expect(many.problems).toEqual([{ code: 'list_too_long', n: 10_000, usual: 20_000 }]);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(8_000);
  });
});

describe('a file made to keep the reader busy', () => {
  it('is read as far as its nesting makes sense, at once', () => {
    const feed = '<outline text="News > World" xmlUrl="https://a.example/f"/>';
    const before = process.cpuUsage();
    const read = parseOpml(`<opml><body>${feed.repeat(2000)}${'<outline text="a">'.repeat(300_000)}`);
    expect(read.outlines).toHaveLength(2000);
    expect(read.problems).toEqual([{ code: 'list_too_deep' }]);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(5_000);
  });
});

describe('writeOpml', () => {
  it('is read back without loss', () => {
    const document = parseOpml(NESTED);
    const again = parseOpml(writeOpml({ ...document, version: '1.0' }));
    expect(again).toEqual(document);
  });

  it('is read back without loss whatever the words are', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => `${text.replace(/\s/g, '')}.`);
    const outline = fc.record({ title: word, folder: fc.array(word, { maxLength: 3 }), path: fc.webPath() });
    fc.assert(
      fc.property(fc.uniqueArray(outline, { selector: (entry) => entry.folder.join('\n') }), (entries) => {
        const outlines = entries.map((entry) => ({
          title: entry.title,
          xmlUrl: `https://feeds.example${entry.path}`,
          htmlUrl: null,
          language: null,
          folders: entry.folder,
          attributes: {},
        }));
        const back = parseOpml(writeOpml({ title: 't', outlines }));
        const key = (list: { title: string; xmlUrl: string; folders: string[] }[]) =>
          list.map(({ title, xmlUrl, folders }) => JSON.stringify([title, xmlUrl, folders])).sort();
        expect(key(back.outlines)).toEqual(key(outlines));
        expect(back.problems.filter(({ code }) => code !== 'list_empty')).toEqual([]);
      }),
    );
  });

  it('leaves out what XML cannot hold and breaks out of no attribute', () => {
    const text = writeOpml({
      title: 'a\u0000b\uD800',
      outlines: [{ title: '"/><x>\u0007', xmlUrl: 'http://a.example/', folders: [] }],
    });
    expect(text).toContain('<title>ab</title>');
    expect(text).not.toContain('<x>');
    expect(parseOpml(text).outlines[0]?.title).toBe('"/><x>');
  });
});
