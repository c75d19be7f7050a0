import type { SearchWords, TaggableItem, TagResult } from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { emit } from './events.ts';
import { tagsLater } from './tagging-faults.ts';

/** Counts every change of the topics; items tagged under another epoch are due. */
export async function topicEpoch(sql: Sql): Promise<number> {
  return (await taggingState(sql)).epoch;
}

/** What tags are made with: the state of the rules, and of what was learned. */
export interface TaggingState {
  epoch: number;
  learned: number;
}

export async function taggingState(sql: Sql): Promise<TaggingState> {
  const row = await sql.row<TaggingState>('select epoch, learned from throughline.topic_epoch');
  if (row === null) throw new Error('the topic epoch is missing');
  return row;
}

/** Items whose tags are missing or were made with other rules or an earlier revision, in order of their ids. */
export async function itemsDueForTagging(sql: Sql, now: Date, limit: number): Promise<number[]> {
  const rows = await sql.rows<{ id: number }>(
    `select i.id from throughline.items i where ${due('$1')} order by i.tagged_epoch, i.id limit $2`,
    [now.toISOString(), limit],
  );
  return rows.map((row) => row.id);
}

const due = (now: string) =>
  `i.tagged_epoch < (select epoch from throughline.topic_epoch) and not ${tagsLater(now)}`;

export interface ItemToTag extends TaggableItem {
  id: number;
  revisionId: number;
  /** Name of its source. */
  source: string;
}

/** The current words of items that are (still) due. */
export async function itemsToTag(sql: Sql, ids: readonly number[], now: Date): Promise<ItemToTag[]> {
  return sql.rows<ItemToTag>(
    `select i.id, r.id as "revisionId", r.title, r.summary, r.content_text as text, i.language, i.url,
       i.at as "publishedAt", s.title as source
     from throughline.items i join throughline.revisions r on r.id = i.current_revision_id
     join throughline.sources s on s.id = i.source_id
     where i.id = any($1) and ${due('$2')} order by i.id`,
    [ids, now.toISOString()],
  );
}

export interface ItemTags {
  itemId: number;
  revisionId: number;
  /** `logOdds`: what the score was made of, with what was learned; kept for the verdict that may follow. */
  tags: (TagResult & { queued: boolean; topicVersion: number; logOdds: number | null })[];
  /** What it is found by. Indexed here and not at ingest: tagging writes the row anew anyway. */
  search: SearchWords;
}

/**
 * Replaces the tags of items, all or nothing. An item that has a newer revision by now is left due;
 * so is everything when the topics changed meanwhile.
 *
 * @returns how many items were tagged.
 */
export async function recordTags(
  db: Database,
  { epoch, learned }: TaggingState,
  results: readonly ItemTags[],
): Promise<number> {
  if (results.length === 0) return 0;
  return db.transaction(async (sql) => {
    const done = await sql.rows<{ id: number }>(
      `update throughline.items i
       set tagged_epoch = $1, queued = n.queued or h.score is not null,
         top_score = greatest(n.top_score, h.score), search = n.search
       from (select r.id, r.revision_id, r.queued, r.top_score,
           setweight(to_tsvector(c.config, r.title), 'A') || to_tsvector(c.config, r.body) || r.grams::tsvector as search
         from jsonb_to_recordset($2::jsonb) as r(id bigint, revision_id bigint, queued boolean, top_score real,
           title text, body text, grams text)
         join throughline.items o on o.id = r.id
         left join throughline.search_languages l on l.language = split_part(lower(o.language), '-', 1)
         cross join lateral (select coalesce(l.config, 'pg_catalog.simple')::regconfig as config) c) n
       left join lateral (select max(t.score) as score from throughline.tags t
         where t.item_id = n.id and t.by_hand is not null) h on true
       where i.id = n.id and i.current_revision_id = n.revision_id
         and exists (select 1 from throughline.topic_epoch where epoch = $1 and learned = $3)
       returning i.id`,
      [epoch, JSON.stringify(results.map(summaryOf)), learned],
    );
    const ids = new Set(done.map((row) => row.id));
    await replaceTags(
      sql,
      results.filter((result) => ids.has(result.itemId)),
    );
    await sql.run('delete from throughline.tagging_faults where item_id = any($1)', [[...ids]]);
    if (ids.size > 0) await emit(sql, { type: 'items.tagged', count: ids.size });
    return ids.size;
  });
}

function summaryOf({ itemId, revisionId, tags, search }: ItemTags) {
  const queued = tags.filter((tag) => tag.queued);
  return {
    id: itemId,
    revision_id: revisionId,
    queued: queued.length > 0,
    top_score: Math.max(0, ...queued.map((tag) => tag.score)),
    ...search,
  };
}

async function replaceTags(sql: Sql, results: readonly ItemTags[]): Promise<void> {
  const rows = results.flatMap(({ itemId, revisionId, tags }) =>
    tags.map((tag) => ({
      item_id: itemId,
      topic_id: tag.topic,
      revision_id: revisionId,
      topic_version: tag.topicVersion,
      score: tag.score,
      relevant: tag.relevant,
      queued: tag.queued,
      evidence: tag.evidence,
      log_odds: tag.logOdds,
      sampled: tag.sampled ?? false,
    })),
  );
  await sql.run('delete from throughline.tags where item_id = any($1) and by_hand is null', [
    results.map((result) => result.itemId),
  ]);
  await sql.run(
    `insert into throughline.tags (item_id, topic_id, revision_id, topic_version, score, relevant, queued, evidence, log_odds, sampled, at)
     select n.item_id, n.topic_id, n.revision_id, n.topic_version, n.score, n.relevant, n.queued, n.evidence, n.log_odds, n.sampled, i.at
     from jsonb_to_recordset($1::jsonb) as n(item_id bigint, topic_id text, revision_id bigint, topic_version integer,
       score real, relevant boolean, queued boolean, evidence jsonb, log_odds real, sampled boolean)
     join throughline.items i on i.id = n.item_id
     on conflict (item_id, topic_id) do update set revision_id = excluded.revision_id,
       topic_version = excluded.topic_version, evidence = excluded.evidence`,
    [JSON.stringify(rows)],
  );
}
