import type { StoryCommand, StoryConstraint } from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { ConflictError, MissingError } from './errors.ts';
import { emit } from './events.ts';
import {
  applyEvent,
  beginStories,
  holdStories,
  logStoryEvent,
  moveItems,
  refreshTimes,
} from './story-groups.ts';

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
  /** What it contradicts: such links between one group of reports and another hold no longer. */
  ends: { kind: 'must-link' | 'cannot-link'; between: number[]; and: number[] }[];
  /** Stories whose reports or name changed. */
  touched: string[];
}

/**
 * Carries out a curator's decision about stories at once, and keeps it as constraints for every later run of the
 * grouping. Sending the same command again changes nothing.
 *
 * @returns the story to look at now.
 * @throws MissingError when a story or item is not there, ConflictError when there is nothing to merge or move.
 */
export async function curateStories(db: Database, userId: number, command: StoryCommand): Promise<string> {
  return db.transaction(async (sql) => {
    await holdStories(sql);
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
    await release(sql, command.commandId, effect.ends);
    await constrain(sql, command.commandId, effect.constraints);
    await logStoryEvent(sql, { kind: 'curated', command: command.kind, story }, userId);
    await settle(sql, effect.touched);
    return story;
  });
}

/**
 * Takes a command back: its items return to where they were, later runs forget it, and what it had ended holds again.
 *
 * @returns false when there is no such command, or it was taken back already.
 */
export async function undoStoryCommand(db: Database, userId: number, commandId: string): Promise<boolean> {
  return db.transaction(async (sql) => {
    await holdStories(sql);
    const row = await sql.row<{ before: Place[]; story: string }>(
      `update throughline.story_commands set undone_at = now() where id = $1 and undone_at is null
       returning before, story`,
      [commandId],
    );
    if (row === null) return false;
    const now = await placesNow(sql, commandId, row.before);
    const known = new Set(now.map((place) => place.itemId));
    // After a rebuild its items may wait to be grouped, and the story that they were in may be gone.
    const back = row.before.filter((place) => known.has(place.itemId));
    await beginStories(sql, [...new Set(back.map((place) => place.story))]);
    for (const { itemId, story } of back) await moveItems(sql, [itemId], story);
    await takeBack(sql, commandId);
    const story = row.before[0]?.story ?? row.story;
    await logStoryEvent(sql, { kind: 'curated', command: 'undo', story }, userId);
    await settle(sql, [...new Set([story, row.story, ...[...back, ...now].map((place) => place.story)])]);
    return true;
  });
}

/** Where the items are that a command moved or named. */
async function placesNow(sql: Sql, commandId: string, before: readonly Place[]): Promise<Place[]> {
  return sql.rows<Place>(
    `select item_id as "itemId", story_id as story from throughline.story_members
     where item_id = any($2) or item_id::text in (
       select decision ->> 'item' from throughline.story_constraints where command_id = $1)`,
    [commandId, before.map((place) => place.itemId)],
  );
}

/** What a command decided holds no longer; what it had ended does again, but for what was itself taken back. */
async function takeBack(sql: Sql, commandId: string): Promise<void> {
  await sql.run('update throughline.story_constraints set released_at = now() where command_id = $1', [
    commandId,
  ]);
  await sql.run(
    `update throughline.story_constraints c set released_at = null, released_by = null
     from throughline.story_commands made
     where c.released_by = $1 and made.id = c.command_id and made.undone_at is null`,
    [commandId],
  );
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
  if (into === from) throw new ConflictError('A merge needs two stories.');
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
    ends: [{ kind: 'cannot-link', between: kept, and: gone }],
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
  if (out.length < new Set(itemIds).size)
    throw new ConflictError('Some of these reports are in another story by now.');
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
    ends: [
      { kind: 'cannot-link', between: out, and: out },
      { kind: 'must-link', between: stay, and: out },
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
  if (row.story === to) throw new ConflictError('This report is in this story already.');
  const left = (await membersOf(sql, row.story)).filter((id) => id !== itemId);
  return {
    moved: [{ itemId, story: row.story }],
    apply: () => moveItems(sql, [itemId], to),
    constraints: [
      ...left.map((id) => ({ kind: 'cannot-link', a: String(id), b: String(itemId) }) as const),
      { kind: 'must-link', a: String(target[0]), b: String(itemId) },
    ],
    ends: [
      { kind: 'must-link', between: left, and: [itemId] },
      { kind: 'cannot-link', between: target, and: [itemId] },
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
    ends: [],
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

/** Ends the decisions that the command contradicts. */
async function release(sql: Sql, commandId: string, ends: Effect['ends']): Promise<void> {
  for (const { kind, between, and } of ends) {
    await sql.run(
      `update throughline.story_constraints set released_at = now(), released_by = $1
       where released_at is null and decision ->> 'kind' = $2
         and (decision ->> 'a' = any($3::text[]) and decision ->> 'b' = any($4::text[])
           or decision ->> 'b' = any($3::text[]) and decision ->> 'a' = any($4::text[]))`,
      [commandId, kind, between.map(String), and.map(String)],
    );
  }
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
