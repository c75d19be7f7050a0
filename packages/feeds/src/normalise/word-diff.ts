/** A stretch of text that stayed, came or went. */
export interface DiffPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Beyond this many edits the middle is shown as replaced: such a diff helps nobody, and costs the square. */
const MAX_EDITS = 1500;

/**
 * What changed between two texts, word by word, with as few changes as possible (E. W. Myers, "An O(ND) difference
 * algorithm", 1986). The parts without `removed` spell `after`, those without `added` spell `before`.
 */
export function diffWords(before: string, after: string): DiffPart[] {
  const a = tokens(before);
  const b = tokens(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return joined([
    ...part('same', a.slice(0, head)),
    ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...part('same', a.slice(a.length - tail)),
  ]);
}

/** Words with the space after them; scripts without spaces by the character. */
function tokens(text: string): string[] {
  return (
    text.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+\s*|\s+|[^\p{L}\p{M}\p{N}\s]\s*/gu,
    ) ?? []
  );
}

function part(kind: DiffPart['kind'], words: string[]): DiffPart[] {
  return words.length === 0 ? [] : [{ kind, text: words.join('') }];
}

function middle(a: string[], b: string[]): DiffPart[] {
  const replaced = [...part('removed', a), ...part('added', b)];
  if (a.length === 0 || b.length === 0) return replaced;
  const trace = furthestPaths(a, b);
  return trace === null ? replaced : walkBack(a, b, trace);
}

/** The frontier after each number of edits, until the end is reached; null if that takes too many. */
function furthestPaths(a: string[], b: string[]): Map<number, number>[] | null {
  const trace: Map<number, number>[] = [];
  let frontier = new Map<number, number>([[1, 0]]);
  for (let edits = 0; edits <= MAX_EDITS; edits++) {
    const next = new Map<number, number>();
    trace.push(frontier);
    for (let k = -edits; k <= edits; k += 2) {
      let x = startOf(frontier, k, edits);
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      next.set(k, x);
      if (x >= a.length && x - k >= b.length) return [...trace, next];
    }
    frontier = next;
  }
  return null;
}

function startOf(frontier: Map<number, number>, k: number, edits: number): number {
  const down = frontier.get(k + 1) ?? -1;
  const right = frontier.get(k - 1) ?? -1;
  return k === -edits || (k !== edits && right < down) ? down : right + 1;
}

function walkBack(a: string[], b: string[], trace: Map<number, number>[]): DiffPart[] {
  const parts: DiffPart[] = [];
  let x = a.length;
  let y = b.length;
  for (let edits = trace.length - 2; edits >= 0; edits--) {
    const frontier = trace[edits] ?? new Map<number, number>();
    const k = x - y;
    const down = frontier.get(k + 1) ?? -1;
    const right = frontier.get(k - 1) ?? -1;
    const cameDown = k === -edits || (k !== edits && right < down);
    const fromX = cameDown ? down : right;
    const fromY = fromX - (cameDown ? k + 1 : k - 1);
    for (const start = cameDown ? fromX : fromX + 1; x > start; x--, y--)
      parts.push(...part('same', a.slice(x - 1, x)));
    if (edits > 0)
      parts.push(
        ...(cameDown ? part('added', b.slice(fromY, fromY + 1)) : part('removed', a.slice(fromX, x))),
      );
    x = fromX;
    y = fromY;
  }
  return parts.reverse();
}

/** Neighbours of a kind become one; within a change what went stands before what came. */
function joined(parts: DiffPart[]): DiffPart[] {
  const result: DiffPart[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    result.push(
      ...part('removed', removed === '' ? [] : [removed]),
      ...part('added', added === '' ? [] : [added]),
    );
    removed = '';
    added = '';
  };
  for (const { kind, text } of parts) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      flush();
      const last = result.at(-1);
      if (last?.kind === 'same') last.text += text;
      else result.push({ kind, text });
    }
  }
  flush();
  return result;
}
