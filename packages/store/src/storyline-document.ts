import type { Citation, ClaimStatus, DocumentClaim, StorylineDetail } from '@throughline/schema';
import type { Sql } from './database.ts';

type Head = Omit<
  StorylineDetail,
  'schemaVersion' | 'sections' | 'citations' | 'claims' | 'topics' | 'direction'
> & {
  topicIds: string[];
};

const RIGHT_TO_LEFT = new Set(['ar', 'ur', 'fa', 'ps', 'sd', 'he', 'yi', 'dv', 'ckb', 'ug']);

/** A storyline, whole, as it stands now: what the editor, the preview and every export start from. */
export async function readStoryline(sql: Sql, id: number): Promise<StorylineDetail | null> {
  const head = await sql.row<Head>(
    `select id, slug, headline, standfirst, bylines, dateline, date, language, topics as "topicIds", status,
       version as revision, updated_at as "updatedAt", null as url, null as hero
     from throughline.storylines where id = $1 and deleted_at is null`,
    [id],
  );
  if (head === null) return null;
  const { topicIds, ...rest } = head;
  const citations = await citationsOf(sql, id);
  return {
    ...rest,
    schemaVersion: 1,
    direction: RIGHT_TO_LEFT.has(head.language.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr',
    topics: await topicsNamed(sql, topicIds),
    sections: await sectionsOf(sql, id),
    citations,
    claims: await claimsOf(sql, id, citations),
  };
}

async function sectionsOf(sql: Sql, storylineId: number): Promise<StorylineDetail['sections']> {
  return sql.rows(
    `select id, title, slot, position, null as at, blocks, version
     from throughline.sections where storyline_id = $1 and deleted_at is null order by position, id`,
    [storylineId],
  );
}

async function topicsNamed(sql: Sql, ids: readonly string[]): Promise<StorylineDetail['topics']> {
  return sql.rows(
    'select id, name, version::text as version from throughline.topics where id = any($1) order by position, id',
    [ids],
  );
}

type CitationRow = Omit<Citation, 'item' | 'revision'> &
  Omit<Citation['item'], 'id'> & { itemId: number; revisionId: number; number: number };

async function citationsOf(sql: Sql, storylineId: number): Promise<Citation[]> {
  const rows = await sql.rows<CitationRow>(
    `select c.id, c.exact, c.prefix, c.suffix, c.start_offset as start, c.end_offset as end,
       r.id as "revisionId", r.number, i.id as "itemId", i.url, r.title, p.name as publisher,
       r.published_at as "publishedAt", r.observed_at as "fetchedAt", i.language, r.hash as "contentHash"
     from throughline.citations c
     join throughline.revisions r on r.id = c.revision_id
     join throughline.items i on i.id = c.item_id
     join throughline.sources s on s.id = i.source_id
     join throughline.publishers p on p.id = s.publisher_id
     where c.storyline_id = $1 order by c.id`,
    [storylineId],
  );
  return rows.map(({ id, exact, prefix, suffix, start, end, itemId, revisionId, number, ...item }) => ({
    id,
    item: { id: itemId, ...item },
    revision: { id: revisionId, number },
    exact,
    prefix,
    suffix,
    start,
    end,
  }));
}

async function claimsOf(
  sql: Sql,
  storylineId: number,
  citations: readonly Citation[],
): Promise<DocumentClaim[]> {
  const publisherOf = new Map(citations.map((citation) => [citation.id, citation.item.publisher]));
  const rows = await sql.rows<Omit<DocumentClaim, 'status'>>(
    `select id, kind, text, evidence, against from throughline.claims where storyline_id = $1 order by position, id`,
    [storylineId],
  );
  return rows.map((row) => {
    const [evidence, against] = [row.evidence.map(Number), row.against.map(Number)];
    return { ...row, evidence, against, status: statusOf(evidence, against, publisherOf) };
  });
}

function statusOf(
  evidence: readonly number[],
  against: readonly number[],
  publisherOf: ReadonlyMap<number, string>,
): ClaimStatus {
  if (against.length > 0) return 'contested';
  const publishers = new Set(evidence.flatMap((id) => publisherOf.get(id) ?? []));
  if (publishers.size === 0) return 'unsupported';
  return publishers.size === 1 ? 'single' : 'corroborated';
}
