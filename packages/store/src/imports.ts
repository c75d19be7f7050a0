import type { ImportProgress, OpmlImport, Said } from '@throughline/schema';
import type { Database } from './database.ts';
import { type AddSource, insertSources } from './sources.ts';

/** Stores an import and what came of it; its sources become due one after another over `spreadSeconds`. */
export async function importSources(
  db: Database,
  found: { sources: readonly AddSource[]; problems: Said[] },
  spreadSeconds: number,
): Promise<OpmlImport> {
  return db.transaction(async (sql) => {
    const addedIds = await insertSources(sql, found.sources, spreadSeconds);
    const alreadyThere = found.sources.length - addedIds.length;
    await sql.run('insert into throughline.imports (added, already_there, problems) values ($1, $2, $3)', [
      addedIds,
      alreadyThere,
      JSON.stringify(found.problems),
    ]);
    return { added: addedIds.length, alreadyThere, problems: found.problems };
  });
}

/** How far the last import has come; null when there was none. */
export async function lastImport(db: Database): Promise<ImportProgress | null> {
  return db.row<ImportProgress>(
    `select m.at, cardinality(m.added) as added, m.already_there as "alreadyThere", m.problems,
       count(s.id) filter (where s.last_check_at is not null and s.removed_at is null)::int as read,
       count(s.id) filter (where s.failures > 0 and s.removed_at is null)::int as failed,
       cardinality(m.added) - count(s.id) filter (where s.removed_at is null)::int as removed
     from (select * from throughline.imports order by id desc limit 1) m
       left join throughline.sources s on s.id = any(m.added)
     group by m.id, m.at, m.added, m.already_there, m.problems`,
  );
}
