import type { StoryCommand, StoryConstraint } from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { MissingError } from './errors.ts';
import { emit } from './events.ts';
import { applyEvent, beginStories, logStoryEvent, moveItems, refreshTimes } from './story-groups.ts';

/** Where an item was. */
interface Place {
  itemId: number;
  story: string;
}

/** What a command does now, and what it says to every later run. */
interface Effect {
  moved: Place[];
  apply: () => Promise<void>;
  constraints: StoryConstraint[];
  /** Stories whose reports or name changed. */
  touched: string[];
}

/**
 * Carries out a curator's decision about stories at once, and keeps it as constraints for every later run of the
 * grouping. Sending the same command again changes nothing.
 *
 * @returns the story to look at now.
 * @throws MissingError when a story or item is not there.
 */
export async function curateStories(db: Database, userId: number, command: StoryCommand): Promise<string> {
  return db.transaction(async (sql) => {
    const known = await sql.row<{ story: string }>(
      'select story from throughline.story_commands where id = $1',
      [command.commandId],
    );
    if (known !== null) return known.story;
    const effect = await effectOf(sql, command);
    const story = effect.touched[0] ?? '';
    await sql.run(
      'insert into throughline.story_commands (id, user_id, story, before) values ($1, $2, $3, $4)',
      [command.commandId, userId, story, JSON.stringify(effect.moved)],
    );
    await effect.apply();
    await constrain(sql, command.commandId, effect.constraints);
    await logStoryEvent(sql, { kind: 'curated', command: command.kind, story }, userId);
    await settle(sql, effect.touched);
    return story;
  });
}

/** Takes a command back: its items return to where they were, and later runs forget it. */
export async function undoStoryCommand(db: Database, userId: number, commandId: string): Promise<boolean> {
  return db.transaction(async (sql) => {
    const row = await sql.row<{ before: Place[] }>(
      'update throughline.story_commands set undone_at = now() where id = $1 and undone_at is null returning before',
      [commandId],
    );
    if (row === null) return false;
    const now = await sql.rows<{ story: string }>(
      'select distinct story_id as story from throughline.story_members where item_id = any($1)',
      [row.before.map((place) => place.itemId)],
    );
    for (const { itemId, story } of row.before) await moveItems(sql, [itemId], story);
    await sql.run('update throughline.story_constraints set released_at = now() where command_id = $1', [
      commandId,
    ]);
    const touched = [...new Set([...row.before, ...now].map((place) => place.story))];
    await logStoryEvent(sql, { kind: 'curated', command: 'undo', story: touched[0] ?? '' }, userId);
    await settle(sql, touched);
    return true;
  });
}

async function effectOf(sql: Sql, command: StoryCommand): Promise<Effect> {
  switch (command.kind) {
    case 'merge':
      return mergeEffect(sql, command.into, command.from);
    case 'split':
      return splitEffect(sql, command.story, command.itemIds);
    case 'move':
      return moveEffect(sql, command.itemId, command.to);
    case 'rename':
      return renameEffect(sql, command.story, command.headline);
  }
}

async function mergeEffect(sql: Sql, into: string, from: string): Promise<Effect> {
  const [kept, gone] = [await membersOf(sql, into), await membersOf(sql, from)];
  return {
    moved: gone.map((itemId) => ({ itemId, story: from })),
    apply: () =>
      applyEvent(sql, {
        kind: 'merged',
        into,
        from,
        likeness: 1,
        reasons: [{ kind: 'curator', did: 'joined' }],
      }),
    constraints: [{ kind: 'must-link', a: String(kept[0]), b: String(gone[0]) }],
    touched: [into, from],
  };
}

async function splitEffect(sql: Sql, story: string, itemIds: readonly number[]): Promise<Effect> {
  const members = await membersOf(sql, story);
  const out = members.filter((id) => itemIds.includes(id));
  const stay = members.filter((id) => !itemIds.includes(id));
  const [first, ...others] = out;
  if (first === undefined || stay.length === 0) {
    throw new MissingError('A split needs reports that leave and reports that stay.');
  }
  const part = await freeName(sql, first);
  return {
    moved: out.map((itemId) => ({ itemId, story })),
    apply: async () => {
      await beginStories(sql, [part]);
      await moveItems(sql, out, part);
    },
    constraints: [
      ...others.map((id) => ({ kind: 'must-link', a: String(first), b: String(id) }) as const),
      ...stay.map((id) => ({ kind: 'cannot-link', a: String(id), b: String(first) }) as const),
    ],
    touched: [part, story],
  };
}

async function moveEffect(sql: Sql, itemId: number, to: string): Promise<Effect> {
  const target = await membersOf(sql, to);
  const row = await sql.row<{ story: string }>(
    'select story_id as story from throughline.story_members where item_id = $1',
    [itemId],
  );
  if (row === null) throw new MissingError('This report is in no story.');
  const left = (await membersOf(sql, row.story)).filter((id) => id !== itemId);
  return {
    moved: [{ itemId, story: row.story }],
    apply: () => moveItems(sql, [itemId], to),
    constraints: [
      ...left.map((id) => ({ kind: 'cannot-link', a: String(id), b: String(itemId) }) as const),
      { kind: 'must-link', a: String(target[0]), b: String(itemId) },
    ],
    touched: [to, row.story],
  };
}

async function renameEffect(sql: Sql, story: string, headline: string): Promise<Effect> {
  const [first] = await membersOf(sql, story);
  return {
    moved: [],
    apply: async () =>
      void (await sql.run('update throughline.stories set headline = $2 where id = $1', [story, headline])),
    constraints: [{ kind: 'rename', item: String(first), headline }],
    touched: [story],
  };
}

/** A story's items in order of arrival. @throws MissingError when it has none. */
async function membersOf(sql: Sql, story: string): Promise<number[]> {
  const rows = await sql.rows<{ id: number }>(
    'select item_id as id from throughline.story_members where story_id = $1 order by item_id',
    [story],
  );
  if (rows.length === 0) throw new MissingError('This story is not there any more.');
  return rows.map((row) => row.id);
}

/** Stories are named after their first item; a name that is taken gets a number. */
async function freeName(sql: Sql, itemId: number): Promise<string> {
  const rows = await sql.rows<{ id: string }>(
    "select id from throughline.stories where id = $1 or id like $1 || '~%'",
    [String(itemId)],
  );
  const taken = new Set(rows.map((row) => row.id));
  let name = String(itemId);
  for (let n = 2; taken.has(name); n++) name = `${itemId}~${n}`;
  return name;
}

async function constrain(
  sql: Sql,
  commandId: string,
  constraints: readonly StoryConstraint[],
): Promise<void> {
  await sql.run(
    `insert into throughline.story_constraints (command_id, decision)
     select $1, value from jsonb_array_elements($2::jsonb) with ordinality as d(value, ord) order by ord`,
    [commandId, JSON.stringify(constraints)],
  );
}

/** Every grouping in memory is out of date from here on, and the touched stories are due to be described. */
async function settle(sql: Sql, stories: readonly string[]): Promise<void> {
  await refreshTimes(sql, stories);
  await sql.run('update throughline.story_cursor set generation = generation + 1');
  await emit(sql, { type: 'stories.changed', count: stories.length });
}
