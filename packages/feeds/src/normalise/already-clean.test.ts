import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAlreadyClean } from './already-clean.ts';
import { runSanitizer } from './sanitize.ts';

test('plain articles are recognised', () => {
  expect(
    isAlreadyClean(
      '<p>A <strong>b</strong> <a href="https://a.example/x?y=1&amp;z=2">c</a> &amp; d.</p>\n<ul><li>e</li></ul>',
    ),
  ).toBe(true);
  expect(isAlreadyClean('<img src="https://a.example/p.jpg" alt="a" /><br />text')).toBe(true);
});

test.each([
  '<p class="x">a</p>',
  '<a href="/relative">a</a>',
  '<a href="https://a.example/?x&copy">a</a>',
  '<a href="javascript:alert(1)">a</a>',
  '<p>a',
  'a</p>',
  '<p><p>a</p></p>',
  '<ul>a<li>b</li></ul><p><ul></ul></p>',
  '<script>a</script>',
  'a &nbsp; b',
  'a > b',
  '<P>a</P>',
  '<br>',
])('%s is left to the sanitiser', (html) => {
  expect(isAlreadyClean(html)).toBe(false);
});

const pieces = fc.constantFrom(
  '<p>',
  '</p>',
  '<ul>',
  '<li>',
  '</li>',
  '</ul>',
  '<a href="https://a.example/x">',
  '</a>',
  '<em>',
  '</em>',
  '<br />',
  '<hr />',
  '<div>',
  '</div>',
  '<blockquote>',
  '</blockquote>',
  '<h2>',
  '</h2>',
  '<pre>',
  '</pre>',
  '<img src="https://a.example/p.jpg" />',
  '<a href="https://a.example/?a=1&amp;b=2">',
  '<a href="https://a.example/?a=1&lt=2">',
  '<img src="https://a.example/" alt="x y" />',
  'text',
  ' ',
  '\n',
  '&amp;',
  '&lt;',
  '&quot;',
  '"',
  'é',
  '\u0000',
  '\r',
  '<figure>',
  '<figcaption>',
  '</figcaption>',
  '</figure>',
  '<q>',
  '</q>',
);
/** Balanced more often than chance would have it. */
const balanced = fc.letrec((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    pieces,
    fc
      .tuple(
        fc.constantFrom(
          'p',
          'em',
          'strong',
          'a',
          'div',
          'ul',
          'li',
          'h2',
          'pre',
          'code',
          'blockquote',
          'mark',
        ),
        tie('nodes'),
      )
      .map(([name, inner]) =>
        name === 'a' ? `<a href="https://a.example/y">${inner}</a>` : `<${name}>${inner}</${name}>`,
      ),
  ),
  nodes: fc.array(tie('node'), { maxLength: 4 }).map((parts) => parts.join('')),
})).nodes;

test('whatever is recognised, the sanitiser gives back as it is', () => {
  let recognised = 0;
  const check = (html: string): void => {
    if (!isAlreadyClean(html)) return;
    recognised++;
    expect(runSanitizer(html, 'https://base.example/')).toBe(html);
  };
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 6 }).map((p) => p.join('')),
      check,
    ),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(balanced, (html) => check(String(html))),
    { numRuns: 3000 },
  );
  expect(recognised).toBeGreaterThan(300);
});
