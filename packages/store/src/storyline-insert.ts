import type { BlockNode, ClaimKind, SectionSlot } from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { emit } from './events.ts';
import type { Quote } from './storylines.ts';

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
  sections: { title: string; slot: SectionSlot; blocks: BlockNode[] }[];
  citations: { number: number; itemId: number; revisionId: number; quote: Quote }[];
  claims: { kind: ClaimKind; text: string; evidence: number[]; against: number[] }[];
}

/**
 * Stores a storyline with all its parts, all or nothing.
 * @returns its id, or null when there is one with its slug already (also among those removed).
 */
export async function insertStoryline(db: Database, storyline: WholeStoryline): Promise<number | null> {
  return db.transaction(async (sql) => {
    const row = await sql.row<{ id: number }>(
      `insert into throughline.storylines (slug, headline, standfirst, bylines, dateline, date, language, topics, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 1) on conflict (slug) do nothing returning id`,
      [
        storyline.slug,
        storyline.headline,
        storyline.standfirst,
        storyline.bylines,
        storyline.dateline,
        storyline.date,
        storyline.language,
        storyline.topics,
      ],
    );
    if (row === null) return null;
    const idOf = await insertCitations(sql, row.id, storyline.citations);
    for (const [position, { title, slot, blocks }] of storyline.sections.entries()) {
      await sql.run(
        'insert into throughline.sections (storyline_id, title, slot, position, blocks) values ($1, $2, $3, $4, $5)',
        [row.id, title, slot, position, JSON.stringify(renumber(blocks, idOf))],
      );
    }
    for (const [position, { kind, text, evidence, against }] of storyline.claims.entries()) {
      await sql.run(
        'insert into throughline.claims (storyline_id, kind, text, evidence, against, position) values ($1, $2, $3, $4, $5, $6)',
        [row.id, kind, text, evidence.map(idOf), against.map(idOf), position],
      );
    }
    await emit(sql, { type: 'storyline.changed', storylineId: row.id, by: null });
    return row.id;
  });
}

async function insertCitations(
  sql: Sql,
  storylineId: number,
  citations: WholeStoryline['citations'],
): Promise<(number: number) => number> {
  const ids = new Map<number, number>();
  for (const { number, itemId, revisionId, quote } of citations) {
    const row = await sql.row<{ id: number }>(
      `insert into throughline.citations
         (storyline_id, item_id, revision_id, exact, prefix, suffix, start_offset, end_offset)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
      [storylineId, itemId, revisionId, quote.exact, quote.prefix, quote.suffix, quote.start, quote.end],
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
