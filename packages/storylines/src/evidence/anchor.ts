import { type PlacedWord, wordsOf } from './words.ts';

/** Where cited words stood when they were cited. */
export interface QuoteAnchor {
  exact: string;
  prefix: string;
  suffix: string;
  /** UTF-16 offset in the text that was cited. */
  start: number;
}

/**
 * - `same`     the words stand where they stood
 * - `moved`    the same words stand elsewhere, or in other typography (spaces, quotation marks, case)
 * - `changed`  a passage much like them stands there, in other words
 */
export interface AnchoredQuote {
  kind: 'same' | 'moved' | 'changed';
  start: number;
  end: number;
  /** The words that stand there now. */
  text: string;
  /** Share of words in common, 0..1; 1 for `same` and `moved`. */
  similarity: number;
}

/** Below this share of common words a passage is another passage. */
const likeness = 0.6;

/**
 * Finds cited words again in a text that may have been edited: first letter for letter (the occurrence whose
 * surroundings are most alike), then word for word, then the passage with most words in common.
 *
 * @returns null when the words are gone.
 */
export function anchorQuote(text: string, anchor: QuoteAnchor): AnchoredQuote | null {
  if (anchor.exact.trim() === '') return null;
  const exact = exactly(text, anchor);
  // "29%" may stand anywhere: few words are known by what stands around them.
  const few = wordsOf(anchor.exact).length <= FEW_WORDS;
  if (exact !== null && !(few && surroundings(text, exact.start, anchor) < WELL_PLACED)) return exact;
  return (few ? between(text, anchor) : null) ?? exact ?? alike(text, anchor);
}

const FEW_WORDS = 4;
/** Characters around the words that must agree for them to be these and not others of their like. */
const WELL_PLACED = 8;
/** Words on either side that must stand there still. */
const AROUND = 4;

/** What stands now where few words were cited: between the words that stood before and behind them. */
function between(text: string, anchor: QuoteAnchor): AnchoredQuote | null {
  // The outermost words of the context may be cut in two.
  const before = wordsOf(anchor.prefix).slice(1).slice(-AROUND);
  const after = wordsOf(anchor.suffix).slice(0, -1).slice(0, AROUND);
  if (before.length < 2 || after.length < 2) return null;
  const words = wordsOf(text);
  const at = runOf(words, before, 0);
  if (at < 0) return null;
  const from = at + before.length;
  const to = runOf(words, after, from);
  if (to <= from || to - from > wordsOf(anchor.exact).length + AROUND) return null;
  const [start, end] = [words[from]?.start ?? 0, words[to - 1]?.end ?? 0];
  const now = text.slice(start, end);
  const wanted = wordsOf(anchor.exact);
  const kept = words.slice(from, to);
  const same = kept.length === wanted.length && kept.every((word, i) => word.fold === wanted[i]?.fold);
  const similarity = (2 * common(kept, wanted)) / (kept.length + wanted.length);
  return { kind: same ? 'moved' : 'changed', start, end, text: now, similarity };
}

/** Where a run of words begins among others, from a place on; -1 when it does not. */
function runOf(words: readonly PlacedWord[], run: readonly PlacedWord[], from: number): number {
  for (let at = from; at + run.length <= words.length; at++)
    if (run.every((word, i) => words[at + i]?.fold === word.fold)) return at;
  return -1;
}

function exactly(text: string, anchor: QuoteAnchor): AnchoredQuote | null {
  let best: { at: number; rank: number } | null = null;
  for (let at = text.indexOf(anchor.exact); at >= 0; at = text.indexOf(anchor.exact, at + 1)) {
    const rank = surroundings(text, at, anchor) - Math.abs(at - anchor.start) / (text.length + 1);
    if (best === null || rank > best.rank) best = { at, rank };
  }
  if (best === null) return null;
  const kind = best.at === anchor.start ? 'same' : 'moved';
  return { kind, start: best.at, end: best.at + anchor.exact.length, text: anchor.exact, similarity: 1 };
}

/** How many characters next to the place agree with the prefix and the suffix. */
function surroundings(text: string, at: number, { exact, prefix, suffix }: QuoteAnchor): number {
  let before = 0;
  while (before < prefix.length && text[at - 1 - before] === prefix.at(-1 - before)) before++;
  let after = 0;
  while (after < suffix.length && text[at + exact.length + after] === suffix[after]) after++;
  return before + after;
}

/** The window of words that shares most with the quote; as long as the quote, then cut to its first and last match. */
function alike(text: string, anchor: QuoteAnchor): AnchoredQuote | null {
  const wanted = wordsOf(anchor.exact);
  const words = wordsOf(text);
  const size = Math.min(words.length, Math.ceil(wanted.length * 1.25));
  if (size === 0 || wanted.length === 0) return null;
  const start = bestWindow(words, wanted, size);
  const window = words.slice(start, start + size);
  const bag = new Set(wanted.map((word) => word.fold));
  const first = window.findIndex((word) => bag.has(word.fold));
  const last = window.findLastIndex((word) => bag.has(word.fold));
  if (first < 0) return null;
  const kept = window.slice(first, last + 1);
  const similarity = (2 * common(kept, wanted)) / (kept.length + wanted.length);
  if (similarity < likeness) return null;
  const from = kept[0]?.start ?? 0;
  const to = kept.at(-1)?.end ?? from;
  const same = kept.length === wanted.length && kept.every((word, i) => word.fold === wanted[i]?.fold);
  return { kind: same ? 'moved' : 'changed', start: from, end: to, text: text.slice(from, to), similarity };
}

/** Start of the window of `size` words with most words of the quote in it, counted as a bag; one pass. */
function bestWindow(words: readonly PlacedWord[], wanted: readonly PlacedWord[], size: number): number {
  const need = new Map<string, number>();
  for (const { fold } of wanted) need.set(fold, (need.get(fold) ?? 0) + 1);
  const left = new Map(need);
  let hits = 0;
  let best = { start: 0, hits: -1 };
  for (let end = 0; end < words.length; end++) {
    hits += take(left, words[end]?.fold ?? '', 1);
    if (end >= size) hits -= take(left, words[end - size]?.fold ?? '', -1);
    const start = Math.max(0, end - size + 1);
    if (end >= size - 1 && hits > best.hits) best = { start, hits };
  }
  return best.start;
}

/** Takes a word out of what is left to find (or puts it back); 1 if that changes the number of hits. */
function take(left: Map<string, number>, word: string, way: 1 | -1): number {
  const count = left.get(word);
  if (count === undefined) return 0;
  left.set(word, count - way);
  return way === 1 ? Number(count > 0) : Number(count >= 0);
}

/** Words in common in the same order (longest common subsequence). */
function common(a: readonly PlacedWord[], b: readonly PlacedWord[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    for (let j = 1; j <= b.length; j++)
      next.push(
        word.fold === b[j - 1]?.fold ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
