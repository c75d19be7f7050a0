import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { htmlToText } from './html-text.ts';
import { ALLOWED_ATTRIBUTES, ALLOWED_TAGS, MAX_HTML, sanitizeHtml } from './sanitize.ts';

const base = 'https://site.example/dir/page';

test.each([
  ['<p style="x" onclick="y" class="z" dir="rtl">a</p>', '<p dir="rtl">a</p>'],
  ['<a href="javascript:alert(1)">a</a><a href="  JaVa\tscript:alert(1)">b</a>', '<a>a</a><a>b</a>'],
  ['<a href="../x?a=1&b=2">a</a>', '<a href="https://site.example/x?a=1&amp;b=2">a</a>'],
  ['<a href="mailto:a@b.example">a</a><a href="tel:1">b</a>', '<a href="mailto:a@b.example">a</a><a>b</a>'],
  ['<img src="//cdn.example/a.jpg" onerror="x">', '<img src="https://cdn.example/a.jpg" />'],
  ['<img src="data:image/png;base64,AA"><img src="p.gif" width="1" height="1">', ''],
  ['<img srcset="a.jpg 1x, javascript:x 2x">', '<img srcset="https://site.example/dir/a.jpg 1x" />'],
  ['a<script>alert(1)</script>b<style>x</style><iframe src="https://x.example">c</iframe>', 'ab'],
  ['<svg><a href="https://x.example"><script>1</script></a></svg>', '<a href="https://x.example/"></a>'],
  ['<xmp><script>alert(1)</script></xmp><noembed><img src=x onerror=y></noembed>', ''],
  ['<form action="x"><input value="y"><button>go</button></form>', 'go'],
  ['<p>unclosed <b>bold', '<p>unclosed <b>bold</b></p>'],
  ['a < b & c', 'a &lt; b &amp; c'],
  ['caf&eacute; &lt;b&gt;', 'café &lt;b&gt;'],
])('%s', (html, clean) => {
  expect(sanitizeHtml(html, base)).toBe(clean);
});

test('without a base, relative addresses are dropped', () => {
  expect(sanitizeHtml('<a href="/x">a</a>', null)).toBe('<a>a</a>');
});

test('a text without end is cut off, not read for ever', () => {
  const clean = sanitizeHtml('<p>word</p>'.repeat(100_000), base);
  expect(clean.length).toBeLessThan(MAX_HTML + 10);
  expect(clean.endsWith('</p>')).toBe(true);
});

/** What is not on the list, as a parser of its own sees it. */
function trespasses(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!ALLOWED_TAGS.includes(name)) found.push(name);
      const allowed = [...(ALLOWED_ATTRIBUTES['*'] ?? []), ...(ALLOWED_ATTRIBUTES[name] ?? [])];
      for (const [key, value] of Object.entries(attributes)) {
        if (!allowed.includes(key)) found.push(`${name} ${key}`);
        if (['href', 'src', 'poster'].includes(key) && !/^(https?:\/\/|mailto:)/.test(value))
          found.push(value);
      }
    },
  });
  parser.end(html);
  return found;
}

const pieces = fc.constantFrom(
  '<',
  '>',
  '</',
  '/>',
  '"',
  "'",
  '=',
  ' ',
  '&',
  '&lt;',
  '&#x3c;',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '`',
  '\u0000',
  '\n',
  'a',
  'b',
  'p',
  'svg',
  'math',
  'style',
  'script',
  'img',
  'iframe',
  'xmp',
  'noscript',
  'textarea',
  'title',
  'template',
  'select',
  'href',
  'src',
  'srcset',
  'onerror',
  'style',
  'title',
  'javascript:',
  'data:text/html,',
  'https://x.example/',
  'alert(1)',
  '<a href="',
  '<img src=x onerror=',
  '<svg><',
  '<math><mtext>',
  '</p>',
  '<p ',
  '<b>',
  '</b>',
  '<xmp>',
  '</xmp>',
  '<table>',
  '<td>',
);
const soup = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));

test('nothing that is not allowed comes out, whatever goes in, and cleaning again changes no words', () => {
  fc.assert(
    fc.property(soup, (html) => {
      const clean = sanitizeHtml(html, base);
      expect(trespasses(clean)).toEqual([]);
      const again = sanitizeHtml(clean, base);
      expect(trespasses(again)).toEqual([]);
      expect(htmlToText(again)).toBe(htmlToText(clean));
    }),
    { numRuns: 1500 },
  );
});

test('readable text: blocks on lines of their own, references decoded, scripts silent', () => {
  expect(
    htmlToText('<h1>A &amp; B</h1><p>one<br>two</p> <ul><li>x</li><li>y</li></ul><script>no()</script>'),
  ).toBe('A & B\none\ntwo\nx\ny');
  expect(htmlToText('<img alt="a > b">5 < 6 <b>c</b>')).toBe('5 < 6 c');
});

test('readable text is made in linear time', () => {
  const before = process.cpuUsage();
  htmlToText('<script>'.repeat(50_000));
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
});
