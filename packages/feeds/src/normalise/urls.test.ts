import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalUrl, resolveUrl } from './urls.ts';

test.each([
  ['https://a.example/x', 'https://a.example/x'],
  [' /y?a=1&amp;b=2 ', 'https://base.example/y?a=1&b=2'],
  ['//cdn.example/z', 'https://cdn.example/z'],
  ['HTTPS://A.example', 'https://a.example/'],
  ['java\nscript:alert(1)', null],
  ['data:text/html,x', null],
  ['ftp://a.example/', null],
  ['http://', null],
  ['', null],
])('%j', (value, url) => {
  expect(resolveUrl(value, 'https://base.example/dir/')).toBe(url);
});

test('addresses that are passed on unparsed are those that parsing would not change', () => {
  const part = fc.constantFrom(
    'a',
    'B',
    '.',
    '..',
    '/',
    '-',
    '_',
    '%20',
    '~',
    '?',
    '&',
    '=',
    ';',
    '&amp;',
    ':',
    '@',
    '1',
    ' ',
  );
  const address = fc.array(part, { maxLength: 14 }).map((parts) => `https://a.example/${parts.join('')}`);
  fc.assert(
    fc.property(address, (value) => {
      const unescaped = value.replaceAll('&amp;', '&').trim();
      expect(resolveUrl(value, null)).toBe(new URL(unescaped).href);
    }),
    { numRuns: 500 },
  );
});

test('the canonical form is its own canonical form', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
      const canonical = canonicalUrl(url);
      expect(canonicalUrl(canonical)).toBe(canonical);
    }),
  );
});
