import { expect, test } from 'vitest';
import { identifyItems, itemIdentity } from './identity.ts';
import { canonicalUrl } from './urls.ts';

const feedUrl = 'https://news.example/feed';
const item = (over: Partial<Parameters<typeof itemIdentity>[0]>) => ({
  guid: null,
  url: null,
  title: 'A headline of some words',
  contentText: null,
  summary: null,
  publishedAt: null,
  ...over,
});

test('guid, else link without tracking, else content', () => {
  expect(itemIdentity(item({ guid: 'x', url: 'https://a.example/1' }), feedUrl)).toBe('guid:x');
  const plain = itemIdentity(item({ url: 'https://www.a.example/1?id=3' }), feedUrl);
  expect(itemIdentity(item({ url: 'http://a.example/1/?utm_source=rss&id=3#top' }), feedUrl)).toBe(plain);
  const bare = itemIdentity(item({ url: feedUrl }), feedUrl);
  expect(bare).toMatch(/^text#/);
  expect(itemIdentity(item({ title: 'a  HEADLINE of some words' }), feedUrl)).toBe(bare);
  expect(itemIdentity(item({ title: 'Another' }), feedUrl)).not.toBe(bare);
});

test('a guid that different items share is joined by the link; one item twice stays one', () => {
  const items = [1, 2, 1].map((n) => item({ guid: 'same', url: `https://a.example/${n}` }));
  const [a, b, again] = identifyItems(items, feedUrl);
  expect(a).not.toBe(b);
  expect(a).toBe(again);
});

test('an item keeps its key when others begin to share its guid', () => {
  const first = item({ guid: 'same', url: 'https://a.example/1' });
  const [key = ''] = identifyItems([first], feedUrl);
  const keys = identifyItems([first, item({ guid: 'same', url: 'https://a.example/2' })], feedUrl, [
    { key, ...first },
  ]);
  expect(keys[0]).toBe(key);
  expect(keys[1]).not.toBe(key);
});

test('a guid that changes on every fetch does not double the item', () => {
  const stored = {
    key: 'guid:1',
    guid: '1',
    url: 'https://a.example/1',
    title: 'Court hears the tariff case',
  };
  const again = item({
    guid: '2',
    url: 'https://a.example/1?utm_medium=rss',
    title: 'Court hears tariff case today',
  });
  expect(identifyItems([again], feedUrl, [stored])).toEqual(['guid:1']);
});

test('posts of a live page share its link and stay apart', () => {
  const stored = { key: 'guid:1', guid: '1', url: 'https://a.example/live', title: 'Polls open' };
  const posts = [item({ guid: '2', url: 'https://a.example/live', title: 'Minister votes' })];
  expect(identifyItems(posts, feedUrl, [stored])).toEqual(['guid:2']);
});

test('canonical addresses keep what names the page', () => {
  expect(canonicalUrl('HTTP://www.A.example:80/x//y/?b=2&a=1&fbclid=z#frag')).toBe(
    'https://a.example/x/y?a=1&b=2',
  );
  expect(canonicalUrl('https://a.example/#!/post/1')).toBe('https://a.example#!/post/1');
  expect(canonicalUrl(' not an address ')).toBe('not an address');
});
