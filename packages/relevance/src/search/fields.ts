import { type Comparison, type ItemCondition, ItemState, RejectReason } from '@throughline/schema';
import { foldText, gramsOf, shippedGazetteer } from '@throughline/text';
import type { Fault } from '../rules/problem.ts';
import { momentsOf } from './moments.ts';

/** What names in a query may stand for, and the present moment. */
export interface SearchNames {
  topics: readonly { id: string; name: string }[];
  sources: readonly { id: number; title: string; url: string; publisher: { id: number; name: string } }[];
  now: Date;
}

/** What a field's value is read with. `at` is where the value begins. */
interface FieldValue {
  text: string;
  at: number;
  names: SearchNames;
}

type ReadField = (value: FieldValue) => ItemCondition | Fault;

/** Every field by its name; a word before a colon that is none of them is a fault. */
export const SEARCH_FIELDS: Readonly<Record<string, ReadField>> = {
  topic: readTopic,
  source: (value) =>
    sourcesWhere(value, 'source', (source, folded) =>
      [source.title, source.publisher.name, hostOf(source.url)].some((name) => has(name, folded)),
    ),
  publisher: (value) =>
    sourcesWhere(value, 'publisher', (source, folded) => has(source.publisher.name, folded)),
  lang: readLanguage,
  is: readState,
  score: (value) => {
    const number = readNumber(value, 0, 1);
    return 'message' in number ? number : { kind: 'score', ...number, topics: [] };
  },
  reports: (value) => {
    const number = readNumber(value, 0, 100_000);
    return 'message' in number ? number : { kind: 'reports', ...number };
  },
  after: (value) => readMoment(value, ({ from }) => ({ kind: 'at', from, before: null })),
  before: (value) => readMoment(value, ({ from }) => ({ kind: 'at', from: null, before: from })),
  on: (value) => readMoment(value, ({ from, before }) => ({ kind: 'at', from, before })),
  title: ({ text, at }) => textOf(text, at, true),
  entity: readEntity,
  story: ({ text }) => ({ kind: 'story', story: text }),
  by: ({ text }) => ({ kind: 'by', name: text }),
  reason: readReason,
};

/** The database takes no longer ones (2,046 bytes); no language has them. */
const LONGEST_WORD = 300;

/** Words to be found in the text, `word*` for all that begin so. */
export function textOf(source: string, at: number, title: boolean): ItemCondition | Fault {
  const prefix = /\*"?$/.test(source);
  const words = foldText(source);
  if (words === '')
    return { code: 'no_word', message: 'there is no letter or digit here', position: at, expected: 'a word' };
  if (words.split(' ').some((word) => word.length > LONGEST_WORD))
    return {
      code: 'long_word',
      message: 'this word is too long to be looked for',
      position: at,
      expected: 'a shorter word',
    };
  // Two letters and a star are a large part of the dictionary; an ideograph is a word.
  const last = words.split(' ').at(-1) ?? '';
  if (prefix && last.length < (/^[\u2e80-\uffff]/.test(last) ? 1 : 3))
    return {
      code: 'too_wide',
      named: source,
      limit: 3,
      message: `"${source}" would match too much`,
      position: at,
      expected: 'three letters before *',
    };
  return textCondition(words, prefix, title);
}

function textCondition(words: string, prefix: boolean, title: boolean): ItemCondition {
  return { kind: 'text', words, grams: words.split(' ').map(gramsOf), prefix, title };
}

const has = (name: string, folded: string) => foldText(name).includes(folded);
const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : url);

function readTopic({ text, at, names }: FieldValue): ItemCondition | Fault {
  const folded = foldText(text);
  const known =
    names.topics.find(({ id }) => id === text) ??
    names.topics.find(({ id, name }) => foldText(id) === folded || foldText(name) === folded);
  if (known !== undefined) return { kind: 'topic', topic: known.id };
  return {
    code: 'no_topic',
    named: text,
    message: `there is no topic "${text}"`,
    position: at,
    expected: names.topics.map(({ id }) => id).join(', '),
  };
}

function sourcesWhere(
  { text, at, names }: FieldValue,
  what: string,
  fits: (source: SearchNames['sources'][number], folded: string) => boolean,
): ItemCondition | Fault {
  const folded = foldText(text);
  const ids = names.sources
    .filter((source) => String(source.id) === text || (folded !== '' && fits(source, folded)))
    .map(({ id }) => id);
  if (ids.length > 0) return { kind: 'sources', ids };
  return {
    code: 'no_source',
    named: text,
    message: `there is no ${what} "${text}"`,
    position: at,
    expected: `a part of a ${what}'s name`,
  };
}

function readLanguage({ text, at }: FieldValue): ItemCondition | Fault {
  const language = text.toLowerCase();
  if (/^[a-z]{2,3}(-[a-z0-9]{2,8})?$/.test(language)) return { kind: 'language', language };
  return {
    code: 'no_language',
    named: text,
    message: `"${text}" is no language`,
    position: at,
    expected: 'two letters, such as ur',
  };
}

function readState({ text, at }: FieldValue): ItemCondition | Fault {
  const state = ItemState.safeParse(text.toLowerCase());
  if (state.success) return { kind: 'is', state: state.data };
  return {
    code: 'no_state',
    named: text,
    message: `an item is never "${text}"`,
    position: at,
    expected: ItemState.options.join(', '),
  };
}

function readReason({ text, at }: FieldValue): ItemCondition | Fault {
  const reason = RejectReason.safeParse(text.toLowerCase().replaceAll('-', '_'));
  if (reason.success) return { kind: 'reason', reason: reason.data };
  return {
    code: 'no_reason',
    named: text,
    message: `"${text}" is no reason`,
    position: at,
    expected: RejectReason.options.join(', '),
  };
}

function readNumber(
  { text, at }: FieldValue,
  least: number,
  most: number,
): { compare: Comparison; value: number } | Fault {
  const [, sign = '', digits = ''] = /^([<>]=?|=)?(\d+(?:\.\d+)?|\.\d+)$/.exec(text) ?? [];
  const value = Number(digits);
  if (digits !== '' && value >= least && value <= most)
    return { compare: sign === '' ? '=' : (sign as Comparison), value };
  return {
    code: 'no_number',
    named: text,
    message: `"${text}" is no number from ${least} to ${most}`,
    position: at,
    expected: most === 1 ? '>0.6' : '>3',
  };
}

function readMoment(
  { text, at, names }: FieldValue,
  condition: (moments: { from: string; before: string }) => ItemCondition,
): ItemCondition | Fault {
  const moments = momentsOf(text, names.now);
  if (moments !== null) return condition(moments);
  return {
    code: 'no_date',
    named: text,
    message: `"${text}" is no date`,
    position: at,
    expected: '2025-04-01, 2025-04, today or 7d',
  };
}

/** Every name of a known person, place or body, in all languages; the words themselves when it is not known. */
function readEntity({ text, at }: FieldValue): ItemCondition | Fault {
  const folded = foldText(text);
  for (const entity of shippedGazetteer().byId.values()) {
    const names = [entity.name, ...Object.values(entity.aliases).flat()];
    if (entity.id !== text && !names.some((name) => foldText(name) === folded)) continue;
    const words = new Set(
      names.map((name) => foldText(name.replaceAll('.', ''))).filter((name) => name !== ''),
    );
    return {
      kind: 'or',
      of: [...words].map((name) => textCondition(name, false, false)),
    };
  }
  return textOf(text, at, false);
}
