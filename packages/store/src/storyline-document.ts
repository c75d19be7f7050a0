import type { Citation, CitationSource, DocumentClaim, StoredStoryline } from '@throughline/schema';
import type { Sql } from './database.ts';

type Head = Omit<
  StoredStoryline,
  'schemaVersion' | 'sections' | 'citations' | 'claims' | 'sources' | 'topics' | 'direction'
> & {
  topicIds: string[];
};

const RIGHT_TO_LEFT = new Set(['ar', 'ur', 'fa', 'ps', 'sd', 'he', 'yi', 'dv', 'ckb', 'ug']);

/** A storyline, whole, as it stands now: what the editor, the preview and every export start from. */
export async function readStoryline(sql: Sql, id: number): Promise<StoredStoryline | null> {
  const head = await sql.row<Head>(
    `select id, slug, headline, standfirst, bylines, dateline, date, language, topics as "topicIds", status,
       version as revision, updated_at as "updatedAt", hero,
       (select p.url from throughline.publications p where p.storyline_id = storylines.id and p.withdrawn_at is null) as url
     from throughline.storylines where id = $1 and deleted_at is null`,
    [id],
  );
  if (head === null) return null;
  const { topicIds, ...rest } = head;
  return {
    ...rest,
    schemaVersion: 1,
    direction: RIGHT_TO_LEFT.has(head.language.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr',
    topics: await topicsNamed(sql, topicIds),
    sections: await sectionsOf(sql, id),
    citations: await citationsOf(sql, id),
    claims: await claimsOf(sql, id),
    sources: await sourcesOf(sql, id),
  };
}

async function sectionsOf(sql: Sql, storylineId: number): Promise<StoredStoryline['sections']> {
  return sql.rows(
    `select id, title, slot, position, at, blocks, version
     from throughline.sections where storyline_id = $1 and deleted_at is null order by position, id`,
    [storylineId],
  );
}

async function topicsNamed(sql: Sql, ids: readonly string[]): Promise<StoredStoryline['topics']> {
  return sql.rows(
    // A topic that came with an imported storyline and is not on this desk keeps its id, and is not lost.
    `select named.id, coalesce(t.name, named.id) as name, t.version::text as version
     from unnest($1::text[]) with ordinality as named(id, place) left join throughline.topics t on t.id = named.id
     order by t.position, named.place`,
    [ids],
  );
}

type CitationRow = Omit<Citation, 'item' | 'revision'> &
  Omit<Citation['item'], 'id'> & {
    itemId: number;
    revisionId: number;
    number: number;
    /** Instead of all that, for an item that is not on this desk. */
    cited: Pick<Citation, 'item' | 'revision'> | null;
  };

async function citationsOf(sql: Sql, storylineId: number): Promise<Citation[]> {
  const rows = await sql.rows<CitationRow>(
    `select c.id, c.exact, c.prefix, c.suffix, c.start_offset as start, c.end_offset as end,
       r.id as "revisionId", r.number, i.id as "itemId", i.url, r.title, p.name as publisher,
       r.published_at as "publishedAt", r.observed_at as "fetchedAt", i.language, r.hash as "contentHash", c.cited
     from throughline.citations c
     left join throughline.revisions r on r.id = c.revision_id
     left join throughline.items i on i.id = c.item_id
     left join throughline.sources s on s.id = i.source_id
     left join throughline.publishers p on p.id = s.publisher_id
     where c.storyline_id = $1 order by c.id`,
    [storylineId],
  );
  return rows.map(
    ({ id, exact, prefix, suffix, start, end, itemId, revisionId, number, cited, ...item }) => ({
      id,
      item: cited?.item ?? { id: itemId, ...item },
      revision: cited?.revision ?? { id: revisionId, number },
      exact,
      prefix,
      suffix,
      start,
      end,
    }),
  );
}

async function claimsOf(sql: Sql, storylineId: number): Promise<StoredStoryline['claims']> {
  const rows = await sql.rows<Omit<DocumentClaim, 'status'>>(
    `select id, kind, text, evidence, against from throughline.claims
     where storyline_id = $1 and removed_at is null order by position, id`,
    [storylineId],
  );
  return rows.map((row) => ({
    ...row,
    evidence: row.evidence.map(Number),
    against: row.against.map(Number),
  }));
}

type SourceRow = Omit<CitationSource, 'later' | 'check'> & {
  laterText: string | null;
  laterAt: string | null;
  checkAt: string | null;
} & { [K in 'state' | 'words' | 'problem']: NonNullable<CitationSource['check']>[K] | null };

/** Follows copies up to the report that they repeat, and reads what is known of the cited words since. */
async function sourcesOf(sql: Sql, storylineId: number): Promise<CitationSource[]> {
  const rows = await sql.rows<SourceRow>(
    `with recursive up as (
       select c.id as citation, c.item_id as item, 0 as depth from throughline.citations c where c.storyline_id = $1
       union all
       select up.citation, m.duplicate_of, up.depth + 1
       from up join throughline.story_members m on m.item_id = up.item
       where m.duplicate_of is not null and m.relation in ('duplicate', 'excerpt') and up.depth < 20)
     select distinct on (up.citation) up.citation, up.item::text as report, later.text as "laterText",
       later.observed_at as "laterAt", k.at as "checkAt", k.state, k.words, k.problem,
       c.next_check_at as "nextCheckAt"
     from up join throughline.citations c on c.id = up.citation
     left join throughline.revisions cited on cited.id = c.revision_id
     left join lateral (
       select r.content_text || E'\n' || r.summary || E'\n' || r.title as text, r.observed_at
       from throughline.revisions r
       where r.item_id = c.item_id and r.number > cited.number and (r.page_url is null) = (cited.page_url is null)
       order by r.number desc limit 1) later on true
     left join lateral (
       select k.at, k.state, k.words, k.problem from throughline.evidence_checks k
       where k.citation_id = c.id order by k.id desc limit 1) k on true
     order by up.citation, up.depth desc`,
    [storylineId],
  );
  return rows.map(({ citation, report, nextCheckAt, ...row }) => ({
    citation,
    report,
    nextCheckAt,
    later: row.laterText === null || row.laterAt === null ? null : { text: row.laterText, at: row.laterAt },
    check:
      row.state === null || row.checkAt === null
        ? null
        : { at: row.checkAt, state: row.state, words: row.words, problem: row.problem },
  }));
}
