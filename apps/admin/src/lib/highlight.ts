/** Marks in text: overlapping spans become runs, and spans of one text are found again in another form of it. */

/** A span of a text in UTF-16 offsets, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** A stretch of text under the same marks throughout. */
export interface Run<T extends Span> {
  text: string;
  marks: T[];
}

/** Whether cutting at `at` would part a surrogate pair. */
const partsPair = (text: string, at: number) =>
  /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '');

/**
 * Splits `text` into runs, in order and without gaps; marks may overlap, nest or touch. Spans outside the text are
 * clipped, empty ones dropped. Order is that of the characters in memory, so the browser's own bidirectional
 * algorithm sees the same text with and without marks.
 */
export function splitRuns<T extends Span>(text: string, spans: readonly T[]): Run<T>[] {
  const inside = spans
    .map((mark) => ({ mark, start: Math.max(0, mark.start), end: Math.min(text.length, mark.end) }))
    .filter(({ start, end }) => start < end);
  const cuts = new Set([0, text.length]);
  for (const { start, end } of inside) for (const at of [start, end]) if (!partsPair(text, at)) cuts.add(at);
  const edges = [...cuts].sort((a, b) => a - b);
  const runs: Run<T>[] = [];
  for (const [n, from] of edges.entries()) {
    const to = edges[n + 1];
    if (to === undefined) break;
    const marks = inside.filter(({ start, end }) => start < to && end > from).map(({ mark }) => mark);
    const last = runs.at(-1);
    if (last !== undefined && sameMarks(last.marks, marks)) last.text += text.slice(from, to);
    else runs.push({ text: text.slice(from, to), marks });
  }
  return runs;
}

const sameMarks = <T>(a: readonly T[], b: readonly T[]) =>
  a.length === b.length && a.every((m, i) => m === b[i]);

/** A text without its white space, and where each of its UTF-16 units stood. */
function squeeze(text: string): { bare: string; at: number[] } {
  const at: number[] = [];
  let bare = '';
  for (let n = 0; n < text.length; n++) {
    const unit = text[n] ?? '';
    if (/\s/.test(unit)) continue;
    bare += unit;
    at.push(n);
  }
  return { bare, at };
}

function occurrencesBefore(text: string, needle: string, limit: number): number {
  let count = 0;
  for (let n = text.indexOf(needle); n !== -1 && n < limit; n = text.indexOf(needle, n + 1)) count++;
  return count;
}

function nthIndexOf(text: string, needle: string, ordinal: number): number {
  let n = text.indexOf(needle);
  for (let i = 0; i < ordinal && n !== -1; i++) n = text.indexOf(needle, n + 1);
  return n;
}

/**
 * Carries spans of `from` over to `to`, which says the same with other white space (the text of a page against the
 * plain text that the rules read). Each is found by being the same occurrence of the same words; one that `to` does
 * not have is left out rather than put on other words.
 */
export function carrySpans<T extends Span>(from: string, to: string, spans: readonly T[]): T[] {
  if (from === to) return [...spans];
  const source = squeeze(from);
  const target = squeeze(to);
  const position = new Map(source.at.map((original, bare) => [original, bare]));
  return spans.flatMap((span) => {
    const needle = from.slice(span.start, span.end).replace(/\s+/g, '');
    const bareStart = firstFrom(position, span.start, span.end);
    if (needle === '' || bareStart === null) return [];
    const ordinal = occurrencesBefore(source.bare, needle, bareStart);
    const found = nthIndexOf(target.bare, needle, ordinal);
    const start = target.at[found];
    const last = target.at[found + needle.length - 1];
    if (found === -1 || start === undefined || last === undefined) return [];
    return [{ ...span, start, end: last + 1 }];
  });
}

function firstFrom(position: ReadonlyMap<number, number>, start: number, end: number): number | null {
  for (let n = start; n < end; n++) {
    const bare = position.get(n);
    if (bare !== undefined) return bare;
  }
  return null;
}
