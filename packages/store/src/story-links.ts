import type { LinkedStory, StoryEntity, StoryLink } from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { MissingError } from './errors.ts';
import { emit } from './events.ts';
import { holdStories, logStoryEvent } from './story-groups.ts';

/** What of a story can be compared with stories in other languages. */
interface StoredProfile {
  id: string;
  language: string | null;
  entities: StoryEntity[];
  figures: string[];
  topics: string[];
  firstAt: string;
  lastAt: string;
}

/** Profiles of the `limit` latest stories of the last `days` days that name somebody. */
export async function storyProfiles(sql: Sql, days: number, limit: number): Promise<StoredProfile[]> {
  return sql.rows<StoredProfile>(
    `select s.id, s.language, s.entities, s.figures, s.first_at as "firstAt", s.last_at as "lastAt",
       array(select distinct t.topic_id from throughline.story_members m
         join throughline.tags t on t.item_id = m.item_id where m.story_id = s.id and t.queued) as topics
     from throughline.stories s
     where s.merged_into is null and s.reports > 0 and s.language is not null and s.entities <> '[]'
       and s.last_at > now() - make_interval(days => $1)
     order by s.last_at desc, s.id desc limit $2`,
    [days, limit],
  );
}

/** Stores the links among the stories that were looked at; older links among them that are no more are dropped. */
export async function storeStoryLinks(
  db: Database,
  looked: readonly string[],
  links: readonly StoryLink[],
): Promise<void> {
  await db.transaction(async (sql) => {
    await holdStories(sql);
    const living = await sql.rows<{ id: string }>('select id from throughline.stories where id = any($1)', [
      looked,
    ]);
    const there = new Set(living.map(({ id }) => id));
    const ordered = links
      .filter(({ a, b }) => there.has(a) && there.has(b))
      .map(({ a, b, score, confirmed, reasons }) => ({
        a: a < b ? a : b,
        b: a < b ? b : a,
        score,
        sure: confirmed,
        reasons,
      }));
    const before = await sql.rows<{ a: string; b: string; score: number }>(
      'select a, b, score from throughline.story_links where a = any($1) and b = any($1)',
      [looked],
    );
    const known = new Map(before.map((link) => [`${link.a} ${link.b}`, link.score]));
    const same = ordered.every(({ a, b, score }) => Math.abs((known.get(`${a} ${b}`) ?? -1) - score) < 1e-3);
    if (same && known.size === ordered.length) return;
    await sql.run('delete from throughline.story_links where a = any($1) and b = any($1)', [looked]);
    await sql.run(
      `insert into throughline.story_links (a, b, score, sure, reasons)
       select n.a, n.b, n.score, n.sure, n.reasons
       from jsonb_to_recordset($1::jsonb) as n(a text, b text, score real, sure boolean, reasons jsonb)`,
      [JSON.stringify(ordered)],
    );
    await emit(sql, { type: 'stories.changed', count: ordered.length });
  });
}

/** The stories that one is linked with, the surest first. */
export async function linkedStories(sql: Sql, id: string): Promise<LinkedStory[]> {
  return sql.rows<LinkedStory>(
    `select o.id, o.headline, o.language, o.reports, l.score, l.reasons,
       case d.same when true then 'confirmed' when false then 'rejected'
         else case when l.sure then 'sure' else 'proposed' end end as state
     from throughline.story_links l
     join throughline.stories o on o.id = case when l.a = $1 then l.b else l.a end and o.merged_into is null
     left join lateral (
       select d.same from throughline.story_link_decisions d
       join throughline.story_members x on x.item_id = d.item_a
       join throughline.story_members y on y.item_id = d.item_b
       where (x.story_id = l.a and y.story_id = l.b) or (x.story_id = l.b and y.story_id = l.a)
       order by d.at desc limit 1
     ) d on true
     where l.a = $1 or l.b = $1
     order by l.score desc, o.id`,
    [id],
  );
}

/**
 * Keeps what a person says about two stories: the same event, not the same, or (null) nothing any more. Later runs
 * and rebuilds keep it.
 *
 * @throws MissingError when one of them has no reports (any more).
 */
export async function decideStoryLink(
  db: Database,
  userId: number,
  decision: { a: string; b: string; same: boolean | null },
): Promise<void> {
  await db.transaction(async (sql) => {
    await holdStories(sql);
    const { a, b, same } = decision;
    const [first, second] = [await firstItem(sql, a), await firstItem(sql, b)];
    await sql.run(
      `delete from throughline.story_link_decisions d
       using throughline.story_members x, throughline.story_members y
       where x.item_id = d.item_a and y.item_id = d.item_b
         and ((x.story_id = $1 and y.story_id = $2) or (x.story_id = $2 and y.story_id = $1))`,
      [a, b],
    );
    if (same !== null)
      await sql.run(
        `insert into throughline.story_link_decisions (item_a, item_b, same, user_id) values ($1, $2, $3, $4)
         on conflict (item_a, item_b) do update set same = excluded.same, user_id = excluded.user_id, at = now()`,
        [first, second, same, userId],
      );
    const command = same === null ? 'undo' : same ? 'link' : 'unlink';
    await logStoryEvent(sql, { kind: 'curated', command, story: a }, userId);
    await emit(sql, { type: 'stories.changed', count: 2 });
  });
}

async function firstItem(sql: Sql, story: string): Promise<number> {
  const row = await sql.row<{ id: number }>(
    'select min(item_id) as id from throughline.story_members where story_id = $1 having count(*) > 0',
    [story],
  );
  if (row === null) throw new MissingError('This story is not there any more.');
  return row.id;
}
