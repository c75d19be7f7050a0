import type {
  BlockNode,
  Citation,
  ClaimKind,
  HeroImage,
  SectionSlot,
  StorylineDocument,
  StorylineStatus,
} from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { emit } from './events.ts';
import { freeSlug, type Quote } from './storylines.ts';

/** A storyline that comes whole. Its citations are numbered by the caller; text and claims name those numbers. */
export interface WholeStoryline {
  slug: string;
  headline: string;
  standfirst: string;
  bylines: string[];
  dateline: string | null;
  date: string | null;
  language: string;
  topics: string[];
  status?: StorylineStatus;
  hero?: HeroImage | null;
  /** Where counting its revisions goes on; 1 for a new one. */
  revision?: number;
  sections: { title: string; slot: SectionSlot; at?: string | null; blocks: BlockNode[] }[];
  citations: WholeCitation[];
  claims: { kind: ClaimKind; text: string; evidence: number[]; against: number[] }[];
}

/** `cited` instead of ids of this desk: what another desk told about an item that is not here. */
type WholeCitation = { number: number; quote: Quote } & (
  | { itemId: number; revisionId: number }
  | { cited: Pick<Citation, 'item' | 'revision'> }
);

/**
 * Stores a storyline with all its parts, all or nothing.
 * @returns its id, or null when there is one with its slug already (also among those removed).
 */
export async function insertStoryline(db: Database, storyline: WholeStoryline): Promise<number | null> {
  return db.transaction((sql) => insertIn(sql, storyline, null));
}

/** The same inside a transaction, in the name of somebody (null: the desk itself). */
export async function insertIn(
  sql: Sql,
  storyline: WholeStoryline,
  userId: number | null,
): Promise<number | null> {
  const row = await sql.row<{ id: number }>(
    `insert into throughline.storylines (slug, headline, standfirst, bylines, dateline, date, language, topics, version,
         head_version, status, hero, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $11, $12) on conflict (slug) do nothing returning id`,
    [
      storyline.slug,
      storyline.headline,
      storyline.standfirst,
      storyline.bylines,
      storyline.dateline,
      storyline.date,
      storyline.language,
      storyline.topics,
      storyline.revision ?? 1,
      storyline.status ?? 'open',
      storyline.hero ? JSON.stringify(storyline.hero) : null,
      userId,
    ],
  );
  if (row === null) return null;
  const idOf = await insertCitations(sql, row.id, storyline.citations, userId);
  for (const [position, { title, slot, at, blocks }] of storyline.sections.entries()) {
    await sql.run(
      'insert into throughline.sections (storyline_id, title, slot, position, blocks, at) values ($1, $2, $3, $4, $5, $6)',
      [row.id, title, slot, position, JSON.stringify(renumber(blocks, idOf)), at ?? null],
    );
  }
  for (const [position, { kind, text, evidence, against }] of storyline.claims.entries()) {
    await sql.run(
      'insert into throughline.claims (storyline_id, kind, text, evidence, against, position, created_by) values ($1, $2, $3, $4, $5, $6, $7)',
      [row.id, kind, text, evidence.map(idOf), against.map(idOf), position, userId],
    );
  }
  await emit(sql, { type: 'storyline.changed', storylineId: row.id, by: userId });
  return row.id;
}

async function insertCitations(
  sql: Sql,
  storylineId: number,
  citations: WholeStoryline['citations'],
  userId: number | null,
): Promise<(number: number) => number> {
  const ids = new Map<number, number>();
  for (const { number, quote, ...source } of citations) {
    const here = 'itemId' in source;
    const row = await sql.row<{ id: number }>(
      `insert into throughline.citations
         (storyline_id, item_id, revision_id, exact, prefix, suffix, start_offset, end_offset, cited, created_by, next_check_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, case when $2::bigint is not null then now() + interval '1 day' end)
       returning id`,
      [
        storylineId,
        here ? source.itemId : null,
        here ? source.revisionId : null,
        quote.exact,
        quote.prefix,
        quote.suffix,
        quote.start,
        quote.end,
        here ? null : JSON.stringify(source.cited),
        userId,
      ],
    );
    if (row !== null) ids.set(number, row.id);
  }
  return (number) => {
    const id = ids.get(number);
    if (id === undefined) throw new Error(`citation ${number} is named, but not given`);
    return id;
  };
}

/** Puts database ids where the text names citations, wherever they are nested. */
function renumber(blocks: readonly BlockNode[], idOf: (number: number) => number): unknown {
  return JSON.parse(JSON.stringify(blocks), (_key, value: unknown) => {
    if (!isCitation(value)) return value;
    return { type: 'citation', attrs: { citation: idOf(value.attrs.citation) } };
  });
}

function isCitation(value: unknown): value is { type: 'citation'; attrs: { citation: number } } {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'citation';
}

/**
 * Restores an imported storyline whole. What it cites is tied to this desk's items where the very same words of the
 * same address are here, at the same place; else the citation keeps what the file tells, under a number that no item will ever have.
 *
 * @returns the id, the address (another one when its own is taken), and how many citations have no item here.
 */
export async function restoreStoryline(
  db: Database,
  document: StorylineDocument,
): Promise<{ id: number; slug: string; withoutItem: number }> {
  const slug = await freeSlug(db, document.slug);
  const citations = await tiedCitations(db, document.citations);
  const id = await insertStoryline(db, {
    ...document,
    slug,
    topics: document.topics.map((topic) => topic.id),
    sections: document.sections.toSorted((a, b) => a.position - b.position || a.id - b.id),
    citations,
  });
  if (id === null) throw new Error(`the address ${slug} was taken meanwhile; try again`);
  return { id, slug, withoutItem: citations.filter((citation) => 'cited' in citation).length };
}

async function tiedCitations(sql: Sql, citations: readonly Citation[]): Promise<WholeCitation[]> {
  const reserved = new Map<number, number>();
  const tied: WholeCitation[] = [];
  for (const { id: number, item, revision, ...quote } of citations) {
    const here = await revisionWith(sql, item, quote);
    if (here !== null) {
      tied.push({ number, quote, ...here });
      continue;
    }
    const own = reserved.get(item.id) ?? (await nextItemId(sql));
    reserved.set(item.id, own);
    tied.push({ number, quote, cited: { item: { ...item, id: own }, revision } });
  }
  return tied;
}

/** The revision where the quote stands to the letter: a file may claim of an item what it never said. */
async function revisionWith(
  sql: Sql,
  item: Citation['item'],
  quote: Quote,
): Promise<{ itemId: number; revisionId: number } | null> {
  const revisions = await sql.rows<{ itemId: number; revisionId: number; texts: string[] }>(
    `select i.id as "itemId", r.id as "revisionId", array[r.content_text, r.summary, r.title] as texts
     from throughline.items i join throughline.revisions r on r.item_id = i.id
     where i.url = $1 and r.hash = $2 order by i.id, r.id limit 20`,
    [item.url, item.contentHash],
  );
  const found = revisions.find(({ texts }) => texts.some((text) => standsIn(text, quote)));
  return found === undefined ? null : { itemId: found.itemId, revisionId: found.revisionId };
}

const standsIn = (text: string, { exact, prefix, suffix, start, end }: Quote) =>
  end - start === exact.length &&
  start >= prefix.length &&
  text.startsWith(prefix + exact + suffix, start - prefix.length);

async function nextItemId(sql: Sql): Promise<number> {
  const row = await sql.row<{ id: number }>(
    "select nextval(pg_get_serial_sequence('throughline.items', 'id')) as id",
  );
  if (row === null) throw new Error('unreachable: a sequence always gives a number');
  return row.id;
}
