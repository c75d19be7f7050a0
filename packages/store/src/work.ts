import { type InboxEntry, mentionedIn, type Note, type Work, type WorkRef } from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { MissingError } from './errors.ts';
import { emit } from './events.ts';
import { listNames } from './users.ts';

/** Who takes care of something, and what was said about it. */
export async function workOn(sql: Sql, { object, id }: WorkRef): Promise<Work> {
  const assignee = await sql.row<NonNullable<Work['assignee']>>(
    `select u.id, u.name, a.at, giver.name as by from throughline.assignments a
     join throughline.users u on u.id = a.user_id left join throughline.users giver on giver.id = a.by_id
     where a.object = $1 and a.object_id = $2`,
    [object, id],
  );
  const notes = await sql.rows<Note>(
    `select n.id, jsonb_build_object('id', u.id, 'name', u.name) as by, n.at, n.body,
       coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) order by m.name)
         from throughline.mentions x join throughline.users m on m.id = x.user_id where x.note_id = n.id), '[]') as mentions
     from throughline.notes n join throughline.users u on u.id = n.user_id
     where n.object = $1 and n.object_id = $2 and n.removed_at is null order by n.id`,
    [object, id],
  );
  return { assignee, notes };
}

/**
 * Gives something to somebody, or (null) to nobody any more. What one gives to oneself is no news.
 * @throws MissingError when the thing or the person is not there.
 */
export async function assign(
  db: Database,
  userId: number,
  ref: WorkRef,
  assignee: number | null,
): Promise<void> {
  await db.transaction(async (sql) => {
    await mustExist(sql, ref);
    const before = await sql.row<{ id: number }>(
      'select user_id as id from throughline.assignments where object = $1 and object_id = $2',
      [ref.object, ref.id],
    );
    if (assignee === null) {
      await sql.run('delete from throughline.assignments where object = $1 and object_id = $2', [
        ref.object,
        ref.id,
      ]);
    } else {
      const done = await sql.run(
        `insert into throughline.assignments (object, object_id, user_id, by_id, seen_at)
         select $1, $2, u.id, $4, case when u.id = $4 then now() end from throughline.users u
         where u.id = $3 and u.removed_at is null
         on conflict (object, object_id) do update
         set user_id = excluded.user_id, by_id = excluded.by_id, at = now(), seen_at = excluded.seen_at`,
        [ref.object, ref.id, assignee, userId],
      );
      if (done === 0) throw new MissingError('This person is not on the desk (any more).');
    }
    await changed(sql, ref, [before?.id, assignee]);
  });
}

/** Leaves a note; whoever it names as `@Name` hears of it. @returns its number. */
export async function addNote(db: Database, userId: number, ref: WorkRef, body: string): Promise<number> {
  return db.transaction(async (sql) => {
    await mustExist(sql, ref);
    const note = await sql.row<{ id: number }>(
      'insert into throughline.notes (object, object_id, user_id, body) values ($1, $2, $3, $4) returning id',
      [ref.object, ref.id, userId, body],
    );
    if (note === null) throw new Error('the note was not stored');
    const named = mentionedIn(body, await listNames(sql)).filter(({ id }) => id !== userId);
    await sql.run('insert into throughline.mentions (note_id, user_id) select $1, unnest($2::bigint[])', [
      note.id,
      named.map(({ id }) => id),
    ]);
    await changed(
      sql,
      ref,
      named.map(({ id }) => id),
    );
    return note.id;
  });
}

/** Takes one's own note away, or puts it back. @throws MissingError when there is none of theirs. */
export async function setNoteRemoved(
  db: Database,
  userId: number,
  id: number,
  removed: boolean,
): Promise<void> {
  await db.transaction(async (sql) => {
    const ref = await sql.row<WorkRef>(
      `update throughline.notes set removed_at = case when $3 then now() end
       where id = $1 and user_id = $2 and (removed_at is null) = $3 returning object, object_id as id`,
      [id, userId, removed],
    );
    if (ref === null) throw new MissingError('There is no such note of yours.');
    const named = await sql.rows<{ id: number }>(
      'select user_id as id from throughline.mentions where note_id = $1',
      [id],
    );
    await changed(
      sql,
      ref,
      named.map((person) => person.id),
    );
  });
}

const INBOX_LENGTH = 100;

/** What concerns somebody: what is theirs to take care of, and the notes that name them and were not put away. */
export async function inboxOf(sql: Sql, userId: number): Promise<InboxEntry[]> {
  return sql.rows<InboxEntry>(
    `select * from (
       select 'assigned' as kind, a.object, a.object_id as id, throughline.called(a.object, a.object_id) as label, a.at,
         u.name as by, null::jsonb as note, a.seen_at is null as unseen
       from throughline.assignments a left join throughline.users u on u.id = a.by_id where a.user_id = $1
       union all
       select 'mentioned', n.object, n.object_id, throughline.called(n.object, n.object_id), n.at, u.name,
         jsonb_build_object('id', n.id, 'body', n.body), true
       from throughline.mentions m join throughline.notes n on n.id = m.note_id
       join throughline.users u on u.id = n.user_id
       where m.user_id = $1 and m.seen_at is null and n.removed_at is null
     ) e where label is not null order by unseen desc, at desc limit $2`,
    [userId, INBOX_LENGTH],
  );
}

/** Puts news away: a note that names somebody, or that something was given to them. */
export async function putAway(db: Database, userId: number, what: { note: number } | WorkRef): Promise<void> {
  await db.transaction(async (sql) => {
    if ('note' in what)
      await sql.run(
        'update throughline.mentions set seen_at = now() where note_id = $1 and user_id = $2 and seen_at is null',
        [what.note, userId],
      );
    else
      await sql.run(
        `update throughline.assignments set seen_at = now()
         where object = $1 and object_id = $2 and user_id = $3 and seen_at is null`,
        [what.object, what.id, userId],
      );
    await emit(sql, { type: 'work.changed', object: null, id: null, people: [userId] });
  });
}

async function mustExist(sql: Sql, { object, id }: WorkRef): Promise<void> {
  const there = await sql.row<{ label: string | null }>('select throughline.called($1, $2) as label', [
    object,
    id,
  ]);
  if (there === null || there.label === null)
    throw new MissingError(`This ${object} is not there (any more).`);
}

async function changed(sql: Sql, ref: WorkRef, people: (number | null | undefined)[]): Promise<void> {
  const concerned = [...new Set(people.filter((id) => id !== null && id !== undefined))];
  await emit(sql, { type: 'work.changed', object: ref.object, id: ref.id, people: concerned });
}
