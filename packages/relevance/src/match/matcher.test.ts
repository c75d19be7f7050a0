import { type Term, TextField } from '@throughline/schema';
import { foldText, type Token, tokens } from '@throughline/text';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inflections } from '../rules/inflect.ts';
import { isFault } from '../rules/problem.ts';
import { parseTerm } from '../rules/term.ts';
import { starterTopics } from '../topics/index.ts';
import { Matcher } from './matcher.ts';
import { PatternSet } from './pattern-set.ts';

const forms = new Map<string, Set<string>>();
function formsOf(word: string, language: string | null): Set<string> {
  const key = `${language} ${word}`;
  const known = forms.get(key) ?? new Set(inflections(word, language));
  forms.set(key, known);
  return known;
}

/** What the matcher must find, said in the plainest way: every term at every word, with strings. */
function plainly(term: Term, item: { title: string; text: string }): string[] {
  return TextField.options.flatMap((field) => {
    if (field === 'summary' || (term.field !== null && term.field !== field)) return [];
    const words = tokens(item[field]);
    const slots = term.words.flatMap((word) => {
      const parts = tokens(word.text);
      return parts.map((part, i) => ({
        text: part.text,
        form: i === parts.length - 1 ? word.form : 'exact',
      }));
    });
    const joined = term.words.some((word) => /\p{L}{2,}-\p{L}{2,}/u.test(word.text))
      ? term.words.map((word) => ({ text: foldText(word.text).replaceAll(' ', ''), form: word.form }))
      : null;
    const fits = (word: Token | undefined, slot: (typeof slots)[number]) => {
      if (word === undefined) return false;
      if (slot.form === 'prefix') return word.text.startsWith(slot.text);
      return slot.form === 'exact'
        ? word.text === slot.text
        : formsOf(slot.text, term.language).has(word.text);
    };
    const found = new Set<string>();
    for (const shape of joined === null ? [slots] : [slots, joined]) {
      for (const [at, first] of words.entries()) {
        const run = shape.map((_, i) => words[at + i]);
        const together = run.every((word) => word?.sentence === first.sentence);
        if (together && shape.every((slot, i) => fits(run[i], slot))) {
          found.add(`${field} ${first.start}-${run.at(-1)?.end}`);
        }
      }
    }
    return [...found];
  });
}

function termsOf(sources: readonly string[], language: string | null): Term[] {
  return sources.flatMap((source) => {
    const term = parseTerm(source, language);
    return isFault(term) ? [] : [term];
  });
}

function found(set: PatternSet, item: { title: string; text: string }): Map<number, Set<string>> {
  const matcher = new Matcher(set);
  matcher.read(item);
  const all = new Map<number, Set<string>>();
  for (const hit of matcher.hits) {
    const field = TextField.options[matcher.fieldOf(hit.first)];
    const spans = all.get(hit.pattern) ?? new Set();
    all.set(hit.pattern, spans.add(`${field} ${matcher.startOf(hit)}-${matcher.endOf(hit)}`));
  }
  return all;
}

/** Terms without capitals that count and without the Arabic article, which have rules of their own. */
const plain = ['en', 'fr', 'es', 'ru', 'ur'].flatMap((language) =>
  starterTopics.flatMap(({ concepts, cues = [] }) =>
    [...concepts, ...cues].flatMap((part) => termsOf(part.terms[language] ?? [], language)),
  ),
);
const comparable = plain.filter(
  (term) => !term.caseSensitive && !term.words.some((word) => /[\u0600-\u06ff]/.test(word.text)),
);
const vocabulary = [
  ...comparable.flatMap((term) => term.words.map((word) => word.text)),
  ...comparable.flatMap((term) =>
    term.words.flatMap((word) => inflections(foldText(word.text), term.language)),
  ),
];

describe('the matcher', () => {
  it('finds what a plain search for each term finds, and nothing else', () => {
    const set = new PatternSet();
    const numbers = comparable.map((term) => set.add(term));
    const word = fc.constantFrom(
      ...vocabulary,
      'the',
      'of',
      'a',
      'Straße',
      'ﬁne',
      'climatologists',
      '中',
      'U.N.',
    );
    const gap = fc.constantFrom(' ', ' ', ' ', ' ', '-', '. ', '\n', ', ', '’', '\u00ad');
    const text = fc
      .array(fc.tuple(word, gap), { maxLength: 30 })
      .map((parts) => parts.map((part) => part.join('')).join(''));
    fc.assert(
      fc.property(text, text, (title, body) => {
        const item = { title, text: body };
        const seen = found(set, item);
        for (const [i, term] of comparable.entries()) {
          const spans = plainly(term, item);
          const ours = [...(seen.get(numbers[i] ?? -1) ?? [])];
          // Equal terms share a number, so each is compared with its own answer.
          expect(ours.sort(), JSON.stringify([item, term])).toEqual(spans.sort());
        }
      }),
      { numRuns: 15, seed: 7 },
    );
  });

  it('takes terms in after it has read, and reads a huge text between small ones', () => {
    const set = new PatternSet();
    const [tariff, steel] = termsOf(['tariff~', 'steel dut*'], 'en') as [Term, Term];
    const first = set.add(tariff);
    const matcher = new Matcher(set);
    matcher.read({ title: 'Tariffs rise' });
    expect(matcher.hits.map((hit) => hit.pattern)).toEqual([first]);
    const second = set.add(steel);
    matcher.read({ title: 'steel duties', text: `${'x '.repeat(200_000)}tariff` });
    expect(matcher.hits.map((hit) => hit.pattern)).toEqual([second, first]);
    matcher.read({ title: 'Steel duty and tariff' });
    expect(matcher.hits.map(({ pattern, first: at, last }) => [pattern, at, last])).toEqual([
      [second, 0, 1],
      [first, 3, 3],
    ]);
  });
});
