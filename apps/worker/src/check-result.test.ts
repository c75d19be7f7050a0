import type { ParsedItem, ParseResult } from '@throughline/schema';
import { expect, test } from 'vitest';
import { checkResult, type Reading } from './check-result.ts';

const item: ParsedItem = {
  guid: 'endless',
  url: null,
  title: 'x'.repeat(2_000_000),
  summary: 'y'.repeat(2_000_000),
  contentHtml: null,
  contentText: null,
  authors: [],
  publishedAt: null,
  updatedAt: null,
  language: null,
  categories: [],
  enclosures: [],
  commentsUrl: null,
};

test('a title or a summary of megabytes is cut to what a list can show', () => {
  const parsed = { ok: true, feed: { title: null, siteUrl: null, language: null }, items: [item] };
  const freshness = { cacheControl: null, expires: null, date: null, age: null, retryAfter: null };
  const outcome = {
    kind: 'unchanged',
    by: 'status',
    freshness,
    durationMs: 1,
    status: 200,
    bytes: 0,
    movedTo: null,
  };
  const reading = { outcome, parsed: parsed as ParseResult, known: [] } as unknown as Reading;
  const source = {
    id: 1,
    url: 'https://paper.example/feed',
    language: null,
    intervalSeconds: null,
    etag: null,
    lastModified: null,
    bodyHash: null,
    failures: 0,
    memory: null,
    push: null,
    arrivals: [],
  };
  const clock = { now: new Date(), random: () => 0.5, pushedUntil: null };
  const { result } = checkResult(source, reading, clock);
  expect(result.items.map(({ title, summary }) => [title.length, summary.length])).toEqual([
    [2_000, 100_000],
  ]);
});
