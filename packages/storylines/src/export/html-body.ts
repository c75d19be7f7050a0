import type { BlockNode, InlineNode, ListNode } from '@throughline/schema';
import { type Footnotes, inlineNodes } from './footnotes.ts';
import { linkGroups, type Piece } from './inline-runs.ts';
import { directionOfText, type Labels } from './labels.ts';
import { escapeMarkup } from './well-formed.ts';

/** Renders blocks in order; counts footnote references so that each has an id of its own. */
export class HtmlBody {
  readonly #notes: Footnotes;
  readonly #labels: Labels;
  readonly #seen = new Map<number, number>();

  readonly #direction: 'ltr' | 'rtl';
  /** `plain`: bare numbers, where the notes stand in another document. */
  readonly #references: 'linked' | 'plain';

  constructor(
    notes: Footnotes,
    labels: Labels,
    direction: 'ltr' | 'rtl',
    references: 'linked' | 'plain' = 'linked',
  ) {
    this.#notes = notes;
    this.#labels = labels;
    this.#direction = direction;
    this.#references = references;
  }

  block(block: BlockNode, lead = ''): string {
    switch (block.type) {
      case 'paragraph':
        return `<p${this.#dir(block)}>${lead}${this.inline(block.content)}</p>`;
      case 'heading':
        return `<h${block.attrs.level}${this.#dir(block)}>${this.inline(block.content)}</h${block.attrs.level}>`;
      case 'blockquote':
        return `<blockquote${this.#dir(block)}>${block.content.map((inner) => this.block(inner)).join('\n')}</blockquote>`;
      default:
        return this.#list(block);
    }
  }

  /** A block in the other direction than the piece says so itself. */
  #dir(block: BlockNode): string {
    const words = inlineNodes(block).map((node) => (node.type === 'text' ? node.text : ''));
    return this.dir(words.join(''));
  }

  /** The attribute that a text in the other direction needs; empty for the piece's own. */
  dir(text: string): string {
    const direction = directionOfText(text, this.#direction);
    return direction === this.#direction ? '' : ` dir="${direction}"`;
  }

  #list(list: ListNode): string {
    const tag = list.type === 'orderedList' ? 'ol' : 'ul';
    const items = list.content.map(
      (item) => `<li>${item.content.map((inner) => this.block(inner)).join('\n')}</li>`,
    );
    return `<${tag}${this.#dir(list)}>\n${items.join('\n')}\n</${tag}>`;
  }

  inline(content: readonly InlineNode[] | undefined): string {
    return linkGroups(content)
      .map(({ href, pieces }) => {
        const inner = pieces.map((piece) => this.#piece(piece)).join('');
        return href === null ? inner : `<a href="${escapeMarkup(href)}">${inner}</a>`;
      })
      .join('');
  }

  #piece(piece: Piece): string {
    if (piece.kind === 'break') return '<br/>';
    if (piece.kind === 'citation') return this.#reference(piece.citation);
    const italic = piece.italic ? `<em>${escapeMarkup(piece.text)}</em>` : escapeMarkup(piece.text);
    return piece.bold ? `<strong>${italic}</strong>` : italic;
  }

  #reference(citation: number): string {
    const note = this.#notes.byCitation.get(citation);
    if (note === undefined) return `<sup class="missing">[${this.#labels.missing}]</sup>`;
    if (this.#references === 'plain') return `<sup>[${note.number}]</sup>`;
    const time = (this.#seen.get(citation) ?? 0) + 1;
    this.#seen.set(citation, time);
    const label = `${this.#labels.source} ${note.number}`;
    return `<sup><a id="ref-${note.number}-${time}" href="#note-${note.number}" role="doc-noteref" aria-label="${label}">${note.number}</a></sup>`;
  }
}
