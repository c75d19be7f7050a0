import { randomUUID } from 'node:crypto';
import type { MarkItems } from '@throughline/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actingAs } from './acting.ts';
import { readAudit } from './audit.ts';
import type { Database } from './database.ts';
import { markItems } from './item-marks.ts';
import { writeSetting } from './settings.ts';
import { addSource, setPaused } from './sources.ts';
import { createStoryline, updateSection, updateStoryline } from './storylines.ts';
import { incomingItem, openTestDatabase, storeItems, type TestDatabase } from './testing.ts';
import { addUser, setRole } from './users.ts';
import { decide, undoDecision } from './verdicts.ts';

let db: TestDatabase;
let ana: { id: number; db: Database };
let ben: { id: number; db: Database };

beforeAll(async () => {
  db = await openTestDatabase();
  const person = async (name: string) => {
    const { id } = await addUser(db, name, 'admin');
    return { id, db: actingAs(db, { userId: id }) };
  };
  ana = await person('Ana');
  ben = await person('Ben');
});
afterAll(() => db.close());

const everything = { everything: true, limit: 100 };
const last = async (object: string, objectId?: string | number) =>
  (
    await readAudit(
      db,
      { object: object as 'item', ...(objectId === undefined ? {} : { objectId: String(objectId) }) },
      everything,
    )
  ).rows;

describe('the record', () => {
  test('says who changed a verdict, when, and what it said before', async () => {
    const [itemId = 0] = await storeItems(db, [incomingItem('one', { title: 'A tariff' })]);
    const command = { itemIds: [itemId], topic: null };
    const first = randomUUID();
    await decide(ana.db, ana.id, { ...command, commandId: first, value: 'relevant' });
    const second = randomUUID();
    await decide(ben.db, ben.id, {
      ...command,
      commandId: second,
      value: 'not_relevant',
      reason: 'too_minor',
    });
    await undoDecision(ben.db, ben.id, randomUUID(), second);
    const [settled, undone, disputed, changed, judged] = await last('item', itemId);
    expect(judged).toMatchObject({
      actor: { name: 'Ana' },
      label: 'A tariff',
      action: 'judged',
      before: {},
      after: { verdict: 'relevant' },
    });
    expect(changed).toMatchObject({
      actor: { name: 'Ben' },
      before: { verdict: 'relevant', by: ana.id },
      after: { verdict: 'not_relevant', reason: 'too_minor' },
    });
    expect(disputed).toMatchObject({ action: 'marked', after: { mark: 'doubted', because: 'disagreement' } });
    expect(settled).toMatchObject({
      actor: { name: 'Ben' },
      action: 'mark taken off',
      before: disputed?.after,
    });
    expect(undone).toMatchObject({ before: { verdict: 'not_relevant' }, after: { verdict: 'relevant' } });
    expect(Date.parse(undone?.at ?? '')).toBeGreaterThan(Date.now() - 60_000);
  });

  test('says who starred, snoozed and doubted what, in bulk, and what a mark said before', async () => {
    const ids = await storeItems(db, [incomingItem('two', { title: 'A seat' }), incomingItem('three')]);
    const [two = 0, three = 0] = ids;
    const mark = (who: typeof ana, over: Partial<MarkItems>) =>
      markItems(who.db, who.id, { itemIds: ids, kind: 'snoozed', on: true, ...over });
    const [first, second] = ['2030-01-01T06:00:00.000Z', '2030-02-01T06:00:00.000Z'];
    await mark(ana, { until: first });
    await mark(ana, { until: second, itemIds: [two] });
    await mark(ana, { until: second, itemIds: [two] });
    await mark(ana, { on: false });
    await mark(ana, { kind: 'starred', itemIds: [three] });
    await mark(ana, { kind: 'starred', itemIds: [three] });
    await mark(ana, { kind: 'doubted', itemIds: [three] });
    await mark(ben, { kind: 'doubted', itemIds: [three], on: false });
    const told = async (id: number) =>
      (await last('item', id)).map(({ actor, action, before, after }) => [
        actor?.name,
        action,
        before,
        after,
      ]);
    const snoozed = (until: string) => ({
      mark: 'snoozed',
      until: expect.stringContaining(until.slice(0, 19)),
    });
    const doubted = { mark: 'doubted', because: 'asked' };
    expect(await told(two)).toEqual([
      ['Ana', 'mark taken off', snoozed(second), {}],
      ['Ana', 'changed', snoozed(first), snoozed(second)],
      ['Ana', 'marked', {}, snoozed(first)],
    ]);
    expect(await told(three)).toEqual([
      ['Ben', 'mark taken off', doubted, {}],
      ['Ana', 'marked', {}, doubted],
      ['Ana', 'marked', {}, { mark: 'starred' }],
      ['Ana', 'mark taken off', snoozed(first), {}],
      ['Ana', 'marked', {}, snoozed(first)],
    ]);
    expect((await last('item', two))[0]?.label).toBe('A seat');
  });

  test('names only what changed of a storyline, and keeps the words that stood there', async () => {
    const storyline = await createStoryline(ana.db, ana.id, 'Rate and seat');
    await updateStoryline(ben.db, ben.id, {
      id: storyline.id,
      revision: storyline.revision,
      patch: { headline: 'Seat and rate', status: storyline.status },
    });
    const [renamed] = await last('storyline', storyline.id);
    expect(renamed).toMatchObject({
      actor: { name: 'Ben' },
      before: { headline: 'Rate and seat' },
      after: { headline: 'Seat and rate' },
    });
    const [section] = storyline.sections;
    const write = (who: typeof ana, version: number, text: string) =>
      updateSection(who.db, who.id, {
        sectionId: section?.id ?? 0,
        version,
        patch: { blocks: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
      });
    await write(ana, 1, 'Ten per cent');
    await write(ana, 2, 'Ten per cent, they say');
    await write(ben, 3, 'Twenty');
    const texts = (await last('storyline', storyline.id)).filter((entry) => entry.part === 'text');
    // One line for each who begins to write, not one for each save.
    expect(texts.map(({ actor, before }) => [actor?.name, before['text']])).toEqual([
      ['Ben', 'Ten per cent, they say'],
      ['Ana', ''],
    ]);
  });

  test('covers sources, people and settings; what the desk does itself has no actor', async () => {
    const source = await addSource(ana.db, { url: 'https://a.example/feed', folders: ['World'] });
    await setPaused(ben.db, source.id, true);
    expect(await last('source', source.id)).toMatchObject([
      { actor: { name: 'Ben' }, after: { state: 'paused' } },
      { actor: { name: 'Ana' }, action: 'added', after: { folders: ['World'] } },
    ]);
    await setRole(ana.db, ben.id, 'editor');
    expect((await last('person', ben.id))[0]).toMatchObject({
      actor: { name: 'Ana' },
      before: { role: 'admin' },
      after: { role: 'editor' },
    });
    await writeSetting(db, 'colour', 'blue');
    await writeSetting(ben.db, 'colour', 'red');
    expect(await last('setting', 'colour')).toMatchObject([
      { actor: { name: 'Ben' }, before: { value: 'blue' }, after: { value: 'red' } },
      { actor: null, via: null },
    ]);
  });

  test('is undone with the change that it tells of', async () => {
    const { id } = await addUser(db, 'Nobody', 'viewer');
    const before = (await last('person', id)).length;
    const failing = ana.db.transaction(async (sql) => {
      await sql.run("update throughline.users set role = 'admin' where id = $1", [id]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect((await last('person', id)).length).toBe(before);
  });

  test('cannot be changed, shortened or emptied', async () => {
    for (const attempt of [
      "update throughline.audit set label = 'x'",
      'delete from throughline.audit',
      'truncate throughline.audit',
    ])
      await expect(db.run(attempt)).rejects.toThrow('append-only');
    expect((await readAudit(db, {}, everything)).rows.length).toBeGreaterThan(5);
  });

  test('does not tell everybody about people, and goes on page by page', async () => {
    const shown = await readAudit(db, {}, { everything: false, limit: 100 });
    expect(shown.rows.some(({ object }) => object === 'person' || object === 'setting')).toBe(false);
    const first = await readAudit(db, {}, { everything: true, limit: 2 });
    const next = await readAudit(db, {}, { everything: true, limit: 2, before: Number(first.nextCursor) });
    expect(next.rows[0]?.id).toBeLessThan(first.rows[1]?.id ?? 0);
  });

  test('one person never acts in the name of another, however their changes mix', async () => {
    const sources = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        addSource(n % 2 === 0 ? ana.db : ben.db, { url: `https://mixed.example/${n}`, folders: [] }),
      ),
    );
    await addSource(db, { url: 'https://mixed.example/self', folders: [] });
    for (const [n, source] of sources.entries()) {
      const [entry] = await last('source', source.id);
      expect(entry?.actor?.name).toBe(n % 2 === 0 ? 'Ana' : 'Ben');
    }
    const [own] = (await last('source')).filter(({ after }) => after['url'] === 'https://mixed.example/self');
    expect(own?.actor).toBeNull();
  });
});
