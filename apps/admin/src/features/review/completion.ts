/** What the search box offers while a query is typed. Pure: the box brings the names, the desk checks the query. */

/** The fields of the query language in the order in which they are offered. */
const QUERY_FIELDS = [
  'topic',
  'is',
  'source',
  'publisher',
  'lang',
  'score',
  'after',
  'before',
  'title',
  'entity',
  'reports',
  'by',
  'reason',
  'on',
  'story',
] as const;
type QueryField = (typeof QUERY_FIELDS)[number];

/** One value of a field: what is written, and how people call it. */
export interface FieldValue {
  value: string;
  label?: string;
}

export type FieldValues = Partial<Record<QueryField, readonly FieldValue[]>>;

export interface Suggestion {
  /** What stands in the list. */
  text: string;
  label?: string;
  field: QueryField;
  /** The whole query once it is taken, and where the cursor stands then. */
  query: string;
  caret: number;
}

const MOST = 9;

/** Suggestions for the word at the cursor: names of fields, or values of the field before the colon. */
export function suggest(query: string, caret: number, values: FieldValues): Suggestion[] {
  const from = wordStart(query, caret);
  const word = query.slice(from, caret);
  const sign = /^[-(]*/.exec(word)?.[0] ?? '';
  const bare = word.slice(sign.length);
  const [, name, typed] = /^([a-z]+):"?(.*)$/su.exec(bare) ?? [];
  const rest = query.slice(caret).replace(/^\S+/, '');
  const taken = (written: string, end: string) => {
    const before = `${query.slice(0, from)}${sign}${written}${end}`;
    return { query: `${before}${rest.trimStart()}`, caret: before.length };
  };
  if (name === undefined) {
    if (bare === '' && query.trim() !== '') return [];
    return QUERY_FIELDS.filter((field) => field.startsWith(bare.toLowerCase()))
      .slice(0, MOST)
      .map((field) => ({ text: `${field}:`, field, ...taken(`${field}:`, '') }));
  }
  const field = QUERY_FIELDS.find((known) => known === name);
  if (field === undefined) return [];
  const wanted = (typed ?? '').toLocaleLowerCase();
  return (values[field] ?? [])
    .filter(({ value, label = '' }) =>
      [value, label].some((text) => text.toLocaleLowerCase().includes(wanted)),
    )
    .slice(0, MOST)
    .map(({ value, label }) => ({
      text: value,
      ...(label === undefined || label === value ? {} : { label }),
      field,
      ...taken(`${field}:${/[\s(),|"]/.test(value) ? `"${value.replaceAll('"', '')}"` : value}`, ' '),
    }));
}

/** Where the word at the cursor begins; inside quotes it began before them. */
function wordStart(query: string, caret: number): number {
  let start = 0;
  let quoted = false;
  for (let at = 0; at < caret; at++) {
    const sign = query[at] ?? '';
    if (sign === '"') quoted = !quoted;
    else if (!quoted && /[\s|]/.test(sign)) start = at + 1;
  }
  return start;
}
