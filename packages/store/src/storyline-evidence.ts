import type { EvidenceCheck } from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { MissingError } from './errors.ts';
import { emit } from './events.ts';
import { storable } from './storable.ts';

/** Looking again for the words that storylines cite. The moments are the database's; a worker carries them out. */

/** Days after the citing when its page is looked at by itself. */
const LOOKS_AFTER_DAYS = [1, 7];
/** One reading of a page serves all citations of its item that are due within this time. */
const TOGETHER_HOURS = 12;
/** How soon a person may have the same page read once more. */
const ASKED_AGAIN_HOURS = 1;

/** Cited items whose page is to be read, the longest due first, one for each source. */
export async function evidenceDue(
  sql: Sql,
  now: Date,
  limit: number,
): Promise<{ itemId: number; dueAt: string }[]> {
  return sql.rows(
    `select * from (
       select distinct on (i.source_id) c.item_id as "itemId", c.next_check_at as "dueAt"
       from throughline.citations c join throughline.items i on i.id = c.item_id
         join throughline.storylines l on l.id = c.storyline_id
       where c.next_check_at <= $1 and l.deleted_at is null
       order by i.source_id, c.next_check_at, c.id) d
     order by d."dueAt" limit $2`,
    [now.toISOString(), limit],
  );
}

/** Words that were cited, with the text that they were taken from. */
export interface CitedWords {
  citation: number;
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  /** All words of the cited revision. */
  text: string;
  /** They are the page's own words; else the feed's. */
  fromPage: boolean;
}

export interface EvidenceToCheck {
  itemId: number;
  /** Null: the item has no address. */
  url: string | null;
  title: string;
  /** The source's own address: pages elsewhere are strangers. */
  sourceUrl: string;
  /** Attempts at this look, with this one. */
  tries: number;
  /** The item as it stands now. */
  current: { revisionId: number; text: string; fromPage: boolean };
  cited: CitedWords[];
}

/**
 * Takes a cited item for one attempt; null when none of its citations is due (any more). A worker that dies leaves
 * them due at `until`.
 */
export async function claimEvidence(
  db: Database,
  itemId: number,
  now: Date,
  until: Date,
): Promise<EvidenceToCheck | null> {
  return db.transaction(async (sql) => {
    const due = await sql.row<{ tries: number }>(
      `select max(check_tries) as tries from throughline.citations
       where item_id = $1 and next_check_at <= $2 having count(*) > 0`,
      [itemId, now.toISOString()],
    );
    if (due === null) return null;
    const taken = await sql.rows<{ id: number }>(
      `update throughline.citations set next_check_at = $3, check_tries = $4
       where item_id = $1 and next_check_at <= $2::timestamptz + make_interval(hours => $5) returning id`,
      [itemId, now.toISOString(), until.toISOString(), due.tries + 1, TOGETHER_HOURS],
    );
    const cited = await sql.rows<CitedWords>(
      `select c.id as citation, c.exact, c.prefix, c.suffix, c.start_offset as start,
         r.title || E'\\n' || r.summary || E'\\n' || r.content_text as text, r.page_url is not null as "fromPage"
       from throughline.citations c join throughline.revisions r on r.id = c.revision_id
       where c.id = any($1) order by c.id`,
      [taken.map((row) => row.id)],
    );
    const item = await sql.row<
      Omit<EvidenceToCheck, 'tries' | 'cited' | 'current'> & EvidenceToCheck['current']
    >(
      `select i.id as "itemId", i.url, r.title, s.url as "sourceUrl", r.id as "revisionId",
         case when r.content_text = '' then r.summary else r.content_text end as text,
         r.page_url is not null as "fromPage"
       from throughline.items i join throughline.revisions r on r.id = i.current_revision_id
       join throughline.sources s on s.id = i.source_id where i.id = $1`,
      [itemId],
    );
    if (item === null) throw new Error('unreachable: a cited item is never removed');
    const { revisionId, text, fromPage, ...rest } = item;
    return { ...rest, tries: due.tries + 1, current: { revisionId, text, fromPage }, cited };
  });
}

/** Its host had no time, or it failed in a way that passes: the same look again at `until`. */
export async function postponeEvidence(
  sql: Sql,
  citations: readonly number[],
  until: Date,
  counted: boolean,
): Promise<void> {
  await sql.run(
    `update throughline.citations set next_check_at = $2, check_tries = greatest(0, check_tries - $3)
     where id = any($1)`,
    [citations, until.toISOString(), counted ? 0 : 1],
  );
}

interface EvidenceFound {
  at: Date;
  url: string | null;
  checks: (EvidenceCheck & { citation: number })[];
}

/**
 * Stores what a look found, and when the next one is: at the next moment of the plan that this look, whoever asked for
 * it, has not served; none after the last. Storylines whose evidence stands otherwise than before are told of.
 */
export async function recordEvidence(db: Database, found: EvidenceFound): Promise<void> {
  await db.transaction(async (sql) => {
    const changed = new Set<number>();
    for (const check of found.checks) {
      const { words, problem } = storable({ words: check.words, problem: check.problem });
      const row = await sql.row<{ storylineId: number; before: string | null }>(
        `with before as (select state from throughline.evidence_checks where citation_id = $1 order by id desc limit 1),
           stored as (insert into throughline.evidence_checks (citation_id, at, url, state, words, problem)
             values ($1, $2, $3, $4, $5, $6))
         update throughline.citations c set checks = checks + 1, check_tries = 0, next_check_at = (
           select min(c.created_at + make_interval(days => day)) from unnest($7::int[]) as day
           where c.created_at + make_interval(days => day) > $2::timestamptz + make_interval(hours => $8))
         where id = $1 returning storyline_id as "storylineId", (select state from before) as before`,
        [
          check.citation,
          found.at.toISOString(),
          found.url,
          check.state,
          words,
          problem,
          LOOKS_AFTER_DAYS,
          TOGETHER_HOURS,
        ],
      );
      if (row !== null && row.before !== check.state) changed.add(row.storylineId);
    }
    for (const storylineId of changed) await emit(sql, { type: 'storyline.changed', storylineId, by: null });
  });
}

/**
 * Has the cited pages of a storyline read again soon, but for those that were read within the last hour.
 * @returns how many citations are looked for.
 */
export async function askForEvidence(db: Database, storylineId: number): Promise<number> {
  const row = await db.row<{ there: boolean; asked: number }>(
    `with asked as (
       update throughline.citations c set next_check_at = now(), check_tries = 0
       where c.storyline_id = $1 and c.item_id is not null and not exists (
         select 1 from throughline.evidence_checks k join throughline.citations o on o.id = k.citation_id
         where o.item_id = c.item_id and k.at > now() - make_interval(hours => $2))
       returning 1)
     select exists (select 1 from throughline.storylines where id = $1 and deleted_at is null) as there,
       (select count(*)::int from asked) as asked`,
    [storylineId, ASKED_AGAIN_HOURS],
  );
  if (row === null || !row.there) throw new MissingError('This storyline is not there any more.');
  return row.asked;
}
