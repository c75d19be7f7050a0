import type { InlineNode, TextNode } from '@throughline/schema';
import { safeHref, wellFormed } from './well-formed.ts';

/** A stretch of text with one set of marks. */
export interface Run {
  kind: 'text';
  text: string;
  bold: boolean;
  italic: boolean;
}

export type Piece = Run | { kind: 'citation'; citation: number } | { kind: 'break' };

/** Pieces that share one link (`href` null = none): a link over several marks stays one link. */
export interface LinkGroup {
  href: string | null;
  pieces: Piece[];
}

const has = (node: TextNode, type: 'bold' | 'italic') => (node.marks ?? []).some((m) => m.type === type);

function hrefOf(node: InlineNode): string | null {
  if (node.type !== 'text') return null;
  const link = (node.marks ?? []).find((mark) => mark.type === 'link');
  return link ? safeHref(link.attrs.href) : null;
}

function pieceOf(node: InlineNode): Piece {
  if (node.type === 'hardBreak') return { kind: 'break' };
  if (node.type === 'citation') return { kind: 'citation', citation: node.attrs.citation };
  return { kind: 'text', text: wellFormed(node.text), bold: has(node, 'bold'), italic: has(node, 'italic') };
}

/** Inline content as every format wants it: neighbours with equal marks joined, links grouped, unsafe links dropped. */
export function linkGroups(content: readonly InlineNode[] | undefined): LinkGroup[] {
  const groups: LinkGroup[] = [];
  for (const node of content ?? []) {
    const href = hrefOf(node);
    const piece = pieceOf(node);
    const group = groups.at(-1);
    if (group === undefined || group.href !== href) groups.push({ href, pieces: [piece] });
    else if (!joined(group.pieces.at(-1), piece)) group.pieces.push(piece);
  }
  return groups;
}

function joined(before: Piece | undefined, piece: Piece): boolean {
  if (before?.kind !== 'text' || piece.kind !== 'text') return false;
  if (before.bold !== piece.bold || before.italic !== piece.italic) return false;
  before.text += piece.text;
  return true;
}
