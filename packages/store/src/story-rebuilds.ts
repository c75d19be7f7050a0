import type { StoryRebuild } from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { emit } from './events.ts';

/**
 * Starts the grouping over: the worker then goes through all stored items again. Curators' decisions stay. What stands
 * is kept aside to be compared with; of a rebuild that is started over, what stood before its first start.
 *
 * @param userId null: the command line.
 */
export async function restartGrouping(db: Database, userId: number | null): Promise<void> {
  await db.transaction(async (sql) => {
    await sql.run('update throughline.story_cursor set position = 0, generation = generation + 1');
    const begun = await sql.run(
      'insert into throughline.story_rebuilds (started_by) values ($1) on conflict do nothing',
      [userId],
    );
    if (begun > 0) {
      await sql.run('delete from throughline.story_members_before');
      await sql.run(
        `insert into throughline.story_members_before (item_id, story_id)
         select item_id, story_id from throughline.story_members`,
      );
    }
    await sql.run('delete from throughline.story_members');
    await sql.run('delete from throughline.stories');
    await emit(sql, { type: 'stories.changed', count: 0 });
  });
}

/**
 * Ends the running rebuild once every stored item is grouped, and keeps how far the result agrees with what stood:
 * BCubed F1 over the items that both know.
 *
 * @returns whether one ended.
 */
export async function finishRebuild(db: Database): Promise<boolean> {
  return db.transaction(async (sql) => {
    const done = await sql.run(
      `with pairs as (
         select b.story_id as was, m.story_id as now, count(*)::float8 as n
         from throughline.story_members_before b join throughline.story_members m using (item_id) group by 1, 2
       ), old_sizes as (select was, sum(n) as n from pairs group by 1), new_sizes as (select now, sum(n) as n from pairs group by 1),
       measured as (
         select sum(x.n)::int as items, sum(x.n * x.n / i.n) / sum(x.n) as precision, sum(x.n * x.n / w.n) / sum(x.n) as recall
         from pairs x join old_sizes w on w.was = x.was join new_sizes i on i.now = x.now
       )
       update throughline.story_rebuilds r set finished_at = now(), items = coalesce(d.items, 0),
         agreement = 2 * d.precision * d.recall / (d.precision + d.recall)
       from measured d, throughline.story_cursor c
       where r.finished_at is null and c.applied = c.generation
         and not exists (select 1 from throughline.items where id > c.position)`,
    );
    if (done === 0) return false;
    await sql.run('delete from throughline.story_members_before');
    await emit(sql, { type: 'stories.changed', count: 0 });
    return true;
  });
}

export const isRebuilding = async (sql: Sql): Promise<boolean> =>
  (await sql.row('select 1 from throughline.story_rebuilds where finished_at is null')) !== null;

/** The latest rebuild, with how far it is; null when there was none. */
export async function latestRebuild(sql: Sql): Promise<StoryRebuild | null> {
  return sql.row<StoryRebuild>(
    `select r.started_at as "startedAt", u.name as by, r.finished_at as "finishedAt", r.agreement, r.items,
       case when r.finished_at is null then (select count(*)::int from throughline.story_members) else r.items end as done,
       case when r.finished_at is null then (select count(*)::int from throughline.items) else r.items end as total
     from throughline.story_rebuilds r left join throughline.users u on u.id = r.started_by
     order by r.id desc limit 1`,
  );
}
