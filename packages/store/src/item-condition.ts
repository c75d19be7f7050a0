import type { Comparison, ItemCondition, ItemState, MarkKind } from '@throughline/schema';
import type { Sql } from './database.ts';

type TextCondition = Extract<ItemCondition, { kind: 'text' }>;

/** What a condition is compiled with. Values go through `bind`; nothing that a person typed becomes SQL. */
export interface ConditionContext {
  bind(value: unknown): string;
  /** Whose stars and snoozes count. */
  userId: number;
  forms: TextForms;
}

/** For folded words the ways in which the stemmers of all languages write them, as texts of a `tsquery`. */
type TextForms = ReadonlyMap<string, readonly string[]>;

/** Asks the stemmers for all words of a condition at once. */
export async function textForms(sql: Sql, condition: ItemCondition | null): Promise<TextForms> {
  const words = condition === null ? [] : [...new Set(textsOf(condition).map((text) => text.words))];
  if (words.length === 0) return new Map();
  const rows = await sql.rows<{ words: string; forms: string[] }>(
    `select w.words, array_agg(distinct phraseto_tsquery(c.config::regconfig, w.words)::text) as forms
     from unnest($1::text[]) as w(words),
       (select config from throughline.search_languages union select 'pg_catalog.simple') c
     group by w.words`,
    [words],
  );
  return new Map(rows.map((row) => [row.words, row.forms.filter((form) => form !== '')]));
}

function textsOf(condition: ItemCondition): TextCondition[] {
  if (condition.kind === 'text') return [condition];
  if (condition.kind === 'not') return textsOf(condition.of);
  return condition.kind === 'and' || condition.kind === 'or' ? condition.of.flatMap(textsOf) : [];
}

/**
 * The part of a condition that any matching item must have in its text, as a `tsquery`; null when there is none. It is
 * what an index can find.
 */
export function requiredText(condition: ItemCondition, forms: TextForms): string | null {
  const parts = condition.kind === 'and' ? condition.of : [condition];
  const texts = parts
    .filter((part) => part.kind !== 'not')
    .map((part) => asTsquery(part, forms))
    .filter((text) => text !== null);
  return texts.length === 0 ? null : texts.join(' & ');
}

/** A condition on nothing but text as one `tsquery`; null when it is about something else, too. */
function asTsquery(condition: ItemCondition, forms: TextForms): string | null {
  if (condition.kind === 'text') return textQuery(condition, forms);
  if (condition.kind === 'not') {
    const of = asTsquery(condition.of, forms);
    return of === null ? null : `!${of}`;
  }
  if (condition.kind !== 'and' && condition.kind !== 'or') return null;
  const parts = condition.of.map((part) => asTsquery(part, forms));
  return parts.includes(null) ? null : `(${parts.join(condition.kind === 'and' ? ' & ' : ' | ')})`;
}

function textQuery({ words, grams, prefix, title }: TextCondition, forms: TextForms): string {
  const list = words.split(' ');
  const ways = [...(forms.get(words) ?? [])];
  if (prefix)
    ways.push(list.map((word, n) => lexeme(word) + (n === list.length - 1 ? ':*' : '')).join(' <-> '));
  if (grams.some((stretches) => stretches.length > 0)) {
    const each = list.map((word, n) => {
      const stretches = grams[n] ?? [];
      return stretches.length === 0
        ? lexeme(word)
        : `(${stretches.map((s) => lexeme(`~${s}`)).join(' <-> ')})`;
    });
    ways.push(each.join(' & '));
  }
  const query = `(${ways.map((way) => `(${way})`).join(' | ')})`;
  // The letter A is the title's weight: 'tariff':A, 'tariff':*A.
  return title ? query.replace(/('[^']*')(:\*)?/g, (_, term, star = ':') => `${term}${star}A`) : query;
}

/** Folded words hold letters and digits only; whatever else came here is no part of a word. */
const lexeme = (word: string) => `'${word.replace(/[\\']/g, '')}'`;

/** A condition on the item called `item` as SQL. */
export function conditionSql(condition: ItemCondition, item: string, context: ConditionContext): string {
  const { bind, userId } = context;
  const text = asTsquery(condition, context.forms);
  if (text !== null) return `${item}.search @@ ${bind(text)}::tsquery`;
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const parts = condition.of.map((part) => conditionSql(part, item, context));
      return `(${parts.join(` ${condition.kind} `)})`;
    }
    case 'not':
      return `not coalesce(${conditionSql(condition.of, item, context)}, false)`;
    case 'topic':
      return `exists (select 1 from throughline.tags q
        where q.item_id = ${item}.id and q.topic_id = ${bind(condition.topic)} and q.queued)`;
    case 'sources':
      return `${item}.source_id = any(${bind(condition.ids)}::bigint[])`;
    case 'language':
      return languageSql(item, bind(condition.language));
    case 'is':
      return stateSql(condition.state, item, bind, userId);
    case 'score': {
      const topics =
        condition.topics.length === 0 ? '' : `and q.topic_id = any(${bind(condition.topics)}::text[])`;
      // The best score decides, so that `<` is the opposite of `>=`; an item without tags has 0.
      const best = `coalesce((select max(q.score) from throughline.tags q where q.item_id = ${item}.id ${topics}), 0)`;
      return compared(best, condition, bind);
    }
    case 'at': {
      const from = condition.from === null ? [] : [`${item}.at >= ${bind(condition.from)}::timestamptz`];
      const before = condition.before === null ? [] : [`${item}.at < ${bind(condition.before)}::timestamptz`];
      return `(${[...from, ...before].join(' and ')})`;
    }
    case 'story':
      return `exists (select 1 from throughline.story_members q
        where q.item_id = ${item}.id and q.story_id = ${bind(condition.story)})`;
    case 'reports':
      return compared(
        `coalesce((select y.reports from throughline.story_members q join throughline.stories y on y.id = q.story_id
          where q.item_id = ${item}.id), 1)`,
        condition,
        bind,
      );
    case 'by':
      return `exists (select 1 from throughline.current_verdicts q join throughline.users u on u.id = q.user_id
        where q.item_id = ${item}.id and (lower(u.name) = lower(${bind(condition.name)})
          or (${bind(condition.name)} = 'me' and u.id = ${bind(userId)})))`;
    case 'reason':
      return `exists (select 1 from throughline.current_verdicts q
        where q.item_id = ${item}.id and q.reason = ${bind(condition.reason)})`;
    case 'text':
      throw new Error('unreachable: text is one tsquery');
  }
}

/** `ur` is also `ur-PK`. */
export const languageSql = (item: string, bound: string) =>
  `(lower(${item}.language) = ${bound}::text or lower(${item}.language) like ${bound}::text || '-%')`;

/** @param bound a number that was checked; scores are kept as `real`, so that equal means to the percent. */
function compared(
  what: string,
  { compare, value }: { compare: Comparison; value: number },
  bind: ConditionContext['bind'],
): string {
  if (compare === '=') return `abs(${what}::numeric - ${bind(value)}::numeric) < 0.005`;
  return `${what}::numeric ${compare} ${bind(value)}::numeric`;
}

function stateSql(state: ItemState, item: string, bind: ConditionContext['bind'], userId: number): string {
  const verdict = (more: string) =>
    `exists (select 1 from throughline.current_verdicts q where q.item_id = ${item}.id ${more})`;
  switch (state) {
    case 'starred':
    case 'snoozed':
    case 'doubted':
      return markSql(item, state, () => bind(userId));
    case 'unreviewed':
      return `not ${verdict('')}`;
    case 'reviewed':
      return verdict('');
    case 'relevant':
      return verdict("and q.value = 'relevant'");
    case 'rejected':
      return verdict("and q.value = 'not_relevant'");
    case 'queued':
      return `${item}.queued`;
    case 'edited':
      return `${item}.revision_count - ${item}.page_revision_count > 1`;
    case 'cited':
      return `exists (select 1 from throughline.citations q join throughline.storylines l on l.id = q.storyline_id
        where q.item_id = ${item}.id and l.deleted_at is null)`;
    case 'by-hand':
      return `exists (select 1 from throughline.tags q where q.item_id = ${item}.id and q.by_hand is not null)`;
  }
}

/** Whether an item has a mark that the reader sees; a snooze counts until it wakes up. */
export function markSql(item: string, kind: MarkKind, reader: () => string): string {
  const whose = kind === 'doubted' ? '' : `and k.user_id = ${reader()}`;
  const asleep = kind === 'snoozed' ? 'and k.until > now()' : '';
  return `exists (select 1 from throughline.item_marks k
    where k.item_id = ${item}.id and k.kind = '${kind}' ${whose} ${asleep})`;
}
