import { mergeAttributes, Node } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { Italic } from '@tiptap/extension-italic';
import { Link } from '@tiptap/extension-link';
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { Placeholder, UndoRedo } from '@tiptap/extensions';
import { safeAddress } from '../review/readable.ts';

/** What the editor follows of the piece around it. */
export interface Footnotes {
  /** The number of a citation, undefined while it has none. */
  numberOf(citation: number): number | undefined;
  subscribe(listener: () => void): () => void;
  label(number: number): string;
  /** Somebody pressed a footnote's number. */
  open(citation: number): void;
}

/** The number of a footnote in the text: one character that is moved and deleted as a whole. */
const Citation = Node.create<{ footnotes: Footnotes | null }>({
  name: 'citation',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addOptions: () => ({ footnotes: null }),
  addAttributes: () => ({
    citation: {
      default: null,
      parseHTML: (element) => Number(element.dataset['citation']) || null,
      renderHTML: ({ citation }) => ({ 'data-citation': citation }),
    },
  }),
  parseHTML: () => [{ tag: 'sup[data-citation]' }],
  renderHTML: ({ HTMLAttributes }) => ['sup', mergeAttributes(HTMLAttributes)],
  addNodeView() {
    const { footnotes } = this.options;
    return ({ node }) => {
      const dom = document.createElement('button');
      dom.type = 'button';
      dom.className = 'footnote-mark';
      dom.contentEditable = 'false';
      const citation = Number(node.attrs['citation']);
      const draw = () => {
        const number = footnotes?.numberOf(citation);
        dom.textContent = number === undefined ? '•' : String(number);
        dom.setAttribute('aria-label', footnotes?.label(number ?? 0) ?? '');
      };
      dom.addEventListener('click', () => footnotes?.open(citation));
      draw();
      const leave = footnotes?.subscribe(draw);
      return { dom, destroy: () => leave?.() };
    };
  },
});

/** The nodes and marks of the schema's blocks, and no others: what is pasted is brought down to them. */
export const textExtensions = (footnotes: Footnotes, placeholder: string) => [
  Document,
  Paragraph,
  Text,
  HardBreak,
  Heading.configure({ levels: [3, 4, 5, 6] }),
  Blockquote.extend({ content: '(paragraph | bulletList | orderedList)+' }),
  BulletList,
  OrderedList,
  ListItem.extend({ content: '(paragraph | bulletList | orderedList)+' }),
  ListKeymap,
  Bold,
  Italic,
  Link.configure({
    openOnClick: false,
    autolink: true,
    protocols: ['http', 'https', 'mailto'],
    isAllowedUri: (href) => safeAddress(href) !== null,
  }),
  UndoRedo,
  Placeholder.configure({ placeholder }),
  Citation.configure({ footnotes }),
];
