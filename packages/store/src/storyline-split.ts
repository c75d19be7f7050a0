import type { StoredStoryline, StorylineAlert } from '@throughline/schema';
import type { Database } from './database.ts';
import { ConflictError, MissingError } from './errors.ts';
import { emit } from './events.ts';
import { readStoryline } from './storyline-document.ts';
import { insertIn, type WholeStoryline } from './storyline-insert.ts';
import { changed, freeSlug } from './storylines.ts';

/** What a new storyline takes from the one that it is split off from; citations go by the ids that they have there. */
type SplitParts = Pick<WholeStoryline, 'headline' | 'language' | 'claims'> & {
  sections: WholeStoryline['sections'];
  citations: StoredStoryline['citations'];
};

/**
 * Makes a storyline of its own from what a drift alert names. The old one keeps all that it cites; the new one follows
 * it, looks out for more by itself, and the alert is put away.
 *
 * @param compose says what the new one holds; null when nothing of it is there any more
 * @throws ConflictError when the alert was answered meanwhile.
 */
export async function splitStoryline(
  db: Database,
  userId: number,
  alertId: number,
  compose: (from: StoredStoryline, citations: readonly number[]) => SplitParts | null,
): Promise<StoredStoryline> {
  return db.transaction(async (sql) => {
    const row = await sql.row<{ storylineId: number; alert: StorylineAlert; closed: boolean }>(
      `select storyline_id as "storylineId", alert, closed_at is not null as closed
       from throughline.storyline_alerts where id = $1 for update`,
      [alertId],
    );
    if (row === null || row.alert.kind !== 'drift')
      throw new MissingError('This alert is not there any more.');
    if (row.closed) throw new ConflictError('Somebody has answered this alert already.');
    const from = await readStoryline(sql, row.storylineId);
    if (from === null) throw new MissingError('This storyline is not there any more.');
    const parts = compose(from, row.alert.citations);
    if (parts === null) throw new MissingError('What this alert names is not cited any more.');
    const slug = await freeSlug(sql, parts.headline);
    const id = await insertIn(
      sql,
      {
        ...parts,
        slug,
        standfirst: '',
        bylines: from.bylines,
        dateline: null,
        date: new Date().toISOString().slice(0, 10),
        topics: from.topics.map((topic) => topic.id),
        citations: parts.citations.map(({ id: number, item, revision, ...quote }) => ({
          number,
          quote,
          itemId: item.id,
          revisionId: revision.id,
        })),
      },
      userId,
    );
    if (id === null) throw new Error(`the address ${slug} was taken meanwhile; try again`);
    await sql.run('update throughline.storylines set tracking = true where id = $1', [id]);
    await sql.run(
      `insert into throughline.storyline_links (from_id, to_id, kind, created_by) values ($1, $2, 'follows', $3)`,
      [id, from.id, userId],
    );
    await sql.run(
      `insert into throughline.storyline_splits (to_id, from_id, alert_id, citations, headline, created_by)
       values ($1, $2, $3, $4, $5, $6)`,
      [id, from.id, alertId, parts.citations.map((citation) => citation.id), parts.headline, userId],
    );
    await sql.run('update throughline.storyline_alerts set closed_at = now(), closed_by = $2 where id = $1', [
      alertId,
      userId,
    ]);
    await emit(sql, { type: 'storyline.changed', storylineId: from.id, by: userId });
    await emit(sql, { type: 'storyline.tracked', storylineId: from.id });
    return changed(sql, id, userId);
  });
}

/** Takes a storyline that was split off away again; the alert stands as before. */
export async function takeBackSplit(db: Database, userId: number, id: number): Promise<void> {
  await db.transaction(async (sql) => {
    const split = await sql.row<{ fromId: number }>(
      `with gone as (update throughline.storylines set deleted_at = now() where id = $1 and deleted_at is null),
       opened as (update throughline.storyline_alerts a set closed_at = null, closed_by = null
         from throughline.storyline_splits s where s.to_id = $1 and a.id = s.alert_id)
       select from_id as "fromId" from throughline.storyline_splits where to_id = $1`,
      [id],
    );
    if (split === null) throw new MissingError('This storyline is not there any more.');
    await emit(sql, { type: 'storyline.changed', storylineId: id, by: userId });
    await emit(sql, { type: 'storyline.changed', storylineId: split.fromId, by: userId });
    await emit(sql, { type: 'storyline.tracked', storylineId: split.fromId });
  });
}
