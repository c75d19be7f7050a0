import type { Database, Sql } from './database.ts';
import { MissingError } from './errors.ts';
import { emit } from './events.ts';

/** Items that may be proposed are not older than this. */
const CANDIDATE_DAYS = 14;
/** Words beyond these tell no more about an item's subject. */
const TEXT_AT_MOST = 4_000;

/** An item as tracking compares it. */
interface TrackingItem {
  id: number;
  title: string;
  text: string;
  publishedAt: string | null;
  story: string | null;
}

interface TrackingMaterial {
  /** Cited items in the order of their citations. */
  accepted: (TrackingItem & { citation: number; copy: boolean; firstSeenAt: string })[];
  declined: TrackingItem[];
  /** Queued items of the last days that are neither, newest first. */
  candidates: (TrackingItem & {
    publisher: string;
    language: string | null;
    url: string | null;
    at: string;
  })[];
  /** Texts of the desk's newest items: what is rare among them tells more. */
  background: string[];
}

const WORDS = `i.id, r.title, left(r.content_text, ${TEXT_AT_MOST}) as text, r.published_at as "publishedAt",
  m.story_id as story`;
const JOINS = `join throughline.revisions r on r.id = i.current_revision_id
  left join throughline.story_members m on m.item_id = i.id`;

/** Whether a storyline is tracked; null when it is not there. */
export async function isTracked(sql: Sql, storylineId: number): Promise<boolean | null> {
  const row = await sql.row<{ tracking: boolean }>(
    'select tracking from throughline.storylines where id = $1 and deleted_at is null',
    [storylineId],
  );
  return row?.tracking ?? null;
}

export async function setTracked(db: Database, userId: number, id: number, on: boolean): Promise<void> {
  await db.transaction(async (sql) => {
    const done = await sql.run(
      'update throughline.storylines set tracking = $2 where id = $1 and deleted_at is null',
      [id, on],
    );
    if (done === 0) throw new MissingError('This storyline is not there any more.');
    await emit(sql, { type: 'storyline.changed', storylineId: id, by: userId });
  });
}

/** All that a storyline's suggestions are made from. */
export async function trackingMaterial(sql: Sql, storylineId: number): Promise<TrackingMaterial> {
  const accepted = await sql.rows<TrackingMaterial['accepted'][number]>(
    `select ${WORDS}, c.id as citation, m.duplicate_of is not null as copy, i.first_seen_at as "firstSeenAt"
     from throughline.citations c join throughline.items i on i.id = c.item_id ${JOINS}
     where c.storyline_id = $1 order by c.id`,
    [storylineId],
  );
  const declined = await sql.rows<TrackingItem>(
    `select ${WORDS} from throughline.declined_items d join throughline.items i on i.id = d.item_id ${JOINS}
     where d.storyline_id = $1 order by d.at, i.id`,
    [storylineId],
  );
  const candidates = await sql.rows<TrackingMaterial['candidates'][number]>(
    `select ${WORDS}, p.name as publisher, i.language, i.url, i.at from throughline.items i ${JOINS}
     join throughline.sources s on s.id = i.source_id join throughline.publishers p on p.id = s.publisher_id
     where i.queued and i.at > now() - make_interval(days => $2)
       and not exists (select 1 from throughline.citations c where c.storyline_id = $1 and c.item_id = i.id)
       and not exists (select 1 from throughline.declined_items d where d.storyline_id = $1 and d.item_id = i.id)
     order by i.at desc, i.id desc limit 200`,
    [storylineId, CANDIDATE_DAYS],
  );
  const background = await sql.rows<{ text: string }>(
    `select r.title || '. ' || left(r.content_text, 1000) as text from throughline.items i ${JOINS}
     order by i.at desc, i.id desc limit 500`,
  );
  return { accepted, declined, candidates, background: background.map((row) => row.text) };
}

/** Says that an item does not belong to a storyline, or takes that back. */
export async function setDeclined(
  sql: Sql,
  userId: number,
  { storylineId, itemId, declined }: { storylineId: number; itemId: number; declined: boolean },
): Promise<void> {
  if (declined)
    await sql.run(
      `insert into throughline.declined_items (storyline_id, item_id, user_id)
       select l.id, i.id, $3 from throughline.storylines l, throughline.items i where l.id = $1 and i.id = $2
       on conflict do nothing`,
      [storylineId, itemId, userId],
    );
  else
    await sql.run('delete from throughline.declined_items where storyline_id = $1 and item_id = $2', [
      storylineId,
      itemId,
    ]);
}
