import {
  type Publication,
  type PublishedVersion,
  type PublishStoryline,
  publicPath,
  type StoredStoryline,
  StorylineDocument,
} from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { ConflictError, MissingError } from './errors.ts';
import { emit } from './events.ts';
import { freezeIn } from './storyline-freeze.ts';
import { readRevision } from './storyline-revisions.ts';

/** What of a storyline is or was public; null when it never was. */
export async function publicationOf(sql: Sql, storylineId: number): Promise<Publication | null> {
  const row = await sql.row<{ slug: string; withdrawnAt: string | null }>(
    `select l.slug, coalesce(p.withdrawn_at, l.deleted_at) as "withdrawnAt"
     from throughline.publications p join throughline.storylines l on l.id = p.storyline_id
     where p.storyline_id = $1`,
    [storylineId],
  );
  if (row === null) return null;
  const versions = await sql.rows<PublishedVersion>(
    `select v.number, v.revision, v.at, v.kind, v.note, u.name as by from throughline.published_versions v
     left join throughline.users u on u.id = v.user_id where v.storyline_id = $1 order by v.number desc`,
    [storylineId],
  );
  return { storylineId, ...row, path: publicPath(row.slug), versions };
}

/** Whether anybody can read it, or could if it were not removed from the desk. */
export async function isPublic(sql: Sql, storylineId: number): Promise<boolean> {
  return (
    (await sql.row(
      'select 1 from throughline.publications where storyline_id = $1 and withdrawn_at is null',
      [storylineId],
    )) !== null
  );
}

/** A published storyline by the name in its address; also one that was taken back or removed. */
export async function publicationBySlug(sql: Sql, slug: string): Promise<Publication | null> {
  const row = await sql.row<{ id: number }>('select id from throughline.storylines where slug = $1', [slug]);
  return row === null ? null : publicationOf(sql, row.id);
}

/** The piece as it stood in one version. */
export async function publishedDocument(
  sql: Sql,
  { storylineId }: Publication,
  { revision }: PublishedVersion,
): Promise<StorylineDocument> {
  const document = await readRevision(sql, storylineId, revision);
  if (document === null)
    throw new Error(`revision ${revision} of storyline ${storylineId} is public and gone`);
  return StorylineDocument.parse(document);
}

/**
 * Makes a storyline's present state its newest public version. All or nothing; the state is kept for good.
 *
 * @param publicUrl where the internet reaches the desk; null where that is not known.
 * @param judge says what the claims are worth now; what it throws keeps the piece here.
 * @throws ConflictError when it was changed since `revision`, or nothing is new.
 */
export async function publishStoryline(
  db: Database,
  userId: number,
  { id, revision, kind, note, publicUrl }: PublishStoryline & { publicUrl: string | null },
  judge: (stored: StoredStoryline) => StorylineDocument,
): Promise<Publication> {
  return db.transaction(async (sql) => {
    const now = await sql.row<{ version: number; slug: string }>(
      'select version, slug from throughline.storylines where id = $1 and deleted_at is null for no key update',
      [id],
    );
    if (now === null) throw new MissingError('This storyline is not there any more.');
    if (now.version !== revision)
      throw new ConflictError('The storyline has changed since you looked at it. Nothing was published.');
    const before = await publicationOf(sql, id);
    await sql.run(
      `insert into throughline.publications (storyline_id, url) values ($1, $2)
       on conflict (storyline_id) do update set url = excluded.url, withdrawn_at = null`,
      [id, publicUrl === null ? null : publicUrl + publicPath(now.slug)],
    );
    const document = await freezeIn(sql, id, userId, judge);
    if (document === null) throw new MissingError('This storyline is not there any more.');
    const last = before?.versions[0];
    if (last?.revision === document.revision && before?.withdrawnAt === null)
      throw new ConflictError(`Nothing has changed since version ${last.number} was published.`);
    await sql.run(
      `insert into throughline.published_versions (storyline_id, number, revision, kind, note, user_id)
       values ($1, $2, $3, $4, $5, $6)`,
      [
        id,
        (last?.number ?? 0) + 1,
        document.revision,
        last === undefined ? 'first' : kind,
        last === undefined ? '' : note,
        userId,
      ],
    );
    return told(sql, id, userId);
  });
}

/**
 * Takes a storyline and all its versions off its public address. They are kept, and come back when it is published
 * again.
 */
export async function withdrawStoryline(db: Database, userId: number, id: number): Promise<Publication> {
  return db.transaction(async (sql) => {
    await sql.run(
      'update throughline.publications set withdrawn_at = now() where storyline_id = $1 and withdrawn_at is null',
      [id],
    );
    return told(sql, id, userId);
  });
}

async function told(sql: Sql, id: number, userId: number): Promise<Publication> {
  await emit(sql, { type: 'storyline.changed', storylineId: id, by: userId });
  const publication = await publicationOf(sql, id);
  if (publication === null) throw new MissingError('This storyline was never published.');
  return publication;
}
