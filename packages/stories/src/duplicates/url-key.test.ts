import { expect, test } from 'vitest';
import { urlKey } from './url-key.ts';

test('addresses of one page have one key', () => {
  const keys = [
    'https://www.example.org/a/b/',
    'http://example.org/a/b?utm_medium=feed&fbclid=x#c',
    'https://m.example.org/a/b/amp/',
  ].map(urlKey);
  expect(new Set(keys)).toEqual(new Set(['example.org/a/b']));
});

test('parameters that choose the page are kept, in any order', () => {
  expect(urlKey('https://example.org/?id=4&p=2')).toBe(urlKey('https://example.org/?p=2&id=4'));
  expect(urlKey('https://example.org/?id=4')).not.toBe(urlKey('https://example.org/?id=5'));
});

test.each([[''], ['nonsense'], ['https://example.org/'], ['ftp://example.org/a'], [null]])(
  'no page: %s',
  (address) => {
    expect(urlKey(address)).toBeNull();
  },
);
