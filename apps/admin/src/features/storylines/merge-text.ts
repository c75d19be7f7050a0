import type { Node } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';

/** What stands at `from` (included) to `to` (excluded) of a list of blocks gives way to `blocks`. */
interface Change {
  from: number;
  to: number;
  blocks: readonly Node[];
}

/**
 * Puts what somebody else made of a text into what is written here, where the two meet in no block.
 *
 * Both sides are compared with what both began from, block by block (a three-way merge; Khanna, Kunal, Pierce 2007:
 * "A Formal Investigation of Diff3", with one changed run a side). Blocks that both put at the same place stay both,
 * those written here first: what stands under a cursor does not move.
 * @param held the text that both began from
 * @returns the steps on `mine`; none when theirs changes nothing; null when both changed the same block
 */
export function mergeText(held: Node, mine: Node, theirs: Node): Transform | null {
  const before = blocksOf(held);
  const own = changeBetween(before, blocksOf(mine));
  const other = changeBetween(before, blocksOf(theirs));
  const steps = new Transform(mine);
  if (other.from === other.to && other.blocks.length === 0) return steps;
  const shift = other.from >= own.to ? own.blocks.length - (own.to - own.from) : 0;
  if (other.from < own.to && other.to > own.from) return null;
  const from = other.from + shift;
  // An empty last paragraph is only there to be written in: words that come to the end take its place.
  const atEnd = other.to + shift === blocksOf(mine).length;
  const to = atEnd ? mine.childCount : other.to + shift;
  const blocks =
    from === 0 && to === mine.childCount && other.blocks.length === 0 ? theirs.children : other.blocks;
  return steps.replaceWith(placeOf(mine, from), placeOf(mine, to), blocks);
}

/** The blocks of a text, without empty paragraphs at its end. */
function blocksOf(text: Node): readonly Node[] {
  const last = text.children.findLastIndex((block) => block.childCount > 0);
  return text.children.slice(0, last + 1);
}

/** The one run of blocks in which two texts differ. */
function changeBetween(before: readonly Node[], after: readonly Node[]): Change {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start]?.eq(after[start] as Node)) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end)?.eq(after.at(-1 - end) as Node)) end += 1;
  return { from: start, to: before.length - end, blocks: after.slice(start, after.length - end) };
}

/** The position before a block; after the last one for their count. */
function placeOf(text: Node, block: number): number {
  return text.children.slice(0, block).reduce((place, { nodeSize }) => place + nodeSize, 0);
}
