import type { NewClaim, StoredStoryline } from '@throughline/schema';
import type { Database } from './database.ts';
import { MissingError } from './errors.ts';
import { changed } from './storylines.ts';

/** Stores a confirmed claim at the end of the list. Citations of other storylines are left out. */
export async function addClaim(
  db: Database,
  userId: number,
  claim: NewClaim,
): Promise<{ claimId: number; storyline: StoredStoryline }> {
  return db.transaction(async (sql) => {
    const row = await sql.row<{ id: number }>(
      `insert into throughline.claims (storyline_id, kind, text, evidence, against, position, created_by)
       select l.id, $2, $3,
         array(select c.id from throughline.citations c where c.storyline_id = l.id and c.id = any($4) order by c.id),
         array(select c.id from throughline.citations c where c.storyline_id = l.id and c.id = any($5) order by c.id),
         coalesce((select max(position) + 1 from throughline.claims where storyline_id = l.id), 0), $6
       from throughline.storylines l where l.id = $1 and l.deleted_at is null returning id`,
      [claim.storylineId, claim.kind, claim.text, claim.evidence, claim.against, userId],
    );
    if (row === null) throw new MissingError('This storyline is not there any more.');
    return { claimId: row.id, storyline: await changed(sql, claim.storylineId, userId) };
  });
}

/** Takes a claim out, or back in. */
export async function setClaimRemoved(
  db: Database,
  userId: number,
  edit: { claimId: number; removed: boolean },
): Promise<StoredStoryline> {
  return db.transaction(async (sql) => {
    const row = await sql.row<{ storylineId: number }>(
      `update throughline.claims set removed_at = case when $2 then now() end where id = $1
       returning storyline_id as "storylineId"`,
      [edit.claimId, edit.removed],
    );
    if (row === null) throw new MissingError('This claim is not there any more.');
    return changed(sql, row.storylineId, userId);
  });
}
