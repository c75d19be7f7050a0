import type { ItemCondition, ItemRow, ItemView, Page } from '@throughline/schema';
import { type Cursor, decodeCursor, encodeCursor } from './cursor.ts';
import type { Sql } from './database.ts';
import {
  type ConditionContext,
  conditionSql,
  languageSql,
  markSql,
  requiredText,
  textForms,
} from './item-condition.ts';
import { itemRows } from './items.ts';

/** A view with its queries read. */
export type ListView = Omit<ItemView, 'within' | 'query'> & { condition?: ItemCondition | null };

export interface ListOptions {
  /** Whose stars and snoozes count; left out: nobody's. */
  userId?: number;
  cursor?: string | undefined;
  limit: number;
  bounds?: Bounds;
}

/** What one answer may cost, in items. */
interface Bounds {
  /** What at most so many items have is found by its index alone. */
  rare: number;
  /** Otherwise items are looked at in the order of the list, in steps that grow, and at most so many. */
  step: number;
  most: number;
}

const BOUNDS: Bounds = { rare: 1_000, step: 2_000, most: 6_000 };

interface Hit {
  key: string | number;
  id: number;
}

/**
 * One page of Review, by keyset: its cost does not grow with how far one has read. With a query the page may hold fewer
 * items than asked for, even none, and still have a next one: so much was looked at, and the cursor says how far.
 */
export async function listItems(sql: Sql, view: ListView, options: ListOptions): Promise<Page<ItemRow>> {
  const { hits, next } = await findHits(sql, view, options);
  const rows = await itemRows(
    sql,
    hits.map((hit) => hit.id),
    options.userId ?? 0,
  );
  return { rows, nextCursor: next === null ? null : encodeCursor({ value: next.key, id: next.id }) };
}

interface Found {
  hits: Hit[];
  /** Where the next page goes on; null at the end. */
  next: Hit | null;
}

async function findHits(sql: Sql, view: ListView, options: ListOptions): Promise<Found> {
  const condition = view.condition ?? null;
  const forms = await textForms(sql, condition);
  const statement = new ListStatement(view, options.userId ?? 0, forms);
  const cursor = cursorOf(options.cursor);
  if (condition === null)
    return page(await statement.hits(sql, { cursor, limit: options.limit + 1 }), options.limit);
  const bounds = options.bounds ?? BOUNDS;
  const { limit, userId = 0 } = options;
  const exactly = async (among: number[] | null) =>
    among === null ? null : page(await statement.hits(sql, { cursor, limit: limit + 1, among }), limit);
  const rare = (lists: ItemList[]) => rareItems(sql, lists, bounds.rare);
  const text = requiredText(condition, forms);
  return (
    (await exactly(await rare(markedOrTold(condition, userId)))) ??
    // A common text fills its page from the first step. Asking how rare one is costs more, so that comes after it.
    lookThrough(sql, statement, { cursor, limit, bounds }, async () =>
      text === null ? null : exactly(await rare([withText(text)])),
    )
  );
}

function page(found: Hit[], limit: number): Found {
  const hits = found.slice(0, limit);
  return { hits, next: found.length > limit ? (hits.at(-1) ?? null) : null };
}

/** Ids that an index gives at once. */
type ItemList = [select: string, params: unknown[]];

/** The items of the first list that is short; null when none is. */
async function rareItems(sql: Sql, lists: ItemList[], most: number): Promise<number[] | null> {
  for (const [from, params] of lists) {
    const rows = await sql.rows<{ id: number }>(`select ${from} limit ${most + 1}`, params);
    if (rows.length <= most) return rows.map((row) => row.id);
  }
  return null;
}

/** Lists of items that are short by their nature: those of a story, and those with a mark. */
function markedOrTold(condition: ItemCondition, userId: number): ItemList[] {
  const parts = condition.kind === 'and' ? condition.of : [condition];
  return parts.flatMap((part): ItemList[] => {
    if (part.kind === 'story')
      return [['item_id as id from throughline.story_members where story_id = $1', [part.story]]];
    if (part.kind !== 'is' || !['starred', 'snoozed', 'doubted'].includes(part.state)) return [];
    const from = `item_id as id from throughline.item_marks where kind = $1 and (kind = 'doubted' or user_id = $2)`;
    return [[from, [part.state, userId]]];
  });
}

const withText = (text: string): ItemList => [
  'id from throughline.items where search @@ $1::tsquery',
  [text],
];

/** @param otherwise asked when the first step did not fill the page; its answer, if any, is whole. */
async function lookThrough(
  sql: Sql,
  statement: ListStatement,
  { cursor: from, limit, bounds }: { cursor: Cursor | null; limit: number; bounds: Bounds },
  otherwise: () => Promise<Found | null>,
): Promise<Found> {
  const hits: Hit[] = [];
  let cursor = from;
  let { step } = bounds;
  for (let looked = 0; looked < bounds.most; looked += step, step *= 2) {
    const last = await statement.last(sql, { cursor, step });
    const found = await statement.hits(sql, { cursor, limit: limit + 1 - hits.length, until: last });
    hits.push(...found);
    if (hits.length > limit) return page(hits, limit);
    if (last === null) return { hits, next: null };
    cursor = { value: last.key, id: last.id };
    const sparse = hits.length * 4 < limit;
    const whole = looked === 0 && sparse ? await otherwise() : null;
    if (whole !== null) return whole;
  }
  return { hits, next: cursor === null ? null : { key: cursor.value, id: Number(cursor.id) } };
}

/** Items are numbered; a cursor that names anything else is none of theirs. */
function cursorOf(text: string | undefined): Cursor | null {
  const cursor = decodeCursor(text);
  return typeof cursor?.id === 'number' ? cursor : null;
}

interface Stretch {
  cursor: Cursor | null;
  limit: number;
  /** Only among these items. */
  among?: number[];
  /** Not beyond this one. */
  until?: Hit | null;
}

/** The statements for a view: each simple one stays one index scan with a limit. */
class ListStatement {
  readonly #view: ListView;
  readonly #userId: number;
  readonly #forms: ConditionContext['forms'];

  constructor(view: ListView, userId: number, forms: ConditionContext['forms']) {
    this.#view = view;
    this.#userId = userId;
    this.#forms = forms;
  }

  hits(sql: Sql, { cursor, limit, among, until }: Stretch): Promise<Hit[]> {
    const params = new Params();
    const { key, id, from, where } = this.#base(params);
    where.push(...this.#keyset(params, cursor, this.#order === 'asc' ? '>' : '<'));
    if (until != null)
      where.push(
        ...this.#keyset(params, { value: until.key, id: until.id }, this.#order === 'asc' ? '<=' : '>='),
      );
    if (among !== undefined) where.push(`i.id = any(${params.bind(among)}::bigint[])`);
    where.push(...this.#asked(params));
    const text = `select ${key} as key, ${id} as id from ${from} ${where.length === 0 ? '' : `where ${where.join(' and ')}`}
      order by ${key} ${this.#order}, ${id} ${this.#order} limit ${params.bind(limit)}`;
    return sql.rows<Hit>(text, params.values);
  }

  /** Where a step through the base list ends; null when the list ends before. */
  last(sql: Sql, { cursor, step }: { cursor: Cursor | null; step: number }): Promise<Hit | null> {
    const params = new Params();
    const { key, id, from, where } = this.#base(params);
    where.push(...this.#keyset(params, cursor, this.#order === 'asc' ? '>' : '<'));
    return sql.row<Hit>(
      `select ${key} as key, ${id} as id from ${from} ${where.length === 0 ? '' : `where ${where.join(' and ')}`}
       order by ${key} ${this.#order}, ${id} ${this.#order} offset ${params.bind(step - 1)} limit 1`,
      params.values,
    );
  }

  /** How many items the view holds, counted up to a bound. */
  async count(sql: Sql, most: number): Promise<number> {
    const params = new Params();
    const { from, where } = this.#base(params);
    const all = [...where, ...this.#asked(params)];
    const row = await sql.row<{ n: number }>(
      `select count(*)::int as n from (select 1 from ${from}
       ${all.length === 0 ? '' : `where ${all.join(' and ')}`} limit ${params.bind(most)}) counted`,
      params.values,
    );
    return row?.n ?? 0;
  }

  get #order(): 'asc' | 'desc' {
    return this.#view.sort === 'oldest' ? 'asc' : 'desc';
  }

  /** What an index gives in order. */
  #base({ bind }: Params): { key: string; id: string; from: string; where: string[] } {
    const { sort, queued } = this.#view;
    const needed = neededParts(this.#view.condition ?? null);
    const topic = this.#view.topic ?? needed.topic;
    const items =
      topic === undefined
        ? 'throughline.items i'
        : 'throughline.tags t join throughline.items i on i.id = t.item_id';
    const where =
      topic !== undefined ? [`t.topic_id = ${bind(topic)}`, 't.queued'] : queued ? ['i.queued'] : [];
    const at = topic === undefined ? 'i.at' : 't.at';
    for (const from of needed.from) where.push(`${at} >= ${bind(from)}::timestamptz`);
    for (const before of needed.before) where.push(`${at} < ${bind(before)}::timestamptz`);
    const stories = `${items} join throughline.story_members b on b.item_id = i.id
      join throughline.stories w on w.id = b.story_id`;
    if (sort === 'largest') return { key: 'w.reports', id: 'i.id', from: stories, where };
    const key =
      sort === 'relevance'
        ? topic === undefined
          ? 'i.top_score'
          : 't.score'
        : topic === undefined
          ? 'i.at'
          : 't.at';
    // The column that stands in the index: a row comparison with its equal elsewhere would be no start for a scan.
    return { key, id: topic === undefined ? 'i.id' : 't.item_id', from: items, where };
  }

  #keyset({ bind }: Params, cursor: Cursor | null, compare: '>' | '<' | '>=' | '<='): string[] {
    if (cursor === null) return [];
    const type = { relevance: 'real', largest: 'integer', newest: 'timestamptz', oldest: 'timestamptz' };
    const { sort } = this.#view;
    const { key, id } = this.#base(new Params());
    const value = fits(sort, cursor.value);
    if (!value) return [];
    return [`(${key}, ${id}) ${compare} (${bind(cursor.value)}::${type[sort]}, ${bind(cursor.id)})`];
  }

  /** What is asked of each item beyond the base list. */
  #asked({ bind }: Params): string[] {
    const { topic, source, publisher, language, mark, unreviewed, grouped, condition } = this.#view;
    const reader = () => bind(this.#userId);
    const asked: string[] = [];
    if (source !== undefined) asked.push(`i.source_id = ${bind(source)}`);
    if (publisher !== undefined)
      asked.push(
        `i.source_id in (select id from throughline.sources where publisher_id = ${bind(publisher)})`,
      );
    if (language !== undefined) asked.push(languageSql('i', bind(language.toLowerCase())));
    if (mark !== undefined) asked.push(markSql('i', mark, reader));
    const each = (item: string) => {
      const conditions: string[] = [];
      if (unreviewed)
        conditions.push(undecided(item, topic, bind), `not ${markSql(item, 'snoozed', reader)}`);
      if (condition != null)
        conditions.push(conditionSql(condition, item, { bind, userId: this.#userId, forms: this.#forms }));
      return conditions;
    };
    asked.push(...each('i'));
    if (grouped) asked.push(standsForItsStory(this.#view, each('i2'), bind));
    return asked;
  }
}

/** What every hit must fulfil and an index of the base list knows: a topic, and a span of time. */
function neededParts(condition: ItemCondition | null): {
  topic: string | undefined;
  from: string[];
  before: string[];
} {
  const parts = condition === null ? [] : condition.kind === 'and' ? condition.of : [condition];
  const spans = parts.filter((part) => part.kind === 'at');
  return {
    topic: parts.find((part) => part.kind === 'topic')?.topic,
    from: spans.flatMap(({ from }) => from ?? []),
    before: spans.flatMap(({ before }) => before ?? []),
  };
}

class Params {
  readonly values: unknown[] = [];
  readonly bind = (value: unknown): string => `$${this.values.push(value)}`;
}

/** A cursor of another order starts the list anew. */
const fits = (sort: ListView['sort'], value: string | number) =>
  (typeof value === 'number') === (sort === 'relevance' || sort === 'largest');

function undecided(item: string, topic: string | undefined, bind: Params['bind']): string {
  const topics = topic === undefined ? 'is not null' : `in ('', ${bind(topic)})`;
  return `not exists (select 1 from throughline.current_verdicts v where v.item_id = ${item}.id and v.topic_id ${topics})`;
}

/**
 * No other item of the same story that waits in the same view is newer. Once it is decided on, the next one stands
 * for the story, so that what is counted is also shown.
 */
function standsForItsStory({ topic, queued }: ListView, waits: string[], bind: Params['bind']): string {
  const queue =
    topic === undefined
      ? ''
      : `join throughline.tags t2 on t2.item_id = i2.id and t2.topic_id = ${bind(topic)} and t2.queued`;
  const same = topic === undefined && queued ? ['i2.queued'] : [];
  return `not exists (
    select 1 from throughline.story_members m join throughline.story_members m2 on m2.story_id = m.story_id
      join throughline.items i2 on i2.id = m2.item_id ${queue}
    where m.item_id = i.id and ${[...same, ...waits, '(i2.at, i2.id) > (i.at, i.id)'].join(' and ')})`;
}

/** How many items a view holds, counted up to `most`. */
export async function countView(sql: Sql, view: ListView, userId: number, most: number): Promise<number> {
  const forms = await textForms(sql, view.condition ?? null);
  return new ListStatement(view, userId, forms).count(sql, most);
}
