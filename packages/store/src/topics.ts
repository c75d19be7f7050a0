import { type Topic, TopicDefinition, type TopicDraft } from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { emit } from './events.ts';

const TOPIC = `select id, name, description, colour, position, enabled, version, definition, updated_at as "updatedAt"
  from throughline.topics`;

export async function listTopics(sql: Sql): Promise<Topic[]> {
  return sql.rows<Topic>(`${TOPIC} order by position, id`);
}

/** Colours for topics in order, told apart by hue in light and dark. */
const COLOURS = ['#c0492f', '#b07a12', '#2f6fb5', '#2e8b57', '#8a4fb0', '#b0407a', '#3c8c8c', '#7a6a3a'];

/** Adds the topics that this desk does not have yet; those that it has stay as people made them. */
export async function seedTopics(db: Database, drafts: readonly TopicDraft[]): Promise<number> {
  return db.transaction(async (sql) => {
    let added = 0;
    for (const draft of drafts) if (await insertTopic(sql, TopicDefinition.parse(draft))) added++;
    if (added > 0) await topicsChanged(sql);
    return added;
  });
}

async function insertTopic(sql: Sql, definition: TopicDefinition): Promise<boolean> {
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
  await recordVersion(sql, definition, 1, null);
  return true;
}

/**
 * Saves a topic's rules as its next version. All stored items are due for tagging again; verdicts stay.
 * @returns the new version, or null when there is no such topic.
 */
export async function saveTopic(
  db: Database,
  userId: number,
  definition: TopicDefinition,
): Promise<number | null> {
  return db.transaction(async (sql) => {
    const row = await sql.row<{ version: number }>(
      `update throughline.topics set name = $2, description = $3, definition = $4, version = version + 1, updated_at = now()
       where id = $1 returning version`,
      [definition.id, definition.name, definition.description, JSON.stringify(definition)],
    );
    if (row === null) return null;
    await recordVersion(sql, definition, row.version, userId);
    await topicsChanged(sql);
    return row.version;
  });
}

async function recordVersion(sql: Sql, definition: TopicDefinition, version: number, userId: number | null) {
  await sql.run(
    'insert into throughline.topic_versions (topic_id, version, definition, created_by) values ($1, $2, $3, $4)',
    [definition.id, version, JSON.stringify(definition), userId],
  );
}

async function topicsChanged(sql: Sql): Promise<void> {
  await sql.run('update throughline.topic_epoch set epoch = epoch + 1');
  await emit(sql, { type: 'topics.changed' });
}
