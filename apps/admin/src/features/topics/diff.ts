/** A stretch of a comparison of two texts, in reading order. */
export interface Piece {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Above so many cells of the table a block counts as replaced as a whole. */
const MOST_CELLS = 4_000_000;

/**
 * Compares two texts line by line, and changed blocks of lines word by word. Where only white space differs, as when a
 * list was wrapped anew, nothing counts as changed and the second text's spaces are shown.
 */
export function diffTexts(before: string, after: string): Piece[] {
  const pieces: Piece[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '' || added !== '') for (const piece of diffWords(removed, added)) push(pieces, piece);
    removed = '';
    added = '';
  };
  for (const { kind, text } of align(linesOf(before), linesOf(after), (line) => line)) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      flush();
      push(pieces, { kind, text });
    }
  }
  flush();
  return pieces;
}

const linesOf = (text: string) => text.match(/[^\n]*\n|[^\n]+/g) ?? [];

function diffWords(before: string, after: string): Piece[] {
  const words = (text: string) => text.match(/\s+|[^\s|]+|\|/g) ?? [];
  const pieces = align(words(before), words(after), (word) => (word.trim() === '' ? ' ' : word));
  return pieces.filter((piece) => piece.kind !== 'removed' || piece.text.trim() !== '');
}

function push(pieces: Piece[], { kind, text }: Piece): void {
  const last = pieces.at(-1);
  if (last?.kind === kind) last.text += text;
  else pieces.push({ kind, text });
}

/** The longest common subsequence by table, after what both have in common at either end is set aside. */
function align(a: readonly string[], b: readonly string[], keyOf: (part: string) => string): Piece[] {
  const x = a.map(keyOf);
  const y = b.map(keyOf);
  let start = 0;
  while (start < x.length && start < y.length && x[start] === y[start]) start++;
  let end = 0;
  while (end < x.length - start && end < y.length - start && x.at(-1 - end) === y.at(-1 - end)) end++;
  const middle = alignMiddle(
    { parts: a.slice(start, a.length - end), keys: x.slice(start, x.length - end) },
    { parts: b.slice(start, b.length - end), keys: y.slice(start, y.length - end) },
  );
  const same = (text: string): Piece => ({ kind: 'same', text });
  return [...b.slice(0, start).map(same), ...middle, ...b.slice(b.length - end).map(same)];
}

interface Side {
  parts: readonly string[];
  keys: readonly string[];
}

function alignMiddle(a: Side, b: Side): Piece[] {
  const removed = (text: string): Piece => ({ kind: 'removed', text });
  const added = (text: string): Piece => ({ kind: 'added', text });
  const [n, m] = [a.parts.length, b.parts.length];
  if (n * m > MOST_CELLS) return [...a.parts.map(removed), ...b.parts.map(added)];
  const lengths = lengthsOf(a.keys, b.keys);
  const at = (i: number, j: number) => lengths[i * (m + 1) + j] ?? 0;
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < n || j < m) {
    if (i < n && j < m && a.keys[i] === b.keys[j]) {
      pieces.push({ kind: 'same', text: b.parts[j] ?? '' });
      i++;
      j++;
    } else if (j === m || (i < n && at(i + 1, j) >= at(i, j + 1))) pieces.push(removed(a.parts[i++] ?? ''));
    else pieces.push(added(b.parts[j++] ?? ''));
  }
  return pieces;
}

/** lengths[i, j]: how much of a from i on and of b from j on is common. */
function lengthsOf(a: readonly string[], b: readonly string[]): Uint32Array {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const here = i * width + j;
      lengths[here] =
        a[i] === b[j]
          ? (lengths[here + width + 1] ?? 0) + 1
          : Math.max(lengths[here + width] ?? 0, lengths[here + 1] ?? 0);
    }
  }
  return lengths;
}
