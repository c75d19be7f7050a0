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
       version as revision, updated_at as "updatedAt", null as url, hero
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
    'select id, name, version::text as version from throughline.topics where id = any($1) order by position, id',
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

/** Follows copies up to the report that they repeat, and reads again what changed since it was cited. */
async function sourcesOf(sql: Sql, storylineId: number): Promise<CitationSource[]> {
  return sql.rows<CitationSource>(
    `with recursive up as (
       select c.id as citation, c.item_id as item, 0 as depth from throughline.citations c where c.storyline_id = $1
       union all
       select up.citation, m.duplicate_of, up.depth + 1
       from up join throughline.story_members m on m.item_id = up.item
       where m.duplicate_of is not null and m.relation in ('duplicate', 'excerpt') and up.depth < 20)
     select distinct on (up.citation) up.citation, up.item::text as report,
       case when i.current_revision_id <> c.revision_id
         then r.content_text || E'\\n' || r.summary || E'\\n' || r.title end as current
     from up join throughline.citations c on c.id = up.citation
     left join throughline.items i on i.id = c.item_id
     left join throughline.revisions r on r.id = i.current_revision_id
     order by up.citation, up.depth desc`,
    [storylineId],
  );
}
