import type { Page, StoryEntity, StoryOrigin, StoryReport, StoryRow } from '@throughline/schema';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { Database, Sql } from './database.ts';
import { emit } from './events.ts';
import { holdStories, type ItemToGroup } from './story-groups.ts';

const ROW = `s.id, s.headline, s.first_at as "firstAt", s.last_at as "lastAt", s.reports, s.independent,
  array(select distinct t.topic_id from throughline.story_members m join throughline.tags t on t.item_id = m.item_id
    where m.story_id = s.id and t.queued and not t.sampled order by t.topic_id) as topics,
  array(select distinct i.language from throughline.story_members m join throughline.items i on i.id = m.item_id
    where m.story_id = s.id and i.language is not null order by i.language) as languages`;

/** Stories with at least `reports` reports and `words` in their headline, latest first, by keyset. */
export async function listStories(
  sql: Sql,
  options: {
    reports: number;
    topic: string | null;
    words?: string;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<Page<StoryRow>> {
  const cursor = decodeCursor(options.cursor);
  const rows = await sql.rows<StoryRow>(
    `select ${ROW} from throughline.stories s
     where s.merged_into is null and s.reports >= $1
       and ($2::text is null or exists (select 1 from throughline.story_members m
         join throughline.tags t on t.item_id = m.item_id and t.topic_id = $2 and t.queued
           and not t.sampled where m.story_id = s.id))
       and ($3::timestamptz is null or (s.last_at, s.id) < ($3, $4))
       and ($6 = '' or strpos(lower(s.headline), lower($6)) > 0)
     order by s.last_at desc, s.id desc limit $5`,
    [
      options.reports,
      options.topic,
      cursor?.value ?? null,
      cursor?.id ?? null,
      options.limit + 1,
      options.words ?? '',
    ],
  );
  const shown = rows.slice(0, options.limit);
  const last = shown.at(-1);
  const more = rows.length > options.limit && last !== undefined;
  return { rows: shown, nextCursor: more ? encodeCursor({ value: last.lastAt, id: last.id }) : null };
}

/** Stories with a report since a moment, those with the most independent origins first, then with the most reports. */
export function largestStories(sql: Sql, since: string, limit: number): Promise<StoryRow[]> {
  return sql.rows<StoryRow>(
    `select ${ROW} from throughline.stories s
     where s.merged_into is null and s.last_at >= $1 and s.reports > 1
     order by s.independent desc, s.reports desc, s.id desc limit $2`,
    [since, limit],
  );
}

/** Where a story lives now: itself, or the one that it became part of. */
export async function livingStory(sql: Sql, id: string): Promise<string | null> {
  const row = await sql.row<{ id: string }>(
    `with recursive chain as (
       select id, merged_into, 0 as step from throughline.stories where id = $1
       union all
       select s.id, s.merged_into, c.step + 1 from chain c join throughline.stories s on s.id = c.merged_into
       where c.step < 50
     ) select id from chain where merged_into is null`,
    [id],
  );
  return row?.id ?? null;
}

export async function storyRow(
  sql: Sql,
  id: string,
): Promise<(StoryRow & { origins: StoryOrigin[]; entities: StoryEntity[] }) | null> {
  return sql.row(`select ${ROW}, s.origins, s.entities from throughline.stories s where s.id = $1`, [id]);
}

/**
 * The reports of a story in order of time. Only the earliest is its first report, whatever it was when each came in:
 * older reports may come later, and stories become one.
 */
export async function storyReports(sql: Sql, id: string): Promise<StoryReport[]> {
  const reports = await storedReports(sql, id);
  return reports.map((report, at) => {
    const why = report.reasons.filter((reason) => reason.kind !== 'first');
    if (at === 0) return { ...report, reasons: [{ kind: 'first' }, ...why] };
    return { ...report, reasons: why.length > 0 ? why : [{ kind: 'began' }] };
  });
}

async function storedReports(sql: Sql, id: string): Promise<StoryReport[]> {
  return sql.rows<StoryReport>(
    `select i.id, r.title, i.url, i.at, i.language, p.name as publisher, m.relation, m.duplicate_of as "duplicateOf",
       m.update_of as "updateOf", m.reasons
     from throughline.story_members m
     join throughline.items i on i.id = m.item_id
     join throughline.revisions r on r.id = i.current_revision_id
     join throughline.sources s on s.id = i.source_id
     join throughline.publishers p on p.id = s.publisher_id
     where m.story_id = $1 order by i.at, i.id`,
    [id],
  );
}

/** Reports beyond these many are not read to describe a story: they are copies of copies by then. */
const DESCRIBED_REPORTS = 200;

/** Stories whose reports changed, with the texts that describing them needs. */
export async function storiesToDescribe(sql: Sql, limit: number): Promise<StoryToDescribe[]> {
  const stories = await sql.rows<Omit<StoryToDescribe, 'items'>>(
    `select s.id, s.changes,
       (select c.decision ->> 'headline' from throughline.story_constraints c
        join throughline.story_members m on m.item_id::text = c.decision ->> 'item'
        where c.decision ->> 'kind' = 'rename' and c.released_at is null and m.story_id = s.id
        order by c.id desc limit 1) as name
     from throughline.stories s where s.described < s.changes order by s.id limit $1`,
    [limit],
  );
  return Promise.all(stories.map(async (story) => ({ ...story, items: await storyTexts(sql, story.id) })));
}

export interface StoryToDescribe {
  id: string;
  /** The state of its reports that was read. */
  changes: number;
  /** The headline that a curator gave it. */
  name: string | null;
  items: ItemToGroup[];
}

/** The current words of a story's reports, in the order in which they came. */
export async function storyTexts(sql: Sql, id: string): Promise<ItemToGroup[]> {
  return sql.rows<ItemToGroup>(
    `select i.id, r.title, r.summary, r.content_text as text, i.at as "publishedAt", i.language,
       p.name as publisher, i.url
     from throughline.story_members m
     join throughline.items i on i.id = m.item_id
     join throughline.revisions r on r.id = i.current_revision_id
     join throughline.sources s on s.id = i.source_id
     join throughline.publishers p on p.id = s.publisher_id
     where m.story_id = $1 order by i.id limit $2`,
    [id, DESCRIBED_REPORTS],
  );
}

export interface StoryDescription {
  id: string;
  changes: number;
  headline: string;
  independent: number;
  origins: StoryOrigin[];
  entities: StoryEntity[];
  figures: string[];
  language: string | null;
}

/** Stores descriptions; a story that changed again meanwhile stays due. */
export async function describeStories(
  db: Database,
  descriptions: readonly StoryDescription[],
): Promise<void> {
  await db.transaction(async (sql) => {
    await holdStories(sql);
    for (const story of descriptions) {
      await sql.run(
        `update throughline.stories set headline = $3, independent = $4, origins = $5, entities = $6, figures = $7,
           language = $8, described = $2 where id = $1`,
        [
          story.id,
          story.changes,
          story.headline,
          story.independent,
          JSON.stringify(story.origins),
          JSON.stringify(story.entities),
          story.figures,
          story.language,
        ],
      );
    }
    if (descriptions.length > 0) await emit(sql, { type: 'stories.changed', count: descriptions.length });
  });
}
