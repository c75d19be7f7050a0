import type { BlockNode, InlineNode, ListNode, ParagraphNode } from '@throughline/schema';

/** Where footnotes stand in a piece. Pure. */

type AnyNode = BlockNode | InlineNode | ListNode | ParagraphNode | { type: 'listItem'; content: unknown };

/** The citations of a text in the order in which they stand, each as often as it stands there. */
export function citationsIn(nodes: readonly AnyNode[]): number[] {
  return nodes.flatMap((node) => {
    if (node.type === 'citation') return [node.attrs.citation];
    if (!('content' in node) || !Array.isArray(node.content)) return [];
    return citationsIn(node.content as AnyNode[]);
  });
}

/** The number of each citation: 1 for the first that stands in the piece. */
export function numberCitations(sections: Iterable<readonly BlockNode[]>): Map<number, number> {
  const numbers = new Map<number, number>();
  for (const blocks of sections)
    for (const id of citationsIn(blocks)) if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
  return numbers;
}

/** Words of a piece: runs of letters, digits and what joins them. */
export function countWords(nodes: readonly AnyNode[]): number {
  return nodes.reduce((sum, node) => {
    if (node.type === 'text')
      return sum + (node.text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0);
    if (!('content' in node) || !Array.isArray(node.content)) return sum;
    return sum + countWords(node.content as AnyNode[]);
  }, 0);
}
