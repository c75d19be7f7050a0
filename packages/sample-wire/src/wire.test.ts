import { describe, expect, it } from 'vitest';
import { publisherByKey, samplePublishers, sampleSources, sourceByKey } from './sources.ts';
import { sampleItems, sampleWireNow } from './wire.ts';

const ids = sampleItems.map(({ key }) => key);
const textOf = (item: (typeof sampleItems)[number]) =>
  item.revisions.map(({ title, paragraphs }) => [title, ...paragraphs].join('\n')).join('\n');
const languageOf = (item: (typeof sampleItems)[number]) => item.language ?? sourceByKey(item.source).language;

describe('sources', () => {
  it('are at least 10 of at least 8 publishers, in four formats and four languages', () => {
    expect(sampleSources.length).toBeGreaterThanOrEqual(10);
    expect(new Set(sampleSources.map(({ publisher }) => publisher)).size).toBeGreaterThanOrEqual(8);
    expect(new Set(sampleSources.map(({ format }) => format)).size).toBe(4);
    const languages = new Set(sampleSources.map(({ language }) => language));
    for (const language of ['en', 'ur', 'ar', 'fr']) expect(languages).toContain(language);
  });

  it('have their own paths, known publishers and pretended homes that cannot exist', () => {
    expect(new Set(sampleSources.map(({ path }) => path)).size).toBe(sampleSources.length);
    for (const { publisher } of sampleSources) expect(publisherByKey(publisher).key).toBe(publisher);
    for (const { site } of samplePublishers) expect(site).toMatch(/^https:\/\/[a-z]+\.example$/);
  });
});

describe('items', () => {
  it('are at least 240 with unique keys, each at a known source', () => {
    expect(sampleItems.length).toBeGreaterThanOrEqual(240);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { source } of sampleItems) expect(sourceByKey(source).key).toBe(source);
  });

  it('carry their day in the key', () => {
    for (const { key, revisions } of sampleItems)
      expect([key, /-(\d{4})-/.exec(key)?.[1]]).toEqual([key, revisions[0].at.slice(5, 10).replace('-', '')]);
  });

  it('are off-topic by more than half', () => {
    const off = sampleItems.filter(({ gold }) => gold.topics.length === 0);
    expect(off.length / sampleItems.length).toBeGreaterThan(0.5);
  });

  it('cover each topic by 20 at least, and each main language by 15', () => {
    for (const topic of ['isis-k', 'tariffs', 'unsc', 'climate'] as const)
      expect(sampleItems.filter(({ gold }) => gold.topics.includes(topic)).length).toBeGreaterThanOrEqual(20);
    for (const language of ['ur', 'ar', 'fr'])
      expect(sampleItems.filter((item) => languageOf(item) === language).length).toBeGreaterThanOrEqual(15);
  });

  it('are written in the script of their language', () => {
    for (const item of sampleItems) {
      const arabic = /\p{Script=Arabic}/u.test(item.revisions[0].title);
      expect([item.key, arabic]).toEqual([item.key, ['ar', 'ur', 'fa', 'ps'].includes(languageOf(item))]);
      const cyrillic = /\p{Script=Cyrillic}/u.test(item.revisions[0].title);
      expect([item.key, cyrillic]).toEqual([item.key, languageOf(item) === 'ru']);
    }
  });

  it('have revisions in order of time, each different from the one before', () => {
    const edited = sampleItems.filter(({ revisions }) => revisions.length > 1);
    expect(edited.length).toBeGreaterThanOrEqual(15);
    for (const { key, revisions } of edited)
      for (const [index, revision] of revisions.slice(1).entries()) {
        const before = revisions[index];
        expect([key, revision.at > (before?.at ?? '')]).toEqual([key, true]);
        expect({ ...revision, at: '' }).not.toEqual({ ...before, at: '' });
      }
  });

  it('leave something to arrive, and something to be edited, after the start', () => {
    const late = (at: string | undefined) => Date.parse(at ?? '') > sampleWireNow.getTime();
    expect(sampleItems.filter(({ revisions }) => late(revisions[0].at)).length).toBeGreaterThanOrEqual(25);
    const editedLater = sampleItems.filter(
      ({ revisions }) => !late(revisions[0].at) && late(revisions.at(-1)?.at),
    );
    expect(editedLater.length).toBeGreaterThanOrEqual(2);
  });
});

describe('gold', () => {
  it('points at items that exist and came first', () => {
    for (const { key, gold, revisions } of sampleItems)
      for (const earlier of [gold.copyOf, gold.updateOf]) {
        if (earlier === null) continue;
        const original = sampleItems.find((item) => item.key === earlier);
        expect([key, (original?.revisions[0].at ?? '9') < revisions[0].at]).toEqual([key, true]);
      }
  });

  it('never calls a copy with a changed figure a duplicate', () => {
    const relations = sampleItems.map(({ gold }) => gold.relation);
    for (const relation of ['copy', 'abridged', 'changed'] as const) expect(relations).toContain(relation);
    for (const { gold } of sampleItems)
      expect(gold.duplicateOf).toBe(gold.relation === 'changed' ? null : gold.copyOf);
  });

  it('has stories with several publishers, and with figures that disagree', () => {
    const story = (name: string) => sampleItems.filter(({ gold }) => gold.story === name);
    const publishers = new Set(
      story('sharifullah-arrest').map(({ source }) => sourceByKey(source).publisher),
    );
    expect(publishers.size).toBeGreaterThanOrEqual(5);
    const told = story('pakistan-29').map(textOf).join('\n');
    for (const figure of ['29%', '29 per cent', 'about 30 per cent', '30%']) expect(told).toContain(figure);
  });

  it.each([
    ['climate of fear', 'climate'],
    ['electricity tariff', 'tariffs'],
    ['feed-in tariff', 'tariffs'],
    ['business climate', 'climate'],
    ['National Security Council', 'unsc'],
    ['Mozambique', 'isis-k'],
  ] as const)('knows "%s" as a trap of %s', (phrase, topic) => {
    const traps = sampleItems.filter((item) => textOf(item).includes(phrase));
    expect(traps.length).toBeGreaterThan(0);
    for (const { gold } of traps) expect(gold.topics).not.toContain(topic);
  });
});
