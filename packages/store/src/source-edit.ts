import type { Source, SourcePatch } from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { emit } from './events.ts';
import { publisherNamed, restoreRow, sourceById } from './sources.ts';

/** Items from this long before the switch was turned are fetched as well, so that its effect can be seen. */
const FULL_TEXT_BACK = '1 day';

/** Changes what a person decides of a source; null when there is no such source. */
export async function updateSource(db: Database, id: number, patch: SourcePatch): Promise<Source | null> {
  return db.transaction(async (sql) => {
    if (patch.publisher !== undefined) await movePublisher(sql, id, patch.publisher);
    await sql.run(
      `update throughline.sources set title = coalesce($2, title), folders = coalesce($3, folders),
         language = case when $4 then $5 else language end,
         interval_seconds = case when $6 then $7::int else interval_seconds end,
         full_text_since = case when $8::boolean is null then full_text_since when not $8 then null
           else coalesce(full_text_since, now() - interval '${FULL_TEXT_BACK}') end
       where id = $1 and removed_at is null`,
      [
        id,
        patch.title ?? null,
        patch.folders ?? null,
        patch.language !== undefined,
        patch.language || null,
        patch.intervalSeconds !== undefined,
        patch.intervalSeconds ?? null,
        patch.fullText ?? null,
      ],
    );
    await emit(sql, { type: 'sources.changed' });
    return sourceById(sql, id);
  });
}

/** A publisher that no source names any more is forgotten. */
async function movePublisher(sql: Sql, id: number, name: string): Promise<void> {
  const before = await sql.row<{ id: number }>(
    'select publisher_id as id from throughline.sources where id = $1',
    [id],
  );
  if (before === null) return;
  await sql.run('update throughline.sources set publisher_id = $2 where id = $1', [
    id,
    await publisherNamed(sql, name, null),
  ]);
  await sql.run(
    `delete from throughline.publishers p where p.id = $1
       and not exists (select 1 from throughline.sources s where s.publisher_id = p.id)`,
    [before.id],
  );
}

/** Takes a source off the desk: it is not asked again. Its items, verdicts and citations stay. */
export async function removeSource(db: Database, id: number): Promise<Source | null> {
  return db.transaction(async (sql) => {
    await sql.run(
      'update throughline.sources set removed_at = now(), next_check_at = null where id = $1 and removed_at is null',
      [id],
    );
    await emit(sql, { type: 'sources.changed' });
    return sourceById(sql, id);
  });
}

export async function restoreSource(db: Database, id: number): Promise<Source | null> {
  return db.transaction(async (sql) => {
    await restoreRow(sql, id);
    await emit(sql, { type: 'sources.changed' });
    return sourceById(sql, id);
  });
}
