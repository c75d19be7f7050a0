import { foldText } from '@throughline/text';
import { accordingTo, saysSomething } from './speech-verbs.ts';

/** Words in quotation marks, with who said them where the sentence tells. */
export interface FoundQuote {
  start: number;
  end: number;
  text: string;
  speaker: string | null;
}

/** Opening mark -> closing marks, English single marks last: they are also apostrophes. */
const marks: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['«', '»'],
  ['„', '“”'],
  ['"', '"'],
  ['‘', '’'],
];

/** Fewer words than this are a title or a nickname unless somebody is named who said them. */
const wordsOnTheirOwn = 6;

/**
 * Finds quotations: those with a speaker beside them (`QUOTE, said X`; `X said: QUOTE`; `according to X`), and
 * longer ones without. A pronoun stands for the last speaker named. Marks that are never closed are passed over.
 */
export function findQuotes(text: string): FoundQuote[] {
  const quotes: FoundQuote[] = [];
  let last: string | null = null;
  for (const span of quotedSpans(text)) {
    const words = text.slice(span.start, span.end).split(/\s+/u).length;
    const named = speakerAfter(text, span.close + 1) ?? speakerBefore(text, span.open);
    const speaker: string | null = named === pronoun ? last : named;
    if (speaker !== null && named !== pronoun) last = speaker;
    if (named === null && words < wordsOnTheirOwn) continue;
    quotes.push({ start: span.start, end: span.end, text: text.slice(span.start, span.end), speaker });
  }
  return quotes;
}

interface Span {
  open: number;
  close: number;
  start: number;
  end: number;
}

function quotedSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    const pair = marks.find(([open]) => open === text[at]);
    if (pair === undefined || (/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && pair[0] !== '«')) continue;
    const close = closing(text, at + 1, pair[1]);
    if (close === null) continue;
    const inner = text.slice(at + 1, close);
    const lead = inner.length - inner.trimStart().length;
    const span = {
      open: at,
      close,
      start: at + 1 + lead,
      end: at + 1 + inner.trimEnd().replace(/[,،]$/u, '').length,
    };
    if (span.end > span.start) spans.push(span);
    at = close;
  }
  return spans;
}

/** The closing mark, within the paragraph and 1,500 characters; an apostrophe inside a word closes nothing. */
function closing(text: string, from: number, close: string): number | null {
  const within = text.slice(from, from + 1500);
  const pattern = close === '’' ? /’(?!\p{L})|\n/u : closers[close];
  const at = pattern === undefined ? -1 : within.search(pattern);
  return at < 0 || within[at] === '\n' ? null : from + at;
}

const closers: Record<string, RegExp> = { '”': /[”\n]/u, '»': /[»\n]/u, '“”': /[“”\n]/u, '"': /["\n]/u };

const pronoun = Symbol('he or she');
const pronouns = new Set(
  'he she they il elle ils elles él ella он она они هو هي او وی وه هغه'.split(' ').map(foldText),
);

/** `…,” said X`, `…,” X said`, `…,” according to X` */
function speakerAfter(text: string, from: number): string | typeof pronoun | null {
  const rest = text.slice(from, from + 160).split(/[.!?؟۔\n;“«"]/u)[0] ?? '';
  return speakerIn(rest.replace(/^[\s,،–—-]+/u, ''), 'after');
}

/** `X said: “…`, `according to X, “…` */
function speakerBefore(text: string, to: number): string | typeof pronoun | null {
  const before = text.slice(Math.max(0, to - 160), to);
  return speakerIn(before.split(/[.!?؟۔\n;”»](?=\s)/u).at(-1) ?? '', 'before');
}

function speakerIn(clause: string, side: 'before' | 'after'): string | typeof pronoun | null {
  const words = [...clause.matchAll(/[\p{L}\p{M}\u200c.’'-]+/gu)].map((match) => ({
    text: match[0],
    at: match.index,
  }));
  const verb =
    side === 'after'
      ? words.findIndex((w) => saysSomething(w.text))
      : words.findLastIndex((w) => saysSomething(w.text));
  if (verb >= 0 && (side === 'before' || verb <= 7)) {
    const left = nameIn(
      words.slice(Math.max(0, verb - 8), verb).map((w) => w.text),
      'last',
    );
    const right = nameIn(
      words.slice(verb + 1, verb + 10).map((w) => w.text),
      'first',
    );
    const found = side === 'before' ? (left ?? right) : verb === 0 ? right : (left ?? right);
    if (found !== null) return found;
  }
  const folded = ` ${foldText(clause)} `;
  if (!accordingTo.some((phrase) => folded.includes(` ${phrase} `))) return null;
  return nameIn(
    words.slice(1).map((w) => w.text),
    'first',
  );
}

const particles = /^(?:de|del|della|al|el|bin|ibn|von|van|der|den|da|dos|du|ben|abu)$/i;

/** The first or last run of capitalised words; where a script has no capitals, the words next to the verb. */
function nameIn(words: readonly string[], which: 'first' | 'last'): string | typeof pronoun | null {
  if (words.some((word) => /^\p{Lo}/u.test(word))) return unicaseName(words, which);
  const runs: string[][] = [];
  let open = false;
  for (const [i, word] of words.entries()) {
    const capital = /^\p{Lu}/u.test(word) && !pronouns.has(foldText(word));
    const joins: boolean =
      open && particles.test(word) && words.slice(i + 1, i + 3).some((next) => /^\p{Lu}/u.test(next));
    if (capital && !open) runs.push([word]);
    else if (capital || joins) runs.at(-1)?.push(word);
    open = capital || joins;
  }
  const run = which === 'first' ? runs[0] : runs.at(-1);
  if (run !== undefined)
    return run
      .join(' ')
      .replace(/['’]s$/u, '')
      .replace(/[.,]$/u, '');
  return words.some((word) => pronouns.has(foldText(word))) ? pronoun : null;
}

function unicaseName(words: readonly string[], which: 'first' | 'last'): string | typeof pronoun | null {
  const near = which === 'first' ? words.slice(0, 4) : words.slice(-5);
  const stop = near.findIndex((word) => unicaseStops.has(foldText(word)));
  const name =
    which === 'first'
      ? near.slice(0, stop < 0 ? near.length : stop)
      : near.filter((w) => !unicaseStops.has(foldText(w)));
  if (name.length === 1 && pronouns.has(foldText(name[0] ?? ''))) return pronoun;
  return name.length === 0 ? null : name.join(' ');
}

const unicaseStops = new Set(
  'في من على إلى عن إن أن خلال بعد قبل در به که از را با برای نے کہ کا کی کے میں سے پر د په چې ته له و او اور ہے تھا'
    .split(' ')
    .map(foldText),
);
