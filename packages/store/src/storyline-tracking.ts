import type {
  Novelty,
  StoredStoryline,
  StorylineAlert,
  StorylineStatus,
  SuggestionReason,
  TrackingPatch,
} from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { MissingError } from './errors.ts';
import { emit } from './events.ts';
import { storable } from './storable.ts';
import { changed } from './storylines.ts';
import { SET_ASIDE } from './tagging-faults.ts';

/** What tracking reads and writes. A worker looks for each storyline; the database says which are due. */

/** Items that may be proposed are not older than this. */
export const CANDIDATE_DAYS = 14;
/** Words beyond these tell no more about an item's subject. */
const TEXT_AT_MOST = 4_000;
/** A piece that is being written is not looked at after every save. */
const PAUSE_SECONDS = 3;

/**
 * How far the stream of items may be looked at: they are grouped and tagged up to there. A single item that waits to
 * be tagged again holds it back, for moments; one that cannot be tagged, until it is set aside.
 */
const STREAM_END = `(select least(c.position, coalesce(
  (select min(i.id) - 1 from throughline.items i where i.tagged_epoch = 0 and not ${SET_ASIDE}), c.position))
  from throughline.story_cursor c)`;

/** Storylines that are to be looked at: for news, because they were changed, or because it is time. */
export async function trackingDue(
  sql: Sql,
  now: Date,
  limit: number,
): Promise<{ id: number; looks: number }[]> {
  return sql.rows(
    `select l.id, coalesce(t.looks, 0) as looks from throughline.storylines l
     left join throughline.storyline_tracking t on t.storyline_id = l.id
     where l.deleted_at is null and l.status <> 'closed'
       and (t.storyline_id is null or t.seen_version <> l.version or t.next_look_at <= $1
         or (l.tracking and t.position < ${STREAM_END}))
       and (t.looked_at is null or t.looked_at <= $1::timestamptz - make_interval(secs => ${PAUSE_SECONDS}))
     order by t.looked_at nulls first, l.id limit $2`,
    [now.toISOString(), limit],
  );
}

export interface TrackingState {
  id: number;
  headline: string;
  status: StorylineStatus;
  version: number;
  createdAt: string;
  on: boolean;
  topics: boolean;
  rule: string | null;
  quietDays: number;
  dormantDays: number | null;
  /** When a development came, something was cited, edited or set last. */
  movedAt: string;
  lookedAt: string | null;
  looks: number;
  position: number;
  /** How far it can look now; not behind `position`, since what was looked at would come as news once more. */
  end: number;
  weighedAt: string | null;
  /** When the newest item came in that waits as a suggestion and is no copy. */
  waitingSince: string | null;
  /** Names what the profile is made from; `profile` is that of the last look. */
  profileNow: string;
  profile: string;
}

const COPY = `coalesce(m.relation in ('duplicate', 'excerpt'), false)`;

/** Where a storyline's tracking stands; null when there is nothing to look for. */
export async function trackingState(sql: Sql, id: number): Promise<TrackingState | null> {
  return sql.row<TrackingState>(
    `select l.id, l.headline, l.status, l.version, l.created_at as "createdAt", l.tracking as on,
       l.track_topics as topics, l.track_rule as rule, l.quiet_days as "quietDays",
       l.dormant_days as "dormantDays", t.looked_at as "lookedAt",
       greatest(l.updated_at, l.tracking_set_at,
         (select max(a.at) from throughline.storyline_alerts a
          where a.storyline_id = l.id and a.alert ->> 'kind' = 'development'),
         (select max(c.created_at) from throughline.citations c where c.storyline_id = l.id)) as "movedAt",
       coalesce(t.looks, 0) as looks, coalesce(t.position, 0) as position,
       greatest(t.position, ${STREAM_END}) as end,
       t.weighed_at as "weighedAt",
       (select max(i.first_seen_at) from throughline.suggestions g join throughline.items i on i.id = g.item_id
        left join throughline.story_members m on m.item_id = i.id
        where g.storyline_id = l.id and not ${COPY} and not exists (select 1 from throughline.declined_items d
            where d.storyline_id = l.id and d.item_id = i.id)) as "waitingSince",
       coalesce(t.profile, '') as profile,
       md5(concat_ws('|', l.tracking, l.track_topics, l.track_rule, l.topics,
         (select string_agg(id::text, ',' order by id) from (${USED}) u),
         (select string_agg(item_id::text, ',' order by item_id) from throughline.declined_items
          where storyline_id = l.id))) as "profileNow"
     from throughline.storylines l left join throughline.storyline_tracking t on t.storyline_id = l.id
     where l.id = $1 and l.deleted_at is null and l.status <> 'closed'`,
    [id],
  );
}

/** Citations that the text or a claim of storyline $1 uses; one that was taken back out counts no more. */
const USED = `select distinct c.id, c.item_id from throughline.citations c
  where c.storyline_id = $1 and c.item_id is not null and (
    exists (select 1 from throughline.placed_citations p where p.storyline_id = $1 and p.citation_id = c.id)
    or exists (select 1 from throughline.claims k where k.storyline_id = $1 and k.removed_at is null
      and (c.id = any(k.evidence) or c.id = any(k.against))))`;

/** An item as tracking compares it. */
interface TrackingItem {
  id: number;
  title: string;
  text: string;
  publishedAt: string | null;
  firstSeenAt: string;
  story: string | null;
  publisher: string;
  /** It repeats another item. */
  copy: boolean;
}

interface AcceptedItem extends TrackingItem {
  citation: number;
  section: number | null;
  /** A storyline of its own carries it on. */
  splitOff: boolean;
}

export interface TrackingCandidate extends TrackingItem {
  language: string | null;
  summary: string;
  /** Topics of the storyline that its rules or verdicts put it into, with its score. */
  topics: { name: string; score: number }[];
}

const COLUMNS = `i.id, r.title, left(case when r.content_text = '' then r.summary else r.content_text end, ${TEXT_AT_MOST}) as text,
  r.published_at as "publishedAt", i.first_seen_at as "firstSeenAt", m.story_id as story, p.name as publisher,
  ${COPY} as copy`;
const JOINS = `join throughline.revisions r on r.id = i.current_revision_id
  join throughline.sources s on s.id = i.source_id join throughline.publishers p on p.id = s.publisher_id
  left join throughline.story_members m on m.item_id = i.id`;

/** What a storyline cites (in the order of citing) and what was declined for it. */
export async function trackingJudged(
  sql: Sql,
  id: number,
): Promise<{ accepted: AcceptedItem[]; declined: TrackingItem[] }> {
  const accepted = await sql.rows<AcceptedItem>(
    `select ${COLUMNS}, u.id as citation,
       exists (select 1 from throughline.storyline_splits d join throughline.storylines o on o.id = d.to_id
         where d.from_id = $1 and o.deleted_at is null and u.id = any(d.citations)) as "splitOff",
       (select q.section_id from throughline.placed_citations q
        where q.storyline_id = $1 and q.citation_id = u.id order by q.position, q.section_id limit 1) as section
     from (${USED}) u join throughline.items i on i.id = u.item_id ${JOINS} order by u.id`,
    [id],
  );
  const declined = await sql.rows<TrackingItem>(
    `select ${COLUMNS} from throughline.declined_items d join throughline.items i on i.id = d.item_id ${JOINS}
     where d.storyline_id = $1 order by d.at, i.id`,
    [id],
  );
  return { accepted, declined };
}

interface Candidates {
  storylineId: number;
  /** Items after the first and up to the second position of the stream. */
  from: number;
  to: number;
  /** Also what no topic's rules have queued. */
  all: boolean;
  /** Also what belongs to these stories. */
  stories: readonly string[];
  now: Date;
  limit: number;
  /** Which end of them counts where there are more than `limit`. */
  newestFirst: boolean;
}

/** Items of the last days that a storyline neither cites nor declined, in the order of the stream. */
export async function trackingCandidates(sql: Sql, wanted: Candidates): Promise<TrackingCandidate[]> {
  return sql.rows<TrackingCandidate>(
    `select * from (
       select ${COLUMNS}, i.language, r.summary, coalesce((
         select jsonb_agg(jsonb_build_object('name', o.name, 'score', t.score) order by t.score desc)
         from throughline.tags t join throughline.topics o on o.id = t.topic_id
         where t.item_id = i.id and t.queued and not t.sampled
           and exists (select 1 from throughline.storylines l where l.id = $1 and o.id = any(l.topics))), '[]') as topics
       from throughline.items i ${JOINS}
       where i.id > $2 and i.id <= $3 and i.at > $6::timestamptz - make_interval(days => ${CANDIDATE_DAYS})
         and (i.queued or $4 or m.story_id = any($5))
         and not exists (select 1 from (${USED}) u where u.item_id = i.id)
         and not exists (select 1 from throughline.declined_items d where d.storyline_id = $1 and d.item_id = i.id)
       order by i.id * $8 limit $7) c order by c.id`,
    [
      wanted.storylineId,
      wanted.from,
      wanted.to,
      wanted.all,
      wanted.stories,
      wanted.now.toISOString(),
      wanted.limit,
      wanted.newestFirst ? -1 : 1,
    ],
  );
}

/** Texts of the desk's newest items: what is rare among them tells more. */
export async function trackingBackground(sql: Sql): Promise<string[]> {
  const rows = await sql.rows<{ text: string }>(
    `select r.title || '. ' || left(r.content_text, 1000) as text from throughline.items i
     join throughline.revisions r on r.id = i.current_revision_id order by i.id desc limit 500`,
  );
  return rows.map((row) => row.text);
}

export interface SuggestionToStore {
  itemId: number;
  score: number;
  reasons: SuggestionReason[];
  novelty: Novelty;
  section: number | null;
}

interface Look {
  state: Pick<TrackingState, 'id' | 'status' | 'looks' | 'version' | 'profileNow'>;
  at: Date;
  nextLookAt: Date;
  position: number;
  suggestions: readonly SuggestionToStore[];
  /** Everything recent was weighed: what is not among the suggestions is none any more. */
  whole: boolean;
  /** What is so now; those of a lasting kind that are not among them have ended. */
  alerts: readonly { key: string; alert: StorylineAlert }[];
  /** A dormant storyline is opened again, or an open one laid to rest; null: it stays as it is. */
  turn: 'open' | 'dormant' | null;
}

/** States rather than occasions: they end by themselves, and may be so again. */
const LASTING = ['quiet', 'drift', 'correction'];

/**
 * Stores what a look found, whole or not at all.
 * @returns false when another worker looked meanwhile.
 */
export async function recordLook(db: Database, look: Look): Promise<boolean> {
  return db.transaction(async (sql) => {
    const { id, looks, version, profileNow } = look.state;
    const done = await sql.run(
      `insert into throughline.storyline_tracking as t
         (storyline_id, looks, position, seen_version, profile, weighed_at, looked_at, next_look_at)
       values ($1, 1, $3, $4, $5, case when $7 then $6::timestamptz end, $6, $8)
       on conflict (storyline_id) do update set looks = t.looks + 1,
         position = greatest(t.position, $3), seen_version = $4, profile = $5,
         weighed_at = case when $7 then $6::timestamptz else t.weighed_at end, looked_at = $6, next_look_at = $8
         where t.looks = $2`,
      [
        id,
        looks,
        look.position,
        version,
        profileNow,
        look.at.toISOString(),
        look.whole,
        look.nextLookAt.toISOString(),
      ],
    );
    if (done === 0) return false;
    const found = await storeSuggestions(sql, look);
    const told = await storeAlerts(sql, look);
    if (look.turn !== null) await setAwake(sql, id, look.turn);
    if (found + told > 0 || look.whole) await emit(sql, { type: 'storyline.tracked', storylineId: id });
    return true;
  });
}

/** News move a storyline up the list; falling dormant does not. */
async function setAwake(sql: Sql, id: number, status: 'open' | 'dormant'): Promise<void> {
  await sql.run(
    `update throughline.storylines set status = $2, version = version + 1, head_version = version + 1,
       updated_at = case when $2 = 'open' then now() else updated_at end
     where id = $1 and status = case when $2 = 'open' then 'dormant' else 'open' end`,
    [id, status],
  );
  await emit(sql, { type: 'storyline.changed', storylineId: id, by: null });
}

/** Opens a storyline that fell dormant. */
export async function reopenStoryline(db: Database, userId: number, id: number): Promise<StoredStoryline> {
  return db.transaction(async (sql) => {
    await sql.run(
      `update throughline.storylines set status = 'open', head_version = version + 1
       where id = $1 and status = 'dormant' and deleted_at is null`,
      [id],
    );
    return changed(sql, id, userId);
  });
}

async function storeSuggestions(sql: Sql, { state, suggestions, whole }: Look): Promise<number> {
  if (whole)
    await sql.run('delete from throughline.suggestions where storyline_id = $1 and not item_id = any($2)', [
      state.id,
      suggestions.map((suggestion) => suggestion.itemId),
    ]);
  if (suggestions.length === 0) return 0;
  return sql.run(
    `insert into throughline.suggestions as s (storyline_id, item_id, score, reasons, novelty, section_id)
     select $1, n."itemId", n.score, n.reasons, n.novelty, n.section
     from jsonb_to_recordset($2) as n("itemId" bigint, score real, reasons jsonb, novelty jsonb, section bigint)
     on conflict (storyline_id, item_id) do update set score = excluded.score, reasons = excluded.reasons,
       novelty = excluded.novelty, section_id = excluded.section_id`,
    [state.id, JSON.stringify(storable(suggestions))],
  );
}

async function storeAlerts(sql: Sql, { state, alerts, turn }: Look): Promise<number> {
  const ended = await sql.run(
    `update throughline.storyline_alerts set closed_at = now()
     where storyline_id = $1 and closed_at is null and not key = any($3)
       and (alert ->> 'kind' = any($2) or (alert ->> 'kind' = 'dormant' and $4))`,
    [state.id, LASTING, alerts.map((alert) => alert.key), state.status === 'open' || turn === 'open'],
  );
  if (alerts.length === 0) return ended;
  const begun = await sql.run(
    `insert into throughline.storyline_alerts as a (storyline_id, key, alert)
     select $1, n.key, n.alert from jsonb_to_recordset($2) as n(key text, alert jsonb)
     on conflict (storyline_id, key) do update set alert = excluded.alert, at = now(), closed_at = null
       where a.closed_at is not null and a.closed_by is null and a.alert ->> 'kind' = any($3)`,
    [state.id, JSON.stringify(storable(alerts)), LASTING],
  );
  return ended + begun;
}

/** Says how a storyline looks out for more. */
export async function setTracking(db: Database, id: number, patch: TrackingPatch): Promise<void> {
  await db.transaction(async (sql) => {
    const done = await sql.run(
      `update throughline.storylines set tracking = coalesce($2, tracking), track_topics = coalesce($3, track_topics),
         track_rule = case when $4 then nullif($5::text, '') else track_rule end, quiet_days = coalesce($6, quiet_days),
         dormant_days = case when $7 then $8::integer else dormant_days end, tracking_set_at = now()
       where id = $1 and deleted_at is null`,
      [
        id,
        patch.on ?? null,
        patch.topics ?? null,
        patch.rule !== undefined,
        patch.rule ?? null,
        patch.quietDays ?? null,
        patch.dormantDays !== undefined,
        patch.dormantDays ?? null,
      ],
    );
    if (done === 0) throw new MissingError('This storyline is not there any more.');
    await lookSoon(sql, id);
    await emit(sql, { type: 'storyline.tracked', storylineId: id });
  });
}

/** Says that items do not belong to a storyline, or takes that back. */
export async function setDeclined(
  db: Database,
  userId: number,
  { storylineId, itemIds, declined }: { storylineId: number; itemIds: readonly number[]; declined: boolean },
): Promise<void> {
  await db.transaction(async (sql) => {
    if (declined)
      await sql.run(
        `insert into throughline.declined_items (storyline_id, item_id, user_id)
         select l.id, i.id, $3 from throughline.storylines l, throughline.items i where l.id = $1 and i.id = any($2)
         on conflict do nothing`,
        [storylineId, itemIds, userId],
      );
    else
      await sql.run('delete from throughline.declined_items where storyline_id = $1 and item_id = any($2)', [
        storylineId,
        itemIds,
      ]);
    await lookSoon(sql, storylineId);
    await emit(sql, { type: 'storyline.tracked', storylineId });
  });
}

async function lookSoon(sql: Sql, storylineId: number): Promise<void> {
  await sql.run('update throughline.storyline_tracking set next_look_at = now() where storyline_id = $1', [
    storylineId,
  ]);
}

/** Puts an alert away, or takes that back. */
export async function setAlertClosed(
  db: Database,
  userId: number,
  { alertId, closed }: { alertId: number; closed: boolean },
): Promise<void> {
  await db.transaction(async (sql) => {
    const row = await sql.row<{ storylineId: number }>(
      `update throughline.storyline_alerts set closed_at = case when $2 then now() end,
         closed_by = case when $2 then $3::bigint end
       where id = $1 returning storyline_id as "storylineId"`,
      [alertId, closed, userId],
    );
    if (row === null) throw new MissingError('This alert is not there any more.');
    await emit(sql, { type: 'storyline.tracked', storylineId: row.storylineId });
  });
}
