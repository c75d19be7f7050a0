import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanPlainly, runSanitizer } from './sanitize.ts';

const base = 'https://base.example/dir/';

test.each([
  [
    '<p>A <strong>b</strong> &amp; c.</p>\n<ul><li>d</li></ul>',
    '<p>A <strong>b</strong> &amp; c.</p>\n<ul><li>d</li></ul>',
  ],
  ['<h2 class="x" style="color:red" onclick="y()">a</h2>', '<h2>a</h2>'],
  ['<a href="/x?y=1&amp;z=2" target="_blank">a</a>', '<a href="https://base.example/x?y=1&amp;z=2">a</a>'],
  ['<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
  [
    '<img src="p.jpg" alt="" loading="lazy"><BR>',
    '<img src="https://base.example/dir/p.jpg" alt="" /><br />',
  ],
  ['a<img src="https://t.example/?x" width="1" height="1"/>b', 'ab'],
  ['it&#8217;s&nbsp;&hellip; &quot;x&quot; > y', 'it’s\u00a0… "x" &gt; y'],
  ['<!-- wp:paragraph --><p dir="rtl">a</p>', '<p dir="rtl">a</p>'],
])('%s is cleaned as the sanitiser would', (html, clean) => {
  expect(cleanPlainly(html, base)).toBe(clean);
  expect(runSanitizer(html, base)).toBe(clean);
});

test.each([
  '<p>a',
  'a</p>',
  '<p><p>a</p></p>',
  '<p><ul></ul></p>',
  '<ul><li>a<li>b</ul>',
  '<script>a</script>',
  '<table><tr><td>a</td></tr></table>',
  '<svg><a>b</a></svg>',
  '<p/>',
  '<a href=x>a</a>',
  '<a href="https://a.example/?x&copy">a</a>',
  '<a href="x" href="y">a</a>',
  '<!--> <b>a</b> -->',
  '5 < 6',
  'caf&eacute;',
])('%s is left to the sanitiser', (html) => {
  expect(cleanPlainly(html, base)).toBeNull();
});

const values = fc.oneof(
  fc.constantFrom(
    'https://a.example/x',
    'https://a.example/?a=1&amp;b=2',
    'https://a.example/?a=1&b=2',
    '/x y',
    '//c.example/p.jpg 2x',
    'https://a.example/p.jpg 300w, https://a.example/q.jpg 600w',
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:image/png;base64,AA',
    'mailto:a@b.example',
    '1',
    '300',
    'rtl',
    'a > b',
    '<b>',
    '&lt;i&gt;',
    '&quot;"',
    "'",
    '&#39;',
    '',
  ),
  fc.string({ maxLength: 6 }),
);
const attribute = fc
  .tuple(
    fc.constantFrom(' ', ' ', ' ', ' ', ' ', '\n', '  ', '\u00a0', '\f', '/', ''),
    fc.constantFrom(
      'href',
      'src',
      'srcset',
      'alt',
      'title',
      'dir',
      'lang',
      'width',
      'height',
      'class',
      'style',
      'onclick',
      'data-x',
      'type',
      'start',
      'value',
      'hreflang',
      'HREF',
      'constructor',
    ),
    values,
    fc.constantFrom('"', '"', '"', '"', "'", ''),
  )
  .map(([space, name, value, quote]) => `${space}${name}=${quote}${value}${quote}`);
const attributes = fc
  .array(fc.oneof(attribute, fc.constantFrom(' controls', ' alt', ' ')), { maxLength: 2 })
  .map((a) => a.join(''));
const NAMES =
  'p p p div a a em strong ul ol li h2 pre code blockquote figure figcaption span section q mark td table script title xmp P'.split(
    ' ',
  );
const words = fc.oneof(
  fc.constantFrom(
    'text',
    ' ',
    '\n',
    'é“اردو',
    '&amp;',
    '&lt;',
    '&gt;',
    '&quot;',
    '&#8217;',
    '&#x27;',
    '&nbsp;',
    '&rsquo;',
    '&copy',
    '&eacute;',
    '&#0;',
    '&#150;',
    '&',
    '>',
    '"',
    '\u0000',
    '\r',
    '\u00a0',
    '<',
    '&amp;nbsp;',
    '&amp;lt;b&amp;gt;',
  ),
  fc.string({ maxLength: 5 }),
);
const leaf = fc
  .tuple(
    fc.constantFrom('br', 'hr', 'img', 'img', 'BR', 'wbr', 'p', 'source'),
    attributes,
    fc.constantFrom('>', '/>', ' />', '\n>'),
  )
  .map(([name, inside, end]) => `<${name}${inside}${end}`);
const odd = fc.constantFrom(
  '<!-- a -->',
  '<!-- a--b -->',
  '<!---->',
  '<!-->',
  '<!-- > -->',
  '<![CDATA[x]]>',
  '<?x?>',
  '</p>',
  '<p>',
  '</br>',
  '<li>',
  '<img src="x',
  '</p >',
  '</P>',
);
const tree = fc.letrec((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    words,
    leaf,
    fc
      .tuple(fc.constantFrom(...NAMES), attributes, tie('nodes'))
      .map(([name, inside, content]) => `<${name}${inside}>${content}</${name}>`),
  ),
  nodes: fc.array(tie('node'), { maxLength: 4 }).map((parts) => parts.join('')),
})).nodes;
const html = fc.oneof(
  { weight: 6, arbitrary: tree.map(String) },
  { weight: 1, arbitrary: fc.tuple(tree, odd, tree).map((parts) => parts.join('')) },
);

test('whatever is cleaned here, the sanitiser gives the same', () => {
  let cleaned = 0;
  fc.assert(
    fc.property(html, fc.constantFrom(base, null), (dirty, baseUrl) => {
      const plain = cleanPlainly(dirty, baseUrl);
      if (plain === null) return;
      if (dirty.includes('<')) cleaned++;
      expect(plain).toBe(runSanitizer(dirty, baseUrl));
    }),
    { numRuns: 6000 },
  );
  expect(cleaned).toBeGreaterThan(100);
});
