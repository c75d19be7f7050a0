import type { BlockNode, InlineNode, ListNode } from '@throughline/schema';
import type { Footnotes } from '../footnotes.ts';
import { linkGroups, type Piece } from '../inline-runs.ts';
import { directionOfText } from '../labels.ts';
import { blockText } from '../plain-text.ts';
import { escapeMarkup } from '../well-formed.ts';

type Direction = 'ltr' | 'rtl';

/** Writes WordprocessingML (ECMA-376) and keeps what other parts of the package must list. */
export class DocxBody {
  readonly #notes: Footnotes;
  readonly #direction: Direction;
  /** What stands where a source is missing. */
  readonly #missing: string;
  /** Addresses of hyperlinks, by relationship id. */
  readonly links = new Map<string, string>();
  /** Ordered and bulleted lists, in order: each is a numbering of its own, so that it starts at 1. */
  readonly lists: ('bulletList' | 'orderedList')[] = [];
  readonly #noted = new Set<number>();

  constructor(notes: Footnotes, direction: Direction, missing: string) {
    this.#missing = missing;
    this.#notes = notes;
    this.#direction = direction;
  }

  /** A paragraph of plain text. */
  plain(style: string, text: string, tail = ''): string {
    const direction = directionOfText(text, this.#direction);
    return this.#paragraph(style, direction, run(text, direction, '') + tail);
  }

  block(block: BlockNode, style = 'BodyText', level = 0): string {
    if (block.type === 'paragraph' || block.type === 'heading') {
      const direction = directionOfText(blockText(block), this.#direction);
      const name = block.type === 'heading' ? `Heading${Math.min(block.attrs.level - 1, 4)}` : style;
      return this.#paragraph(name, direction, this.#inline(block.content, direction));
    }
    if (block.type === 'blockquote')
      return block.content.map((inner) => this.block(inner, 'Quote', level)).join('');
    return this.#list(block, level);
  }

  #list(list: ListNode, level: number): string {
    this.lists.push(list.type);
    const number = this.lists.length;
    const properties = `<w:numPr><w:ilvl w:val="${Math.min(level, 8)}"/><w:numId w:val="${number}"/></w:numPr>`;
    return list.content
      .map((item) =>
        item.content
          .map((inner, i) => {
            if (inner.type !== 'paragraph') return this.block(inner, 'ListParagraph', level + 1);
            const direction = directionOfText(blockText(inner), this.#direction);
            const content = this.#inline(inner.content, direction);
            return this.#paragraph('ListParagraph', direction, content, i === 0 ? properties : '');
          })
          .join(''),
      )
      .join('');
  }

  #paragraph(style: string, direction: Direction, content: string, properties = ''): string {
    const bidi = direction === 'rtl' ? '<w:bidi/>' : '';
    return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}${bidi}</w:pPr>${content}</w:p>\n`;
  }

  #inline(content: readonly InlineNode[] | undefined, direction: Direction): string {
    return linkGroups(content)
      .map(({ href, pieces }) => {
        const inner = pieces
          .map((piece, i) => {
            // Two notes in a row would read as one number.
            const beside = piece.kind === 'citation' && pieces[i - 1]?.kind === 'citation';
            return (beside ? noteSeparator : '') + this.#piece(piece, direction, href !== null);
          })
          .join('');
        return href === null
          ? inner
          : `<w:hyperlink r:id="${this.link(href)}" w:history="1">${inner}</w:hyperlink>`;
      })
      .join('');
  }

  #piece(piece: Piece, direction: Direction, linked: boolean): string {
    if (piece.kind === 'break') return '<w:r><w:br/></w:r>';
    if (piece.kind === 'citation') return this.reference(piece.citation);
    const style = linked ? '<w:rStyle w:val="Hyperlink"/>' : '';
    const bold = piece.bold ? '<w:b/><w:bCs/>' : '';
    const italic = piece.italic ? '<w:i/><w:iCs/>' : '';
    return run(piece.text, direction, style + bold + italic);
  }

  /** The relationship id of a link's address. */
  link(href: string): string {
    for (const [id, known] of this.links) if (known === href) return id;
    const id = `link${this.links.size + 1}`;
    this.links.set(id, href);
    return id;
  }

  /** A footnote at its first mention; later a cross-reference to its number. */
  reference(citation: number): string {
    const note = this.#notes.byCitation.get(citation);
    if (note === undefined) return run(`[${this.#missing}]`, this.#direction, '<w:b/><w:bCs/>');
    const { number } = note;
    if (this.#noted.has(number)) {
      const char = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
      const code = `<w:r><w:instrText xml:space="preserve"> NOTEREF _Note${number} \\f \\h </w:instrText></w:r>`;
      const shown = `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:t>${number}</w:t></w:r>`;
      return char('begin') + code + char('separate') + shown + char('end');
    }
    this.#noted.add(number);
    return `<w:bookmarkStart w:id="${number}" w:name="_Note${number}"/><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${number}"/></w:r><w:bookmarkEnd w:id="${number}"/>`;
  }
}

const noteSeparator =
  '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:t xml:space="preserve">, </w:t></w:r>';

/** A run of text; right-to-left text says so, or its punctuation stands on the wrong side. */
export function run(text: string, direction: Direction, properties: string): string {
  const rtl = directionOfText(text, direction) === 'rtl' ? '<w:rtl/>' : '';
  const all = properties + rtl;
  return `<w:r>${all === '' ? '' : `<w:rPr>${all}</w:rPr>`}<w:t xml:space="preserve">${escapeMarkup(text)}</w:t></w:r>`;
}
