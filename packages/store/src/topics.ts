import { type Topic, TopicDefinition, type TopicDraft, type TopicVersion } from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { ConflictError, MissingError } from './errors.ts';
import { emit } from './events.ts';

const TOPIC = `select id, name, description, colour, position, enabled, version, definition,
    sampled_share as "sampledShare", updated_at as "updatedAt"
  from throughline.topics`;

export async function listTopics(sql: Sql): Promise<Topic[]> {
  return sql.rows<Topic>(`${TOPIC} order by position, id`);
}

export async function topicById(sql: Sql, id: string): Promise<Topic | null> {
  return sql.row<Topic>(`${TOPIC} where id = $1`, [id]);
}

/** Colours for topics in order, told apart by hue in light and dark. */
const COLOURS = ['#c0492f', '#b07a12', '#2f6fb5', '#2e8b57', '#8a4fb0', '#b0407a', '#3c8c8c', '#7a6a3a'];

/** Adds the topics that this desk does not have yet; those that it has stay as people made them. */
export async function seedTopics(db: Database, drafts: readonly TopicDraft[]): Promise<number> {
  return db.transaction(async (sql) => {
    let added = 0;
    for (const draft of drafts) if (await insertTopic(sql, TopicDefinition.parse(draft), null)) added++;
    if (added > 0) await topicsChanged(sql);
    return added;
  });
}

/**
 * Adds a topic.
 * @throws ConflictError when there is one with its id.
 */
export async function addTopic(db: Database, userId: number, definition: TopicDefinition): Promise<void> {
  await db.transaction(async (sql) => {
    if (!(await insertTopic(sql, definition, userId))) {
      throw new ConflictError(`There is a topic called "${definition.id}" already.`, {
        code: 'topic_taken',
        named: definition.id,
      });
    }
    await topicsChanged(sql);
  });
}

async function insertTopic(sql: Sql, definition: TopicDefinition, userId: number | null): Promise<boolean> {
  const row = await sql.row<{ position: number }>('select count(*)::int as position from throughline.topics');
  const position = row?.position ?? 0;
  const inserted = await sql.run(
    `insert into throughline.topics (id, name, description, colour, position, definition)
     values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing`,
    [
      definition.id,
      definition.name,
      definition.description,
      COLOURS[position % COLOURS.length],
      position,
      JSON.stringify(definition),
    ],
  );
  if (inserted === 0) return false;
  await recordVersion(sql, definition, 1, userId);
  return true;
}

/**
 * Saves a topic's rules as its next version. All stored items are due for tagging again; verdicts stay.
 *
 * @param version the one that the edit was made on.
 * @returns the new version.
 * @throws ConflictError when somebody saved the topic since; MissingError when there is no such topic.
 */
export async function saveTopic(
  db: Database,
  userId: number,
  { definition, version }: { definition: TopicDefinition; version: number },
): Promise<number> {
  return db.transaction(async (sql) => {
    const row = await sql.row<{ version: number }>(
      `update throughline.topics set name = $2, description = $3, definition = $4, version = version + 1, updated_at = now()
       where id = $1 and version = $5 returning version`,
      [definition.id, definition.name, definition.description, JSON.stringify(definition), version],
    );
    if (row === null) {
      if ((await topicById(sql, definition.id)) === null)
        throw new MissingError('This topic is not there any more.', { code: 'topic_gone' });
      throw new ConflictError('Somebody else has changed this topic since you opened it.', {
        code: 'topic_changed',
      });
    }
    await recordVersion(sql, definition, row.version, userId);
    await topicsChanged(sql);
    return row.version;
  });
}

/** Switches a topic on or off. Off, it tags nothing and its queue is gone; its verdicts stay. */
export async function setTopicEnabled(db: Database, id: string, enabled: boolean): Promise<void> {
  await db.transaction(async (sql) => {
    const done = await sql.run('update throughline.topics set enabled = $2 where id = $1', [id, enabled]);
    if (done === 0) throw new MissingError('This topic is not there any more.', { code: 'topic_gone' });
    await topicsChanged(sql);
  });
}

/** All versions of a topic, newest first. */
export async function topicVersions(sql: Sql, id: string): Promise<TopicVersion[]> {
  return sql.rows<TopicVersion>(
    `select v.version, v.created_at as at, u.name as by, v.definition
     from throughline.topic_versions v left join throughline.users u on u.id = v.created_by
     where v.topic_id = $1 order by v.version desc`,
    [id],
  );
}

async function recordVersion(sql: Sql, definition: TopicDefinition, version: number, userId: number | null) {
  await sql.run(
    'insert into throughline.topic_versions (topic_id, version, definition, created_by) values ($1, $2, $3, $4)',
    [definition.id, version, JSON.stringify(definition), userId],
  );
}

/** Everything is due for tagging from here on. */
export async function topicsChanged(sql: Sql): Promise<void> {
  await sql.run('update throughline.topic_epoch set epoch = epoch + 1');
  await emit(sql, { type: 'topics.changed' });
}
