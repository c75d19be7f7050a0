/** A stretch of text that stayed, went or came. */
export interface WordChange {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Longer texts are compared line by line rather than word by word: the table grows with the product. */
const cells = 4_000_000;

/**
 * The difference between two texts as stretches of words with the space after them; removed before added.
 * Joining `same` and `removed` gives `before`, joining `same` and `added` gives `after`.
 */
export function diffWords(before: string, after: string): WordChange[] {
  const [a, b] = pieces(before, after);
  const head = sharedHead(a, b);
  const tail = sharedTail(a, b, head);
  const middle = changes(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  return joined([
    ...a.slice(0, head).map((text) => ({ kind: 'same' as const, text })),
    ...middle,
    ...a.slice(a.length - tail).map((text) => ({ kind: 'same' as const, text })),
  ]);
}

function pieces(before: string, after: string): [string[], string[]] {
  const words = (text: string) => text.match(/\S+\s*|\s+/gu) ?? [];
  const [a, b] = [words(before), words(after)];
  if (a.length * b.length <= cells) return [a, b];
  const lines = (text: string) => text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
  return [lines(before), lines(after)];
}

function sharedHead(a: readonly string[], b: readonly string[]): number {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  return head;
}

function sharedTail(a: readonly string[], b: readonly string[], head: number): number {
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return tail;
}

/** Longest common subsequence, read back from its table. */
function changes(a: readonly string[], b: readonly string[]): WordChange[] {
  if (a.length * b.length > cells)
    return [
      ...a.map((text) => ({ kind: 'removed' as const, text })),
      ...b.map((text) => ({ kind: 'added' as const, text })),
    ];
  const width = b.length + 1;
  const table = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const out: WordChange[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      out.push({ kind: 'same', text: a[i++] ?? '' });
      j++;
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1)))
      out.push({ kind: 'removed', text: a[i++] ?? '' });
    else out.push({ kind: 'added', text: b[j++] ?? '' });
  }
  return out;
}

/** Neighbours of one kind become one stretch; within a change what went stands before what came. */
function joined(list: readonly WordChange[]): WordChange[] {
  const out: WordChange[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') out.push({ kind: 'removed', text: removed });
    if (added !== '') out.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const { kind, text } of list) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      flush();
      const last = out.at(-1);
      if (last?.kind === 'same') last.text += text;
      else out.push({ kind, text });
    }
  }
  flush();
  return out;
}
