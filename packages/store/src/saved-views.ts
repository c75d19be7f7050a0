import type { NewSavedView, SavedView, SavedViewChange } from '@throughline/schema';
import type { Sql } from './database.ts';
import { MissingError } from './errors.ts';
import { emit } from './events.ts';

const VIEW = `v.id, v.name, v.query, v.sort, v.shared, v.user_id = $1 as own`;

/** A person's own views and those shared with the desk, by name. */
export function savedViews(sql: Sql, userId: number): Promise<SavedView[]> {
  return sql.rows<SavedView>(
    `select ${VIEW} from throughline.saved_views v
     where v.removed_at is null and (v.shared or v.user_id = $1) order by lower(v.name), v.id`,
    [userId],
  );
}

export async function addSavedView(sql: Sql, userId: number, view: NewSavedView): Promise<SavedView> {
  const row = await sql.row<SavedView>(
    `insert into throughline.saved_views as v (user_id, name, query, sort, shared) values ($1, $2, $3, $4, $5)
     returning ${VIEW}`,
    [userId, view.name, view.query, view.sort, view.shared],
  );
  if (row === null) throw new Error('the view was not stored');
  await emit(sql, { type: 'views.changed', by: userId });
  return row;
}

/**
 * Changes, removes or brings back a view; only whoever made it may.
 *
 * @throws MissingError when there is none of that person's.
 */
export async function changeSavedView(
  sql: Sql,
  userId: number,
  id: number,
  change: SavedViewChange,
): Promise<void> {
  const changed = await sql.run(
    `update throughline.saved_views set name = coalesce($3, name), query = coalesce($4, query),
       sort = coalesce($5, sort), shared = coalesce($6, shared),
       removed_at = case when $7::boolean is null then removed_at when $7 then now() end
     where id = $2 and user_id = $1`,
    [
      userId,
      id,
      change.name ?? null,
      change.query ?? null,
      change.sort ?? null,
      change.shared ?? null,
      change.removed ?? null,
    ],
  );
  if (changed === 0) throw new MissingError('This view is not yours, or is not there any more.');
  await emit(sql, { type: 'views.changed', by: userId });
}
