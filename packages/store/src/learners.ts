import { LearnerState, type TaggableItem } from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { MissingError } from './errors.ts';
import { emit } from './events.ts';
import { topicsChanged } from './topics.ts';

/** A topic's learner: how far it has read the verdicts, and what it makes of them. */
export interface Learner {
  topicId: string;
  enabled: boolean;
  /** The last verdict that was taken in. */
  position: number;
  /** Verdicts up to this one were forgotten by a reset. */
  since: number;
  generation: number;
  /** null: nothing was learned yet. */
  state: LearnerState | null;
  /** As tagging uses it; it follows `state` in steps. */
  applied: LearnerState | null;
}

const LEARNER = `select t.id as "topicId", coalesce(l.enabled, true) as enabled, coalesce(l.position, 0) as position,
    coalesce(l.since, 0) as since, coalesce(l.generation, 0) as generation, l.state, l.applied
  from throughline.topics t left join throughline.learners l on l.topic_id = t.id`;

export async function listLearners(sql: Sql): Promise<Learner[]> {
  return sql.rows<Learner>(`${LEARNER} order by t.position, t.id`);
}

export async function learnerOf(sql: Sql, topicId: string): Promise<Learner | null> {
  return sql.row<Learner>(`${LEARNER} where t.id = $1`, [topicId]);
}

/** A verdict with the words that it was given on. */
interface VerdictToLearn {
  id: number;
  item: TaggableItem;
  source: string;
  relevant: boolean;
  /** The log-odds that were shown before it; null: no score was shown. */
  shown: number | null;
  /** Nobody has decided otherwise since. */
  current: boolean;
}

/** Transactions that began so long ago are over: no verdict with a lower number can still appear. */
const SETTLED = `v.at < now() - interval '3 seconds'`;

/** The topics with verdicts that are not taken in, with a name for exactly this state of affairs. */
export async function learningDue(sql: Sql): Promise<{ topicId: string; state: string }[]> {
  return sql.rows(
    `select t.id as "topicId", concat(coalesce(l.position, 0), '-', coalesce(l.generation, 0), '-', max(v.id)) as state
     from throughline.topics t left join throughline.learners l on l.topic_id = t.id
     join throughline.verdicts v on v.topic_id = t.id and v.id > coalesce(l.position, 0)
     where coalesce(l.enabled, true) and ${SETTLED}
     group by t.id, l.position, l.generation`,
  );
}

type Row = Omit<VerdictToLearn, 'item'> & TaggableItem;

/**
 * Whether something that was taken in counts no more: it was taken back, or decided anew. What it taught cannot be taken
 * out of the weights.
 */
export async function isOutdated(sql: Sql, { topicId, position, since }: Learner): Promise<boolean> {
  const row = await sql.row(
    `select 1 from throughline.verdicts v
     cross join lateral (
       select b.value from throughline.verdicts b
       where b.item_id = v.item_id and b.topic_id = v.topic_id and b.id <= $2 and b.id > $3 order by b.id desc limit 1) before
     where v.topic_id = $1 and v.id > $2 and ${SETTLED} and before.value is not null limit 1`,
    [topicId, position, since],
  );
  return row !== null;
}

/** The next verdicts of a topic behind one, in the order in which they were given. */
export async function verdictsToLearn(
  sql: Sql,
  topicId: string,
  { after, limit }: { after: number; limit: number },
): Promise<VerdictToLearn[]> {
  const rows = await sql.rows<Row>(
    `select v.id, v.value = 'relevant' as relevant, coalesce(o.log_odds, v.log_odds) as shown, c.verdict_id is not null as current,
       s.title as source, r.title, r.summary, r.content_text as text, i.language, i.url, i.at as "publishedAt"
     from throughline.verdicts v
     join throughline.items i on i.id = v.item_id
     join throughline.sources s on s.id = i.source_id
     join throughline.revisions r on r.id = i.current_revision_id
     left join throughline.current_verdicts c on c.verdict_id = v.id
     left join throughline.verdicts o on o.id = v.restores
     where v.topic_id = $1 and v.id > $2 and ${SETTLED} order by v.id limit $3`,
    [topicId, after, limit],
  );
  return rows.map(({ id, source, relevant, shown, current, ...item }) => ({
    id,
    source,
    relevant,
    shown,
    current,
    item,
  }));
}

/**
 * Stores what a batch of verdicts taught.
 *
 * @param state has finite numbers only: what cannot be stored as it is would poison every score after it.
 * @param apply tagging goes over to this state, and what is tagged with the topic is due again.
 * @returns false when somebody else went on, or learning was reset or switched off, meanwhile: nothing was stored.
 */
export async function recordLearning(
  db: Database,
  from: Learner,
  { position, state, apply }: { position: number; state: LearnerState | null; apply: boolean },
): Promise<boolean> {
  LearnerState.nullable().parse(state);
  return db.transaction(async (sql) => {
    await ensure(sql, from.topicId);
    const ours = await sql.run(
      `update throughline.learners set position = $4, state = $5::jsonb, updated_at = now(),
         applied = case when $6 then $5::jsonb else applied end
       where topic_id = $1 and position = $2 and generation = $3 and enabled`,
      [
        from.topicId,
        from.position,
        from.generation,
        position,
        state === null ? null : JSON.stringify(state),
        apply,
      ],
    );
    if (ours === 0) return false;
    if (apply) await scoreAgain(sql, from.topicId);
    return true;
  });
}

/**
 * Switches learning of a topic on or off. Off, its rules alone decide; what was learned is kept.
 * @throws MissingError when there is no such topic.
 */
export async function setLearning(db: Database, topicId: string, enabled: boolean): Promise<void> {
  await db.transaction(async (sql) => {
    await ensure(sql, topicId);
    await sql.run(
      'update throughline.learners set enabled = $2, generation = generation + 1 where topic_id = $1',
      [topicId, enabled],
    );
    await topicsChanged(sql);
  });
}

/**
 * Forgets what was learned of a topic; learning begins anew with the next verdict. Verdicts stay.
 * @throws MissingError when there is no such topic.
 */
export async function resetLearning(db: Database, topicId: string): Promise<void> {
  await db.transaction(async (sql) => {
    await ensure(sql, topicId);
    await sql.run(
      `update throughline.learners set state = null, applied = null, generation = generation + 1,
         position = last.id, since = last.id
       from (select coalesce(max(id), 0) as id from throughline.verdicts where topic_id = $1) last
       where topic_id = $1`,
      [topicId],
    );
    await topicsChanged(sql);
  });
}

async function ensure(sql: Sql, topicId: string): Promise<void> {
  await sql.run(
    `insert into throughline.learners (topic_id) select id from throughline.topics where id = $1
     on conflict do nothing`,
    [topicId],
  );
  const there = await sql.row('select 1 from throughline.learners where topic_id = $1', [topicId]);
  if (there === null) throw new MissingError('This topic is not there any more.', { code: 'topic_gone' });
}

/** So many of a topic's newest tags are made again when its learner has moved on; a person's decision makes all anew. */
const SCORED_AGAIN = 5_000;

async function scoreAgain(sql: Sql, topicId: string): Promise<void> {
  await sql.run('update throughline.topic_epoch set learned = learned + 1');
  await sql.run(
    `update throughline.items set tagged_epoch = 0 where id in (
       select item_id from throughline.tags where topic_id = $1 order by at desc, item_id desc limit $2)`,
    [topicId, SCORED_AGAIN],
  );
  await emit(sql, { type: 'topics.changed' });
}
