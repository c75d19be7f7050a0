import { randomUUID } from 'node:crypto';
import { starterTopics } from '@throughline/relevance';
import type { ItemView } from '@throughline/schema';
import {
  addSource,
  type IncomingItem,
  itemsDueForTagging,
  itemsToTag,
  listItems,
  recordCheck,
  recordTags,
  seedTopics,
  taggingState,
} from '@throughline/store';
import { checkOf, incomingItem } from '@throughline/store/testing';
import { searchWords } from '@throughline/text';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from './testing.ts';

let desk: TestDesk;
let curator: Awaited<ReturnType<TestDesk['as']>>;
const ids = new Map<string, number>();
const at = (day: number) => `2025-04-${String(day).padStart(2, '0')}T12:00:00Z`;

const ITEMS: [key: string, item: Partial<IncomingItem>, score: number | null][] = [
  ['textiles', { title: 'New tariffs on textiles', summary: 'The 29% rate stays.', publishedAt: at(1) }, 0.9],
  ['mention', { title: 'Markets fall', summary: 'Traders fear a tariff war.', publishedAt: at(2) }, 0.4],
  [
    'climate',
    { title: 'Loss and damage fund opens', summary: 'Not damages and losses.', publishedAt: at(3) },
    null,
  ],
  ['other', { title: 'Damage after the loss', summary: '', publishedAt: at(4) }, null],
  [
    'award',
    { title: 'An award for the film', summary: 'No war in it.', publishedAt: at(5), language: 'pl' },
    null,
  ],
  [
    'urdu',
    { title: 'امریکی ٹیرفوں کا اثر', summary: 'کراچی سے', publishedAt: at(6), language: 'ur-PK' },
    0.7,
  ],
  ['russian', { title: 'Новые пошлины США', summary: '', publishedAt: at(7), language: 'ru' }, null],
  ['chinese', { title: '美国宣布加征关税', summary: '', publishedAt: at(8), language: 'zh' }, null],
  ['arabic', { title: 'الرسوم الجمركية الجديدة', summary: '', publishedAt: at(9), language: 'ar' }, null],
  ['french', { title: "L'État relève ses taxes", summary: '', publishedAt: at(10), language: 'fr' }, null],
];

beforeAll(async () => {
  desk = await openTestDesk();
  curator = await desk.as('curator');
  await seedTopics(desk.db, starterTopics.slice(0, 2));
  const dawn = await addSource(desk.db, { url: 'https://dawn.example/feed', folders: [] });
  const post = await addSource(desk.db, { url: 'https://post.example/feed', folders: [] });
  for (const [key, item] of ITEMS) {
    const source = key === 'mention' ? post : dawn;
    const { newItemIds } = await recordCheck(
      desk.db,
      checkOf(source.id, [incomingItem(key, { contentText: '', ...item })]),
    );
    ids.set(key, newItemIds[0] ?? 0);
  }
  await tag();
});
afterAll(() => desk.close());

async function tag() {
  const items = await itemsToTag(desk.db, await itemsDueForTagging(desk.db, new Date(), 100), new Date());
  const topic = starterTopics[0]?.id ?? '';
  const results = items.map((item) => {
    const key = [...ids].find(([, id]) => id === item.id)?.[0];
    const score = ITEMS.find(([name]) => name === key)?.[2] ?? null;
    const result = { topic, score: score ?? 0, relevant: true, evidence: [] };
    const stored = { ...result, queued: true, topicVersion: 1, logOdds: 0 };
    const low = { ...stored, topic: starterTopics[1]?.id ?? '', score: 0.1, queued: false };
    const tags = [...(score === null ? [] : [stored]), ...(key === 'textiles' ? [low] : [])];
    return { itemId: item.id, revisionId: item.revisionId, search: searchWords(item), tags };
  });
  await recordTags(desk.db, await taggingState(desk.db), results);
}

const everything: ItemView = { queued: false, unreviewed: false, sort: 'newest' };
const listed = async (view: ItemView) => {
  const { rows } = await curator.items.list({ view });
  return rows.map((row) => [...ids].find(([, id]) => id === row.id)?.[0]);
};
const find = (query: string, view: Partial<ItemView> = {}) => listed({ ...everything, ...view, query });
const idOf = (key: string) => ids.get(key) ?? 0;

describe('text', () => {
  test.each([
    ['words in any of their English forms, newest first', 'tariff', ['mention', 'textiles']],
    ['a phrase in its order', '"loss and damage"', ['climate']],
    ['words that are so common that others leave them out', 'the', ['award', 'other', 'textiles']],
    ['beginnings', 'textil*', ['textiles']],
    ['only in the title', 'title:tariffs', ['textiles']],
    ['without what is unwanted', 'tariff -textiles', ['mention']],
    ['either of two', 'film OR textiles', ['award', 'textiles']],
    ['Latin words never inside others', 'war', ['award', 'mention']],
    ['Russian in another case', 'пошлинами', ['russian']],
    ['Arabic without its article', 'رسوم', ['arabic']],
    ['Urdu inside an inflected word, typed on an Arabic keyboard', 'ٹيرف', ['urdu']],
    ['an Urdu title', 'title:ٹیرف', ['urdu']],
    ['Chinese inside a sentence', '关税', ['chinese']],
    ['French without its accents and its article', 'etat', ['french']],
    ['an entity by its names elsewhere', 'entity:"United States"', ['urdu', 'chinese', 'russian']],
    ['nothing of what looks like SQL', `"x'); drop table throughline.items; --"`, []],
    ['nothing of operators', "tariff' & !'x", []],
  ])('finds %s', async (_what, query, expected) => {
    const found = await find(query);
    if (query.startsWith('entity:')) expect(found).toContain('russian');
    else expect(found).toEqual(expected);
  });
});

describe('fields', () => {
  test.each([
    ['topic:isis-k score:>0.6', ['urdu', 'textiles']],
    ['topic:isis-k -source:dawn', ['mention']],
    // Textiles have a low score, too, for another topic.
    ['score:<0.5', ['french', 'arabic', 'chinese', 'russian', 'award', 'other', 'climate', 'mention']],
    ['score:>=0.5', ['urdu', 'textiles']],
    ['lang:ur', ['urdu']],
    ['after:2025-04-08', ['french', 'arabic', 'chinese']],
    ['before:2025-04-02', ['textiles']],
    ['on:2025-04-03', ['climate']],
    ['publisher:post', ['mention']],
    ['-is:queued after:2025-04-09', ['french', 'arabic']],
    ['(lang:ur OR lang:ru) after:2025-04', ['russian', 'urdu']],
    ['is:unreviewed tariff -(lang:ur | score:>0.8)', ['mention']],
  ])('%s', async (query, expected) => expect(await find(query)).toEqual(expected));

  test('a query that cannot be read says where', async () => {
    const fault = { position: 6, message: 'there is no topic "tarifs"' };
    expect(await curator.items.checkQuery({ query: 'topic:tarifs' })).toMatchObject(fault);
    const refused = { code: 'BAD_REQUEST', cause: { faults: [fault] } };
    await expect(find('topic:tarifs')).rejects.toMatchObject(refused);
  });

  test('a query is asked within a saved view and within a topic', async () => {
    expect(await find('tariff', { within: 'source:dawn' })).toEqual(['textiles']);
    expect(await find('film | tariff', { topic: 'isis-k', queued: true })).toEqual(['mention', 'textiles']);
  });
});

describe('a search that looks through the list', () => {
  test.each(['newest', 'oldest', 'relevance'] as const)(
    'by %s says how far it looked, and over its pages finds everything once',
    async (sort) => {
      const condition = { kind: 'not' as const, of: { kind: 'language' as const, language: 'ur' } };
      const view = { queued: false, unreviewed: false, sort, condition };
      const found: number[] = [];
      const sizes: number[] = [];
      let cursor: string | undefined;
      do {
        const bounds = { rare: 0, step: 1, most: 2 };
        const page = await listItems(desk.db, view, { cursor, limit: 4, bounds });
        found.push(...page.rows.map((row) => row.id));
        sizes.push(page.rows.length);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      const whole = await listItems(desk.db, view, { limit: 50 });
      expect(found).toEqual(whole.rows.map((row) => row.id));
      expect(found).toHaveLength(ITEMS.length - 1);
      expect(Math.min(...sizes)).toBeLessThan(4);
    },
  );
});

describe('what curators put on items', () => {
  test('stars are each their own, and can be taken back', async () => {
    const editor = await desk.as('editor');
    await curator.items.mark({ itemIds: [idOf('urdu'), idOf('award')], kind: 'starred', on: true });
    expect(await find('is:starred')).toEqual(['urdu', 'award']);
    expect(await listed({ ...everything, mark: 'starred' })).toEqual(['urdu', 'award']);
    expect((await editor.items.counts()).starred).toBe(0);
    expect((await curator.items.counts()).starred).toBe(2);
    await curator.items.mark({ itemIds: [idOf('award')], kind: 'starred', on: false });
    expect((await curator.items.byId({ id: idOf('urdu') })).marks).toMatchObject([{ kind: 'starred' }]);
    expect(await find('is:starred')).toEqual(['urdu']);
  });

  test('a star that is sent again late does not come back', async () => {
    const star = { commandId: randomUUID(), itemIds: [idOf('award')], kind: 'starred' as const, on: true };
    await curator.items.mark(star);
    await curator.items.mark({ ...star, commandId: randomUUID(), on: false });
    await curator.items.mark(star);
    expect((await curator.items.byId({ id: idOf('award') })).marks).toEqual([]);
  });

  test('a snoozed item leaves its queue until it wakes up', async () => {
    const before = (await curator.items.counts()).all.unreviewed;
    const until = new Date(Date.now() + 3_600_000).toISOString();
    await curator.items.mark({ itemIds: [idOf('urdu')], kind: 'snoozed', on: true, until });
    const counts = await curator.items.counts();
    expect([counts.all.unreviewed, counts.snoozed, counts.nextWake]).toEqual([before - 1, 1, until]);
    const queue: ItemView = { queued: true, unreviewed: true, sort: 'newest' };
    expect(await listed(queue)).not.toContain('urdu');
    expect(await find('is:snoozed')).toEqual(['urdu']);
    const past = new Date(Date.now() - 1000).toISOString();
    await curator.items.mark({ itemIds: [idOf('urdu')], kind: 'snoozed', on: true, until: past });
    expect(await listed(queue)).toContain('urdu');
    expect((await curator.items.counts()).snoozed).toBe(0);
  });

  test('a topic given by hand survives the rules, teaches them, and is taken back whole', async () => {
    const commandId = randomUUID();
    const itemIds = [idOf('russian')];
    await curator.items.tagByHand({ commandId, itemIds, topic: 'isis-k', on: true });
    await desk.db.run('update throughline.items set tagged_epoch = 0');
    await tag();
    const inTopic: ItemView = { topic: 'isis-k', queued: true, unreviewed: false, sort: 'newest' };
    expect(await listed(inTopic)).toContain('russian');
    const item = await curator.items.byId({ id: idOf('russian') });
    expect(item.tags).toMatchObject([{ topic: 'isis-k', score: 1, byHand: true }]);
    expect(item.verdicts).toMatchObject([{ topic: 'isis-k', value: 'relevant' }]);
    expect(await find('is:by-hand')).toEqual(['russian']);
    await curator.items.tagByHand({
      commandId: randomUUID(),
      itemIds,
      topic: 'isis-k',
      on: false,
      undoes: commandId,
    });
    await tag();
    expect(await listed(inTopic)).not.toContain('russian');
    expect(await curator.items.byId({ id: idOf('russian') })).toMatchObject({ tags: [], verdicts: [] });
  });

  test('what somebody else decided meanwhile is told and kept; deciding otherwise knowingly asks for a second look', async () => {
    const editor = await desk.as('editor');
    const itemIds = [idOf('textiles'), idOf('mention')];
    const decision = (value: 'relevant' | 'not_relevant', more: object = {}) => ({
      commandId: randomUUID(),
      itemIds,
      topic: null,
      value,
      ...more,
    });
    await editor.verdicts.decide({ ...decision('not_relevant'), itemIds: [idOf('textiles')] });
    const unseen = await curator.verdicts.decide(decision('relevant', { seen: [null, null] }));
    expect(unseen).toMatchObject({ changed: 1, conflicts: [{ by: 'A editor', value: 'not_relevant' }] });
    const { verdicts } = await curator.items.byId({ id: idOf('textiles') });
    expect(verdicts).toMatchObject([{ value: 'not_relevant', by: 'A editor' }]);
    expect((await curator.items.counts()).doubted).toBe(0);

    const knowing = decision('relevant', { seen: [verdicts[0]?.at ?? null, null] });
    expect(await curator.verdicts.decide(knowing)).toMatchObject({ conflicts: [] });
    expect(await find('is:doubted')).toEqual(['textiles']);
    expect(await listed({ ...everything, mark: 'doubted' })).toEqual(['textiles']);
    // Sent again: no new conflict with itself, no second mark.
    expect(await curator.verdicts.decide(knowing)).toEqual({ changed: 0, conflicts: [] });
    await editor.verdicts.decide(decision('relevant', { settles: true }));
    expect(await find('is:doubted')).toEqual([]);
  });
});

describe('saved views', () => {
  test('are counted, shared, changed by their maker only, removed and brought back', async () => {
    const editor = await desk.as('editor');
    const own = await curator.views.add({ name: 'Urdu', query: 'lang:ur' });
    const shared = await curator.views.add({
      name: 'Tariffs',
      query: 'tariff',
      sort: 'oldest',
      shared: true,
    });
    expect((await editor.views.list()).map(({ name, own: mine }) => [name, mine])).toEqual([
      ['Tariffs', false],
    ]);
    expect(await curator.views.counts()).toEqual([
      { id: shared.id, items: 2 },
      { id: own.id, items: 1 },
    ]);
    await expect(editor.views.change({ id: shared.id, change: { name: 'Mine' } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await curator.views.change({ id: shared.id, change: { query: 'nothing like it' } });
    expect((await editor.views.list())[0]).toMatchObject({ sort: 'oldest', shared: true });
    await curator.views.change({ id: own.id, change: { removed: true } });
    expect(await curator.views.counts()).toEqual([{ id: shared.id, items: 0 }]);
    await curator.views.change({ id: own.id, change: { removed: false } });
    expect(await curator.views.list()).toHaveLength(2);
    await expect(curator.views.add({ name: 'x', query: 'topic:none' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});

describe('who looks at what', () => {
  test('is told to others, until the page is left', async () => {
    const page = randomUUID();
    await curator.desk.lookAt({ page, itemId: idOf('urdu') });
    expect(await curator.desk.looking()).toMatchObject([{ page, name: 'A curator', itemId: idOf('urdu') }]);
    await curator.desk.lookAt({ page, itemId: null });
    expect(await curator.desk.looking()).toEqual([]);
  });
});

test.each(['on:9999', 'after:0001', `${'अ'.repeat(900)}*`, `title:${'ض'.repeat(990)}`])(
  'what the database could not answer is a fault of the query, and is not shared as a view (%#)',
  async (query) => {
    const fault = expect.objectContaining({ code: 'BAD_REQUEST' });
    expect(await curator.items.checkQuery({ query })).toMatchObject({ position: expect.any(Number) });
    await expect(curator.views.add({ name: 'For all', query, sort: 'newest', shared: true })).rejects.toEqual(
      fault,
    );
    // Otherwise nobody's views would be counted any more.
    await curator.views.counts();
  },
);
