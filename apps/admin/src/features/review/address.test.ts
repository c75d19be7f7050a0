import { describe, expect, it } from 'vitest';
import { itemViewOf, parseReviewSearch, parseViewName, verdictTopic, viewSegment } from './address.ts';

describe('view names', () => {
  it('go to a segment and back, with hyphens in a topic', () => {
    for (const segment of [
      'queue',
      'everything',
      'topic-isis-k',
      'topic-آب-و-ہوا',
      'source-42',
      'publisher-7',
      'language-ur',
      'saved-3',
      'starred',
      'snoozed',
      'second-look',
    ]) {
      const name = parseViewName(segment);
      expect(name && viewSegment(name)).toBe(segment);
    }
  });

  it('are null for anything else', () => {
    for (const segment of [
      '',
      'queues',
      'topic-',
      'source-0',
      'source-x',
      'source-1e3',
      'constructor',
      'language-urdu',
    ])
      expect(parseViewName(segment)).toBeNull();
  });
});

describe('search parameters', () => {
  it('keep what is known and leave defaults out', () => {
    expect(
      parseReviewSearch({ sort: 'relevance', reviewed: 1, q: ' loss and damage ', item: 7, x: 'y' }),
    ).toEqual({ sort: 'relevance', reviewed: true, q: 'loss and damage', item: 7 });
    // Newest first is said where it is chosen: a saved view may have another order.
    expect(parseReviewSearch({ sort: 'newest', reviewed: false, q: '', item: 0 })).toEqual({
      sort: 'newest',
    });
  });

  it('drop what somebody typed wrong', () => {
    expect(parseReviewSearch({ sort: 'loudest', q: ['a'], item: '1; drop' })).toEqual({});
    expect(parseReviewSearch({ q: 1979 })).toEqual({ q: '1979' });
  });
});

describe('itemViewOf', () => {
  it('asks for the unreviewed of the queue unless told otherwise', () => {
    expect(itemViewOf({ kind: 'queue' }, {})).toEqual({
      queued: true,
      unreviewed: true,
      grouped: true,
      sort: 'newest',
    });
    expect(
      itemViewOf({ kind: 'topic', topic: 'unsc' }, { reviewed: true, flat: true, sort: 'oldest' }),
    ).toEqual({
      topic: 'unsc',
      queued: true,
      unreviewed: false,
      grouped: false,
      sort: 'oldest',
    });
    expect(itemViewOf({ kind: 'source', source: 3 }, { q: 'seat' })).toEqual({
      source: 3,
      query: 'seat',
      queued: false,
      unreviewed: false,
      grouped: false,
      sort: 'newest',
    });
  });

  it('searches within a saved view, in its order unless told otherwise', () => {
    const saved = {
      id: 3,
      name: 'Urdu',
      query: 'lang:ur',
      sort: 'oldest' as const,
      shared: false,
      own: true,
    };
    const name = { kind: 'saved' as const, saved: 3 };
    expect(itemViewOf(name, { q: 'seat' }, saved)).toMatchObject({
      within: 'lang:ur',
      query: 'seat',
      sort: 'oldest',
      queued: false,
    });
    expect(itemViewOf(name, { sort: 'newest' }, saved)).toMatchObject({ grouped: true, sort: 'newest' });
  });

  it('decides on the tag in a topic and on the item elsewhere', () => {
    expect(verdictTopic({ kind: 'topic', topic: 'unsc' })).toBe('unsc');
    expect(verdictTopic({ kind: 'queue' })).toBeNull();
  });
});
