import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { StoryCommand } from '@throughline/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listItems } from './item-list.ts';
import { itemById } from './items.ts';
import { describeStories, listStories, livingStory, storiesToDescribe, storyReports } from './stories.ts';
import { curateStories, undoStoryCommand } from './story-curation.ts';
import { isGroupingDue, recordGrouping, storyConstraints, storyCursor } from './story-groups.ts';
import { finishRebuild, latestRebuild, restartGrouping } from './story-rebuilds.ts';
import {
  group,
  incomingItem,
  openTestDatabase,
  placement,
  storeItems,
  type TestDatabase,
} from './testing.ts';
import { addUser } from './users.ts';

let db: TestDatabase;
let ids: number[];
let userId: number;

beforeAll(async () => {
  db = await openTestDatabase();
  ids = await storeItems(
    db,
    ['a', 'b', 'c', 'd'].map((key, index) =>
      incomingItem(key, { publishedAt: `2025-04-0${index + 1}T00:00:00.000Z` }),
    ),
  );
  await db.run('update throughline.items set queued = true');
  userId = (await addUser(db, 'Curator', 'curator')).id;
});
afterAll(() => db.close());

const place = (item: number, story: string) => placement(ids[item] ?? 0, story);
const members = async (story: string) =>
  (await storyReports(db, story)).map((report) => ids.indexOf(report.id));

test('a batch is stored once: whoever stands where the database no longer stands is refused', async () => {
  const from = await storyCursor(db);
  const batch = { from, position: ids[1] ?? 0, placements: [place(0, 'x'), place(1, 'y')], events: [] };
  expect(await recordGrouping(db, batch)).toBe(true);
  expect(await recordGrouping(db, batch)).toBe(false);
  expect([await members('x'), await members('y')]).toEqual([[0], [1]]);
});

test('merges and splits reach items of earlier batches, and an address of a merged story leads on', async () => {
  await group(
    db,
    [place(2, 'x'), place(3, 'z')],
    [
      { kind: 'merged', into: 'x', from: 'y', likeness: 0.4, reasons: [{ kind: 'told', text: 'alike' }] },
      {
        kind: 'split',
        story: 'x',
        part: 'z',
        items: [String(ids[0])],
        reasons: [{ kind: 'told', text: 'drifted' }],
      },
    ],
  );
  expect([await members('x'), await members('y'), await members('z')]).toEqual([[1, 2], [], [0, 3]]);
  expect(await livingStory(db, 'y')).toBe('x');
  expect((await listStories(db, { reports: 2, topic: null, limit: 10 })).rows.map((row) => row.id)).toEqual([
    'z',
    'x',
  ]);
});

test('a story that changes while it is described stays due', async () => {
  const stories = await storiesToDescribe(db, 10);
  await db.run("update throughline.stories set changes = changes + 1 where id = 'x'");
  await describeStories(
    db,
    stories.map(({ id, changes }) => ({
      id,
      changes,
      headline: `About ${id}`,
      independent: 1,
      origins: [],
      entities: [],
      figures: [],
      language: null,
    })),
  );
  expect((await storiesToDescribe(db, 10)).map((story) => story.id)).toEqual(['x']);
  expect((await itemById(db, ids[3] ?? 0))?.story).toEqual({
    id: 'z',
    headline: 'About z',
    reports: 2,
    independent: 1,
  });
});

test('stories are found by words of their headline, which are words and no pattern', async () => {
  const found = async (words: string) =>
    (await listStories(db, { reports: 1, topic: null, words, limit: 10 })).rows.map(({ id }) => id);
  expect(await found('ABOUT Z')).toEqual(['z']);
  expect(await found('about')).toEqual(['z', 'x']);
  for (const words of ['%', '_', '\\', "'"]) expect(await found(words)).toEqual([]);
});

test('grouped, a story is one row that its newest item stands for', async () => {
  const list = async (grouped: boolean) => {
    const view = { unreviewed: false, queued: true, sort: 'newest', grouped } as const;
    return (await listItems(db, view, { limit: 10 })).rows.map((row) => ids.indexOf(row.id));
  };
  expect(await list(false)).toEqual([3, 2, 1, 0]);
  expect(await list(true)).toEqual([3, 2]);
});

const curate = (command: StoryCommand) => curateStories(db, userId, command);

test('a merge holds at once and for later runs, is sent twice without harm, and undone whole', async () => {
  const commandId = randomUUID();
  const merge = { kind: 'merge', commandId, into: 'z', from: 'x' } as const;
  expect(await curate(merge)).toBe('z');
  expect(await members('z')).toEqual([0, 1, 2, 3]);
  expect(await isGroupingDue(db)).toBe(true);
  expect(await storyConstraints(db)).toEqual([{ kind: 'must-link', a: String(ids[0]), b: String(ids[1]) }]);
  expect(await curate(merge)).toBe('z');
  expect(await undoStoryCommand(db, userId, commandId)).toBe(true);
  expect(await undoStoryCommand(db, userId, commandId)).toBe(false);
  expect([await members('x'), await members('z'), await storyConstraints(db)]).toEqual([[1, 2], [0, 3], []]);
});

test('a split takes reports out under a name of its own and keeps both sides apart', async () => {
  const part = await curate({ kind: 'split', commandId: randomUUID(), story: 'x', itemIds: [ids[2] ?? 0] });
  expect([await members('x'), await members(part)]).toEqual([[1], [2]]);
  expect(await storyConstraints(db)).toEqual([{ kind: 'cannot-link', a: String(ids[1]), b: String(ids[2]) }]);
  const all: StoryCommand = { kind: 'split', commandId: randomUUID(), story: 'x', itemIds: [ids[1] ?? 0] };
  await expect(curate(all)).rejects.toThrow('reports that stay');
});

test('a moved report and a given name outlive the next description', async () => {
  await curate({ kind: 'move', commandId: randomUUID(), itemId: ids[1] ?? 0, to: 'z' });
  await curate({ kind: 'rename', commandId: randomUUID(), story: 'z', headline: 'Our words' });
  expect(await members('z')).toEqual([0, 1, 3]);
  const due = await storiesToDescribe(db, 10);
  expect(due.find((story) => story.id === 'z')?.name).toBe('Our words');
});

test('only the earliest report is called the first, also when it came in last', async () => {
  const reports = await storyReports(db, 'z');
  expect(reports.length).toBeGreaterThan(2);
  expect(reports.map(({ reasons }) => reasons.some(({ kind }) => kind === 'first'))).toEqual(
    reports.map((_, at) => at === 0),
  );
  expect(reports.every(({ reasons }) => reasons.length > 0)).toBe(true);
});

test('reasons that an older version wrote in English are read back, and what is unknown is kept', async () => {
  const told = [
    'same names and figure (Sharifullah, Mohammad, ۲۹%)',
    'same word (theft)',
    'likeness 0.41',
    'same text, shorter or longer: 83% of the wording',
    'new figures: 13, 170',
    '',
    'both name Kabul, Virginia',
    'an oracle said so',
  ];
  const file = new URL('../migrations/0130-story-reasons.sql', import.meta.url);
  const statements = (await readFile(file, 'utf8')).split(/;\n(?=\n|create|alter|drop)/);
  const read = await db.transaction(async (sql) => {
    await sql.run(
      `alter table throughline.story_members alter column reasons drop default, alter column reasons type text[] using '{}'`,
    );
    await sql.run(`alter table throughline.story_links alter column reasons type text[] using '{}'`);
    await sql.run('update throughline.story_members set reasons = $1 where item_id = $2', [told, ids[0]]);
    for (const statement of statements) await sql.run(statement);
    return sql.row<{ reasons: unknown }>('select reasons from throughline.story_members where item_id = $1', [
      ids[0],
    ]);
  });
  expect(read?.reasons).toEqual([
    { kind: 'same', names: ['Sharifullah', 'Mohammad'], figures: ['۲۹%'] },
    { kind: 'words', words: ['theft'] },
    { kind: 'likeness', value: 0.41 },
    { kind: 'wording', relation: 'excerpt', percent: 83 },
    { kind: 'new_figures', figures: ['13', '170'] },
    { kind: 'both_name', names: ['Kabul', 'Virginia'] },
    { kind: 'told', text: 'an oracle said so' },
  ]);
});

test('a rebuild keeps what stood, and says how far its result agrees with it', async () => {
  // Whatever the batches above left undone, so that a rebuild of it all can end.
  const all = (stories: readonly string[]) =>
    group(
      db,
      ids.map((_, item) => place(item, stories[item] ?? 'rest')),
    );
  await restartGrouping(db, null);
  await all(['p', 'p', 'q', 'q']);
  expect(await finishRebuild(db)).toBe(true);
  await restartGrouping(db, userId);
  expect(await finishRebuild(db)).toBe(false);
  expect(await latestRebuild(db)).toMatchObject({
    by: 'Curator',
    finishedAt: null,
    done: 0,
    total: ids.length,
  });
  // Begun again halfway: what it is compared with is what stood before all of it.
  await restartGrouping(db, userId);
  await all(['p', 'q', 'q', 'q']);
  expect(await finishRebuild(db)).toBe(true);
  const { agreement, items, finishedAt } = (await latestRebuild(db)) ?? {};
  expect({ items, ended: finishedAt !== null }).toEqual({ items: ids.length, ended: true });
  // Precision (1 + 1/3 + 2/3 + 2/3) / 4, recall (1/2 + 1/2 + 1 + 1) / 4.
  expect(agreement).toBeCloseTo((2 * (2 / 3) * 0.75) / (2 / 3 + 0.75), 3);
  expect(await finishRebuild(db)).toBe(false);
});

test('a restart makes everything due again, and refuses who was grouping before it', async () => {
  const from = await storyCursor(db);
  await restartGrouping(db, userId);
  expect(await isGroupingDue(db)).toBe(true);
  expect(await recordGrouping(db, { from, position: 99, placements: [], events: [] })).toBe(false);
});
