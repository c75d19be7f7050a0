import type { SectionHold } from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { emit } from './events.ts';

/** A window that says nothing for so long has left the section. */
const HELD_SECONDS = 40;

const HOLD = `select h.section_id as "sectionId", h.user_id as "userId", u.name, h.window_id as "windowId"
  from throughline.section_holds h join throughline.users u on u.id = h.user_id
  join throughline.sections s on s.id = h.section_id`;

/** Who writes where in a storyline. */
export async function sectionHolds(sql: Sql, storylineId: number): Promise<SectionHold[]> {
  return sql.rows(`${HOLD} where s.storyline_id = $1 and h.until > now() order by h.section_id`, [
    storylineId,
  ]);
}

export interface HoldWish {
  sectionId: number;
  windowId: string;
  /** False: the window has left. */
  on: boolean;
  /** Also from somebody else who writes there. */
  take?: boolean | undefined;
}

/**
 * Takes a section for one window's writing, renews that, or gives it back.
 * @returns who has it now; null: nobody.
 */
export async function holdSection(db: Database, userId: number, wish: HoldWish): Promise<SectionHold | null> {
  return db.transaction(async (sql) => {
    const before = await holder(sql, wish.sectionId);
    if (wish.on)
      await sql.run(
        `insert into throughline.section_holds as h (section_id, user_id, window_id, until)
         select s.id, $2, $3, now() + make_interval(secs => $5) from throughline.sections s where s.id = $1
         on conflict (section_id) do update set user_id = $2, window_id = $3, until = excluded.until
           where $4 or h.window_id = $3 or h.until <= now()`,
        [wish.sectionId, userId, wish.windowId, wish.take ?? false, HELD_SECONDS],
      );
    else
      await sql.run('delete from throughline.section_holds where section_id = $1 and window_id = $2', [
        wish.sectionId,
        wish.windowId,
      ]);
    const after = await holder(sql, wish.sectionId);
    if (before?.windowId !== after?.windowId) await tell(sql, wish.sectionId);
    return after;
  });
}

async function holder(sql: Sql, sectionId: number): Promise<SectionHold | null> {
  return sql.row(`${HOLD} where h.section_id = $1 and h.until > now()`, [sectionId]);
}

async function tell(sql: Sql, sectionId: number): Promise<void> {
  const row = await sql.row<{ id: number }>(
    'select storyline_id as id from throughline.sections where id = $1',
    [sectionId],
  );
  if (row !== null) await emit(sql, { type: 'storyline.held', storylineId: row.id });
}

/** Forgets who has left without a word. */
export async function forgetHolds(sql: Sql): Promise<number> {
  return sql.run("delete from throughline.section_holds where until < now() - interval '1 hour'");
}
