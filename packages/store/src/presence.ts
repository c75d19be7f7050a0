import type { Looking, User } from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { emit } from './events.ts';

/** A page that has not said anything for so long is not looking any more. */
const GONE_AFTER_SECONDS = 90;

/** A page of the desk opened an item (or none, or was left). Saying the same again keeps it alive and tells nobody. */
export async function lookAt(db: Database, user: User, page: string, itemId: number | null): Promise<void> {
  await db.transaction(async (sql) => {
    const before = await sql.row<{ itemId: number | null }>(
      'select item_id as "itemId" from throughline.presence where page = $1',
      [page],
    );
    await sql.run(
      `insert into throughline.presence (page, user_id, item_id) values ($1, $2, $3)
       on conflict (page) do update set item_id = excluded.item_id, user_id = excluded.user_id, at = now()`,
      [page, user.id, itemId],
    );
    if (before !== null && before.itemId === itemId) return;
    await emit(sql, { type: 'presence', page, userId: user.id, name: user.name, itemId });
  });
}

/** Who looks at which item now. Forgets pages that were left without a word. */
export async function lookingNow(sql: Sql): Promise<Looking[]> {
  await sql.run('delete from throughline.presence where at < now() - make_interval(secs => $1)', [
    GONE_AFTER_SECONDS,
  ]);
  return sql.rows<Looking>(
    `select p.page, p.user_id as "userId", u.name, p.item_id as "itemId"
     from throughline.presence p join throughline.users u on u.id = p.user_id
     where p.item_id is not null order by p.at`,
  );
}
