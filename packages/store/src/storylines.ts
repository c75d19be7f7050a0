import type {
  BlockNode,
  SectionPatch,
  StoredStoryline,
  StorylinePatch,
  StorylineRow,
} from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { ConflictError, MissingError } from './errors.ts';
import { emit } from './events.ts';
import { storable } from './storable.ts';
import { readStoryline } from './storyline-document.ts';

export async function listStorylines(sql: Sql): Promise<StorylineRow[]> {
  return sql.rows<StorylineRow>(
    `select l.id, l.slug, l.headline, l.standfirst, l.status, l.topics, l.updated_at as "updatedAt",
       (select count(*)::int from throughline.sections s where s.storyline_id = l.id and s.deleted_at is null) as sections,
       (select count(*)::int from throughline.citations c where c.storyline_id = l.id) as citations,
       exists (select 1 from throughline.publications p
               where p.storyline_id = l.id and p.withdrawn_at is null) as public
     from throughline.storylines l where l.deleted_at is null order by l.updated_at desc, l.id desc`,
  );
}

/** Finds a storyline by its number or its slug; a number is meant as one, whatever another storyline is called. */
export async function storylineIdOf(sql: Sql, reference: string): Promise<number | null> {
  const row = await sql.row<{ id: number }>(
    `select id from throughline.storylines where deleted_at is null and (id::text = $1 or slug = $1)
     order by id::text = $1 desc limit 1`,
    [reference],
  );
  return row?.id ?? null;
}

export async function createStoryline(
  db: Database,
  userId: number | null,
  headline: string,
): Promise<StoredStoryline> {
  return db.transaction(async (sql) => {
    const row = await sql.row<{ id: number }>(
      `insert into throughline.storylines (slug, headline, date, created_by)
       values ($1, $2, (now() at time zone 'UTC')::date, $3) returning id`,
      [await freeSlug(sql, headline), headline, userId],
    );
    if (row === null) throw new Error('the storyline was not stored');
    await sql.run('insert into throughline.sections (storyline_id, position) values ($1, 0)', [row.id]);
    return changed(sql, row.id, userId);
  });
}

/** "Rate and Seat: what next?" -> `rate-and-seat-what-next`; `-2`, `-3` ... when it is taken. */
export async function freeSlug(sql: Sql, headline: string): Promise<string> {
  const words = headline.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['storyline'];
  const stem = words.join('-').slice(0, 80).replace(/-+$/, '');
  const taken = await sql.rows<{ slug: string }>(
    "select slug from throughline.storylines where slug = $1 or slug like $1 || '-%'",
    [stem],
  );
  const slugs = new Set(taken.map((row) => row.slug));
  let slug = stem;
  for (let n = 2; slugs.has(slug); n++) slug = `${stem}-${n}`;
  return slug;
}

/** Arrays are arrays of the database, other objects are JSON. */
const columnValue = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? JSON.stringify(value) : value;

const COLUMNS: Record<keyof StorylinePatch, string> = {
  headline: 'headline',
  standfirst: 'standfirst',
  bylines: 'bylines',
  dateline: 'dateline',
  date: 'date',
  language: 'language',
  topics: 'topics',
  status: 'status',
  hero: 'hero',
};

/**
 * Changes a storyline's head.
 * @param revision the one that the edit was made on.
 * @throws ConflictError when somebody saved the head since.
 */
export async function updateStoryline(
  db: Database,
  userId: number,
  edit: { id: number; revision: number; patch: StorylinePatch },
): Promise<StoredStoryline> {
  return db.transaction(async (sql) => {
    const fields = (Object.keys(COLUMNS) as (keyof StorylinePatch)[]).filter(
      (field) => edit.patch[field] !== undefined,
    );
    const sets = fields.map((field, index) => `${COLUMNS[field]} = $${index + 3}`);
    const done = await sql.run(
      `update throughline.storylines set ${[...sets, 'updated_at = now()', 'head_version = version + 1'].join(', ')}
       where id = $1 and head_version <= $2 and deleted_at is null`,
      [edit.id, edit.revision, ...fields.map((field) => columnValue(storable(edit.patch[field])))],
    );
    if (done === 0) await conflictOrMissing(sql, edit.id);
    return changed(sql, edit.id, userId);
  });
}

export async function addSection(
  db: Database,
  userId: number,
  edit: { id: number; title: string },
): Promise<StoredStoryline> {
  return db.transaction(async (sql) => {
    const done = await sql.run(
      `insert into throughline.sections (storyline_id, title, position)
       select l.id, $2, coalesce((select max(position) + 1 from throughline.sections where storyline_id = l.id), 0)
       from throughline.storylines l where l.id = $1 and l.deleted_at is null`,
      [edit.id, edit.title],
    );
    if (done === 0) throw new MissingError('This storyline is not there any more.');
    return changed(sql, edit.id, userId);
  });
}

/**
 * Changes a section's title or text.
 * @throws ConflictError when somebody saved this section since `version`.
 */
export async function updateSection(
  db: Database,
  userId: number,
  edit: { sectionId: number; version: number; patch: SectionPatch },
): Promise<StoredStoryline> {
  return db.transaction(async (sql) => {
    const row = await sql.row<{ storylineId: number }>(
      `update throughline.sections set title = coalesce($3, title), blocks = coalesce($4::jsonb, blocks),
         slot = coalesce($5, slot), at = case when $6 then $7::timestamptz else at end, version = version + 1
       where id = $1 and version = $2 and deleted_at is null returning storyline_id as "storylineId"`,
      [
        edit.sectionId,
        edit.version,
        edit.patch.title === undefined ? null : storable(edit.patch.title),
        edit.patch.blocks === undefined ? null : JSON.stringify(storable(edit.patch.blocks)),
        edit.patch.slot ?? null,
        edit.patch.at !== undefined,
        edit.patch.at ?? null,
      ],
    );
    if (row === null) {
      await storylineOfSection(sql, edit.sectionId);
      throw new ConflictError('Somebody else has changed this section since you opened it.');
    }
    return changed(sql, row.storylineId, userId);
  });
}

/** Puts a section at a place among the others (0 = first). */
export async function moveSection(
  db: Database,
  userId: number,
  edit: { sectionId: number; position: number },
): Promise<StoredStoryline> {
  return db.transaction(async (sql) => {
    const storylineId = await storylineOfSection(sql, edit.sectionId);
    const rows = await sql.rows<{ id: number }>(
      `select id from throughline.sections where storyline_id = $1 and deleted_at is null and id <> $2 order by position, id`,
      [storylineId, edit.sectionId],
    );
    const order = rows.map((row) => row.id);
    order.splice(edit.position, 0, edit.sectionId);
    await sql.run(
      `update throughline.sections s set position = n.position - 1
       from unnest($1::bigint[]) with ordinality as n(id, position) where s.id = n.id`,
      [order],
    );
    return changed(sql, storylineId, userId);
  });
}

/** Takes a section out of the piece, or back in. Nothing is lost. */
export async function setSectionRemoved(
  db: Database,
  userId: number,
  edit: { sectionId: number; removed: boolean },
): Promise<StoredStoryline> {
  return db.transaction(async (sql) => {
    const storylineId = await storylineOfSection(sql, edit.sectionId, true);
    await sql.run(
      'update throughline.sections set deleted_at = case when $2 then now() end where id = $1 and (deleted_at is null) = $2',
      [edit.sectionId, edit.removed],
    );
    return changed(sql, storylineId, userId);
  });
}

/** Takes a storyline off the list, or back on. */
export async function setStorylineRemoved(
  db: Database,
  userId: number,
  id: number,
  removed: boolean,
): Promise<void> {
  await db.transaction(async (sql) => {
    const done = await sql.run(
      'update throughline.storylines set deleted_at = case when $2 then now() end where id = $1',
      [id, removed],
    );
    if (done === 0) throw new MissingError('This storyline is not there any more.');
    await emit(sql, { type: 'storyline.changed', storylineId: id, by: userId });
  });
}

/** A quote with its place in the cited revision's text. */
export interface Quote {
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
}

export interface CitableRevision {
  itemId: number;
  revisionId: number;
  title: string;
  summary: string;
  contentText: string;
}

/** The words of an item as they stand now, to choose a quote from. */
export async function citableRevision(sql: Sql, itemId: number): Promise<CitableRevision | null> {
  return sql.row<CitableRevision>(
    `select i.id as "itemId", r.id as "revisionId", r.title, r.summary, r.content_text as "contentText"
     from throughline.items i join throughline.revisions r on r.id = i.current_revision_id where i.id = $1`,
    [itemId],
  );
}

/** The same for items of any source, found by their guids. */
export async function citableRevisionsByGuid(
  sql: Sql,
  guids: readonly string[],
): Promise<(CitableRevision & { guid: string })[]> {
  return sql.rows(
    `select i.guid, i.id as "itemId", r.id as "revisionId", r.title, r.summary, r.content_text as "contentText"
     from throughline.items i join throughline.revisions r on r.id = i.current_revision_id
     where i.guid = any($1)`,
    [guids],
  );
}

/** Stores a citation and lets `place` put its number into the section's text. */
export async function cite(
  db: Database,
  userId: number | null,
  citation: { sectionId: number; revision: CitableRevision; quote: Quote },
  place: (blocks: BlockNode[], citationId: number) => BlockNode[],
): Promise<{ citationId: number; storyline: StoredStoryline }> {
  return db.transaction(async (sql) => {
    const storylineId = await storylineOfSection(sql, citation.sectionId);
    const citationId = await insertCitation(sql, userId, { storylineId, ...citation });
    const section = await sql.row<{ blocks: BlockNode[] }>(
      'select blocks from throughline.sections where id = $1 for update',
      [citation.sectionId],
    );
    await sql.run('update throughline.sections set blocks = $2, version = version + 1 where id = $1', [
      citation.sectionId,
      JSON.stringify(place(section?.blocks ?? [], citationId)),
    ]);
    return { citationId, storyline: await changed(sql, storylineId, userId) };
  });
}

/**
 * Takes a citation out of a section's text as it stands now; the citation itself stays with the storyline.
 * @throws MissingError when the section or the citation is not there.
 */
export async function uncite(
  db: Database,
  userId: number,
  edit: { sectionId: number; citationId: number },
  without: (blocks: BlockNode[], words: string, citationId: number) => BlockNode[],
): Promise<StoredStoryline> {
  return db.transaction(async (sql) => {
    const storylineId = await storylineOfSection(sql, edit.sectionId);
    const citation = await sql.row<{ exact: string }>(
      'select exact from throughline.citations where id = $1 and storyline_id = $2',
      [edit.citationId, storylineId],
    );
    if (citation === null) throw new MissingError('This citation is not there any more.');
    const section = await sql.row<{ blocks: BlockNode[] }>(
      'select blocks from throughline.sections where id = $1 for update',
      [edit.sectionId],
    );
    await sql.run('update throughline.sections set blocks = $2, version = version + 1 where id = $1', [
      edit.sectionId,
      JSON.stringify(without(section?.blocks ?? [], citation.exact, edit.citationId)),
    ]);
    return changed(sql, storylineId, userId);
  });
}

async function insertCitation(
  sql: Sql,
  userId: number | null,
  { storylineId, revision, quote }: { storylineId: number; revision: CitableRevision; quote: Quote },
): Promise<number> {
  const row = await sql.row<{ id: number }>(
    `insert into throughline.citations
       (storyline_id, item_id, revision_id, exact, prefix, suffix, start_offset, end_offset, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
    [
      storylineId,
      revision.itemId,
      revision.revisionId,
      quote.exact,
      quote.prefix,
      quote.suffix,
      quote.start,
      quote.end,
      userId,
    ],
  );
  if (row === null) throw new Error('the citation was not stored');
  return row.id;
}

/** The storyline that holds a section. @throws MissingError */
async function storylineOfSection(sql: Sql, sectionId: number, evenRemoved = false): Promise<number> {
  const row = await sql.row<{ id: number }>(
    `select l.id from throughline.sections s join throughline.storylines l on l.id = s.storyline_id
     where s.id = $1 and ($2 or s.deleted_at is null) and l.deleted_at is null`,
    [sectionId, evenRemoved],
  );
  if (row === null) throw new MissingError('This section is not there any more.');
  return row.id;
}

async function conflictOrMissing(sql: Sql, id: number): Promise<never> {
  const there = await sql.row('select 1 from throughline.storylines where id = $1 and deleted_at is null', [
    id,
  ]);
  if (there === null) throw new MissingError('This storyline is not there any more.');
  throw new ConflictError("Somebody else has changed this storyline's head since you opened it.");
}

/** Ends every change: counts it, tells the screens, and reads the storyline as it is now. */
export async function changed(sql: Sql, id: number, userId: number | null): Promise<StoredStoryline> {
  await sql.run('update throughline.storylines set version = version + 1, updated_at = now() where id = $1', [
    id,
  ]);
  await emit(sql, { type: 'storyline.changed', storylineId: id, by: userId });
  const storyline = await readStoryline(sql, id);
  if (storyline === null) throw new MissingError('This storyline is not there any more.');
  return storyline;
}
