import type { InlineNode } from '@throughline/schema';
import { linkGroups, type Piece, type Run } from './inline-runs.ts';
import { oneLine } from './well-formed.ts';

/** Text that Markdown (CommonMark and GFM) shows as it is. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>~|]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/!(?=\\\[)/g, '\\!');
}

/** Also guards what would be a heading, list or rule at the start of a line. */
export function guardLineStart(line: string): string {
  return line.replace(/^(\s*)([-+#=]|\d{1,9}(?=[.)]))/, (_, space: string, mark: string) =>
    /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
  );
}

const edge = /^$|[\s\p{P}\p{S}]/u;

/** Inline content as one line of Markdown; `markOf` gives a citation's footnote mark. */
export function markdownInline(
  content: readonly InlineNode[] | undefined,
  markOf: (citation: number) => string,
): string {
  const line = linkGroups(content)
    .map(({ href, pieces }) => {
      const inner = pieces.map((piece, i) => markdownPiece(piece, pieces[i - 1], pieces[i + 1], markOf));
      return href === null
        ? inner.join('')
        : `[${inner.join('')}](<${href.replace(/[<>\\]/g, encodeURIComponent)}>)`;
    })
    .join('');
  // A break at an edge breaks nothing, and its backslash would be read as one.
  return line.replace(/^(?:\s*\\\n)+|(?:\s*\\\n)+\s*$/g, '').trim();
}

function markdownPiece(
  piece: Piece,
  before: Piece | undefined,
  after: Piece | undefined,
  markOf: (citation: number) => string,
): string {
  if (piece.kind === 'break') return '\\\n';
  if (piece.kind === 'text') return markdownRun(piece, before, after);
  return markOf(piece.citation);
}

function markdownRun(run: Run, before: Piece | undefined, after: Piece | undefined): string {
  const text = escapeMarkdown(run.text.replace(/\s+/gu, ' '));
  if ((!run.bold && !run.italic) || text.trim() === '') return text;
  const [, lead = '', core = '', trail = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  // Asterisks open and close for certain only beside space, punctuation or nothing; elsewhere tags say it.
  const clean = (piece: Piece | undefined, char: (text: string) => string) =>
    piece?.kind !== 'text' || (!piece.bold && !piece.italic && edge.test(char(piece.text)));
  const asterisks =
    clean(before, (t) => t.at(-1) ?? '') && clean(after, (t) => t.at(0) ?? '') && !core.includes('\\*');
  const open = `${run.bold ? (asterisks ? '**' : '<strong>') : ''}${run.italic ? (asterisks ? '*' : '<em>') : ''}`;
  const close = `${run.italic ? (asterisks ? '*' : '</em>') : ''}${run.bold ? (asterisks ? '**' : '</strong>') : ''}`;
  return `${lead}${open}${core}${close}${trail}`;
}

/** Plain text on one line, escaped. */
export const markdownText = (text: string) => escapeMarkdown(oneLine(text));
