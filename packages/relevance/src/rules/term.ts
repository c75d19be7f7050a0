import type { Term, TermWord, TextField } from '@throughline/schema';
import { foldText, isFunctionWord, tokens } from '@throughline/text';
import type { Fault } from './problem.ts';

const FIELDS = new Map<string, TextField>(
  Object.entries({
    title: 'title',
    summary: 'summary',
    lead: 'summary',
    text: 'text',
    body: 'text',
  } as const),
);
/** Longer phrases are sentences, not terms. */
const MAX_WORDS = 12;

/**
 * Reads one term as it stands in a topic's lists: `title:!"Word word* word~"^0.5`, all parts but the words optional,
 * quotes optional too.
 *
 * @param language of the list it stands in, or null.
 * @returns the term, or what is wrong with it and where.
 */
export function parseTerm(source: string, language: string | null): Term | Fault {
  let at = source.length - source.trimStart().length;
  const end = source.trimEnd().length;
  let to = end;
  const term: Term = { words: [], language, caseSensitive: false, field: null, weight: 1 };

  const field = /^([a-z]+):/.exec(source.slice(at, end));
  if (field !== null) {
    const name = field[1] ?? '';
    const known = FIELDS.get(name);
    if (known === undefined) {
      return {
        code: 'no_field',
        named: name,
        message: `there is no field "${name}"`,
        position: at,
        expected: 'title:, summary:, text:',
      };
    }
    term.field = known;
    at += field[0].length;
  }
  if (source[at] === '!') {
    term.caseSensitive = true;
    at++;
  }
  const weight = /\^([0-9.]+)$/.exec(source.slice(at, end));
  if (weight !== null) {
    term.weight = Number(weight[1]);
    to = end - weight[0].length;
    if (!(term.weight > 0 && term.weight <= 5)) {
      return {
        code: 'bad_weight',
        message: 'a weight is above 0 and at most 5',
        position: to + 1,
        expected: '0.5',
      };
    }
  }
  if (source[at] === '"') {
    if (to - at < 2 || source[to - 1] !== '"') {
      return {
        code: 'open_quote',
        message: 'the quotation mark is never closed',
        position: at,
        expected: '"',
      };
    }
    at++;
    to--;
  }
  return readWords(source, at, to, term);
}

function readWords(source: string, from: number, to: number, term: Term): Term | Fault {
  const pieces = [...source.slice(from, to).matchAll(/\S+/g)];
  for (const piece of pieces) {
    const position = from + piece.index;
    // A dash or a stop between the words of a phrase separates them in the text, too.
    if (pieces.length > 1 && !/[\p{L}\p{N}*~"]/u.test(piece[0])) continue;
    const word = readWord(piece[0], position);
    if ('message' in word) return word;
    term.words.push(word);
  }
  if (term.words.length === 0) {
    return {
      code: 'no_word',
      message: 'a term needs at least one word',
      position: from,
      expected: 'a word or a phrase',
    };
  }
  if (term.words.length > MAX_WORDS) {
    return {
      code: 'long_phrase',
      limit: MAX_WORDS,
      message: `a phrase has at most ${MAX_WORDS} words`,
      position: from,
    };
  }
  return tooWide(term, from) ?? term;
}

function readWord(piece: string, position: number): TermWord | Fault {
  const mark = piece.at(-1);
  const marked = mark === '*' || mark === '~';
  const text = marked ? piece.slice(0, -1) : piece;
  const stray = /["*~^!|{}]/.exec(text);
  if (stray !== null) {
    return {
      code: 'stray_mark',
      named: stray[0],
      message: `"${stray[0]}" cannot stand inside a word`,
      position: position + stray.index,
      expected: 'letters; * and ~ only at the end of a word',
    };
  }
  if (tokens(text).length === 0)
    return { code: 'no_word', message: 'there is no letter or digit here', position, expected: 'a word' };
  const form = mark === '*' ? 'prefix' : mark === '~' ? 'inflected' : 'exact';
  return { text, form };
}

/** Terms that would match nearly every text are faults, not slow rules. */
function tooWide(term: Term, position: number): Fault | null {
  const words = term.words.map((word) => foldText(word.text));
  const alone = term.words.length === 1;
  for (const [i, word] of term.words.entries()) {
    const folded = words[i] ?? '';
    const least = shortestPrefix(folded, alone);
    if (word.form === 'prefix' && folded.length < least) {
      return {
        code: 'too_wide',
        named: `${word.text}*`,
        limit: least,
        message: `"${word.text}*" would match too much`,
        position,
        expected: `at least ${least} letters before *`,
      };
    }
  }
  const [only] = words;
  if (alone && only !== undefined && only.length === 1 && !/[\u0e00-\uffff]/.test(only)) {
    return {
      code: 'one_letter',
      named: only,
      message: `"${only}" is one letter and would match nearly every text`,
      position,
      expected: 'a longer word',
    };
  }
  if (!term.caseSensitive && words.every((word) => word.split(' ').every(isFunctionWord))) {
    return {
      code: 'too_common',
      named: words.join(' '),
      message: `"${words.join(' ')}" is so common that it would match nearly every text`,
      position,
      expected: 'a word with a meaning of its own, or ! if only the capitals count',
    };
  }
  return null;
}

/** Latin and Cyrillic words need four letters before *, words of a phrase and Arabic script three, ideographs one. */
function shortestPrefix(folded: string, alone: boolean): number {
  if (/^[\u2e80-\uffff]/.test(folded)) return 1;
  return alone && !/^[\u0590-\u08ff]/.test(folded) ? 4 : 3;
}

/**
 * Writes a term as `parseTerm` reads it.
 *
 * @param form 'text' puts quotes where they are needed between other terms; 'lone' leaves them out, as in the
 *   structured form, where each term is a string of its own.
 */
export function printTerm(term: Term, form: 'text' | 'lone' = 'text'): string {
  const words = term.words.map((word) => word.text + MARKS[word.form]).join(' ');
  const bare = form === 'lone' || (BARE.test(words) && !RESERVED.has(words));
  const field = term.field === null ? '' : `${term.field}:`;
  const weight = term.weight === 1 ? '' : `^${term.weight}`;
  return `${field}${term.caseSensitive ? '!' : ''}${bare ? words : `"${words}"`}${weight}`;
}

const MARKS = { exact: '', inflected: '~', prefix: '*' } as const;
const BARE = /^[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}'’.\u200c-]*[~*]?$/u;
const RESERVED = new Set(['AND', 'OR', 'NOT', 'NEAR', 'ONEAR', 'SENT', 'any', 'require', 'penalise']);
