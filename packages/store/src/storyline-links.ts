import type { BlockNode, LinkKind, Point, StoredStoryline, StorylineLinks } from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { ConflictError, MissingError } from './errors.ts';
import { emit } from './events.ts';
import { changed } from './storylines.ts';

type Linked = StorylineLinks['contains'][number];

/** What a storyline contains and carries on, and what contains it and carries it on. */
export async function storylineLinks(sql: Sql, id: number): Promise<StorylineLinks> {
  const rows = await sql.rows<Linked & { kind: LinkKind; outward: boolean }>(
    `select l.id, l.headline, l.status, k.kind, k.from_id = $1 as outward
     from throughline.storyline_links k
     join throughline.storylines l on l.id = case when k.from_id = $1 then k.to_id else k.from_id end
     where (k.from_id = $1 or k.to_id = $1) and l.deleted_at is null order by k.at, l.id`,
    [id],
  );
  const those = (kind: LinkKind, outward: boolean) =>
    rows
      .filter((row) => row.kind === kind && row.outward === outward)
      .map(({ id: other, headline, status }) => ({ id: other, headline, status }));
  return {
    contains: those('contains', true),
    partOf: those('contains', false),
    follows: those('follows', true),
    followedBy: those('follows', false),
  };
}

/**
 * Ties a storyline to another, or unties them.
 * @throws ConflictError when a storyline would contain or follow itself, be it through others.
 */
export async function setStorylineLink(
  db: Database,
  userId: number,
  link: { from: number; to: number; kind: LinkKind; on: boolean },
): Promise<void> {
  await db.transaction(async (sql) => {
    if (!link.on) {
      await sql.run(
        'delete from throughline.storyline_links where from_id = $1 and to_id = $2 and kind = $3',
        [link.from, link.to, link.kind],
      );
      return told(sql, userId, link);
    }
    const there = await sql.row<{ n: number }>(
      'select count(*)::int as n from throughline.storylines where id in ($1, $2) and deleted_at is null',
      [link.from, link.to],
    );
    if (link.from !== link.to && there?.n !== 2)
      throw new MissingError('This storyline is not there any more.');
    // One writer at a time: two links that are fine alone could close a circle together.
    await sql.run('lock table throughline.storyline_links in share row exclusive mode');
    const circle = await sql.row(
      `with recursive on_the_way(id) as (
         select $2::bigint union
         select k.to_id from on_the_way w join throughline.storyline_links k on k.from_id = w.id and k.kind = $3)
       select 1 from on_the_way where id = $1`,
      [link.from, link.to, link.kind],
    );
    if (circle !== null)
      throw new ConflictError(
        `A storyline cannot ${link.kind === 'contains' ? 'contain' : 'follow'} itself.`,
      );
    await sql.run(
      `insert into throughline.storyline_links (from_id, to_id, kind, created_by) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [link.from, link.to, link.kind, userId],
    );
    await told(sql, userId, link);
  });
}

async function told(sql: Sql, userId: number, { from, to }: { from: number; to: number }): Promise<void> {
  for (const storylineId of [from, to])
    await emit(sql, { type: 'storyline.changed', storylineId, by: userId });
}

const POINTS_AT_MOST = 50;

/**
 * What other storylines claim and this one does not yet, the newest first. A point that several of them make is one.
 * @param search words that its text must hold; '' for all
 */
export async function usablePoints(sql: Sql, storylineId: number, search: string): Promise<Point[]> {
  return sql.rows<Point>(
    `select max(k.id) as "claimId", (array_agg(k.kind order by k.id desc))[1] as kind,
       (array_agg(k.text order by k.id desc))[1] as text, (array_agg(l.language order by k.id desc))[1] as language,
       max(cardinality(k.evidence))::int as citations,
       jsonb_agg(distinct jsonb_build_object('id', l.id, 'headline', l.headline)) as uses
     from throughline.claims k join throughline.storylines l on l.id = k.storyline_id
     where k.removed_at is null and l.deleted_at is null and l.id <> $1
       and ($2 = '' or k.text ilike '%' || $2 || '%')
       and not exists (select 1 from throughline.claims own where own.storyline_id = $1 and own.removed_at is null
         and (own.point_id = k.point_id or own.text = k.text))
     group by coalesce(k.point_id, -k.id) order by max(k.id) desc limit ${POINTS_AT_MOST}`,
    [storylineId, search.replace(/[\\%_]/g, '\\$&')],
  );
}

/**
 * Uses a claim of another storyline in this one. Its citations come along as citations of the very same words, and
 * both claims name one point from then on.
 */
export async function usePoint(
  db: Database,
  userId: number,
  wish: { claimId: number; sectionId: number },
  place: (blocks: BlockNode[], point: { text: string; citations: readonly number[] }) => BlockNode[],
): Promise<{ claimId: number; storyline: StoredStoryline }> {
  return db.transaction(async (sql) => {
    const target = await sql.row<{ storylineId: number; blocks: BlockNode[] }>(
      `select s.storyline_id as "storylineId", s.blocks from throughline.sections s
       join throughline.storylines l on l.id = s.storyline_id
       where s.id = $1 and s.deleted_at is null and l.deleted_at is null for update of s`,
      [wish.sectionId],
    );
    const claim = await sql.row<{ text: string }>(
      'select text from throughline.claims where id = $1 and removed_at is null',
      [wish.claimId],
    );
    if (target === null) throw new MissingError('This section is not there any more.');
    if (claim === null) throw new MissingError('This point is not there any more.');
    const pointId = await pointOf(sql, userId, wish.claimId);
    const made = await sql.rows<{ old: number; id: number }>(
      `with source as (
         select c.*, row_number() over (order by c.id) as n from throughline.citations c, throughline.claims k
         where k.id = $1 and (c.id = any(k.evidence) or c.id = any(k.against))),
       copied as (
         insert into throughline.citations (storyline_id, item_id, revision_id, exact, prefix, suffix, start_offset,
           end_offset, cited, created_by, next_check_at)
         select $2, item_id, revision_id, exact, prefix, suffix, start_offset, end_offset, cited, $3,
           case when item_id is not null then now() + interval '1 day' end from source order by n
         returning id)
       select s.id as old, c.id from (select id, row_number() over (order by id) as n from copied) c
       join source s on s.n = c.n`,
      [wish.claimId, target.storylineId, userId],
    );
    const row = await sql.row<{ id: number; evidence: string[] }>(
      `insert into throughline.claims (storyline_id, kind, text, evidence, against, position, created_by, point_id)
       select $2, k.kind, k.text,
         array(select n.id from jsonb_to_recordset($4) as n(old bigint, id bigint) where n.old = any(k.evidence) order by n.id),
         array(select n.id from jsonb_to_recordset($4) as n(old bigint, id bigint) where n.old = any(k.against) order by n.id),
         coalesce((select max(position) + 1 from throughline.claims where storyline_id = $2), 0), $3, $5
       from throughline.claims k where k.id = $1 returning id, evidence`,
      [wish.claimId, target.storylineId, userId, JSON.stringify(made), pointId],
    );
    if (row === null) throw new Error('the claim was not stored');
    const citations = row.evidence.map(Number);
    await sql.run('update throughline.sections set blocks = $2, version = version + 1 where id = $1', [
      wish.sectionId,
      JSON.stringify(place(target.blocks, { text: claim.text, citations })),
    ]);
    return { claimId: row.id, storyline: await changed(sql, target.storylineId, userId) };
  });
}

/** The point that a claim makes; one that nobody shares yet gets its own now. */
async function pointOf(sql: Sql, userId: number, claimId: number): Promise<number> {
  const known = await sql.row<{ id: number | null }>(
    'select point_id as id from throughline.claims where id = $1 for update',
    [claimId],
  );
  if (known?.id != null) return known.id;
  const made = await sql.row<{ id: number }>(
    'insert into throughline.points (created_by) values ($1) returning id',
    [userId],
  );
  if (made === null) throw new Error('the point was not stored');
  await sql.run('update throughline.claims set point_id = $2 where id = $1', [claimId, made.id]);
  return made.id;
}
