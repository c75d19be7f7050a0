import type { BlockNode, StorylineDetail } from '@throughline/schema';
import type { Editor, JSONContent } from '@tiptap/core';
import { useEditor } from '@tiptap/react';
import { useRef, useState } from 'react';
import { claimMarks } from './claim-marks.ts';
import { useEditing } from './editing.ts';
import { type SlashPlace, slashPlace } from './slash-menu.tsx';
import { type Footnotes, textExtensions } from './text-schema.ts';
import { withoutWordMarkup } from './word-html.ts';

/** An empty document has one empty paragraph to write in. */
export const documentOf = (blocks: readonly BlockNode[]): JSONContent => ({
  type: 'doc',
  content: blocks.length === 0 ? [{ type: 'paragraph' }] : ([...blocks] as JSONContent[]),
});
export const blocksOf = (editor: Editor) => (editor.getJSON().content ?? []) as BlockNode[];

interface SectionText {
  section: StorylineDetail['sections'][number];
  label: string;
  placeholder: string;
  footnoteLabel(number: number): string;
  onChange(blocks: BlockNode[]): void;
  /** `/` in an empty paragraph. */
  onSlash(place: SlashPlace): void;
  /** Text that was pasted as it is. */
  onPaste(text: string): void;
}

/** The text editor of one section. */
export function useSectionText(given: SectionText): Editor | null {
  const editing = useEditing();
  const latest = useRef(given);
  latest.current = given;
  const { section, label, placeholder, footnoteLabel } = given;
  const [footnotes] = useState<Footnotes>(() => ({
    numberOf: (citation) => editing.numbers.get().get(citation),
    subscribe: editing.numbers.subscribe,
    label: footnoteLabel,
    open: (citation) => editing.opened.set(citation),
  }));
  const own = useRef<Editor | null>(null);
  const editor = useEditor({
    extensions: [...textExtensions(footnotes, placeholder), claimMarks(editing.claims)],
    content: documentOf(section.blocks),
    injectCSS: false,
    editorProps: {
      attributes: { 'aria-label': label, role: 'textbox', 'aria-multiline': 'true', dir: 'auto' },
      transformPastedHTML: withoutWordMarkup,
      handlePaste: (_view, event) => {
        latest.current.onPaste(event.clipboardData?.getData('text/plain').trim() ?? '');
        return false;
      },
      handleKeyDown: (view, event) => {
        if (event.key !== '/' || !view.editable || own.current === null) return false;
        const place = slashPlace(own.current);
        if (place !== null) latest.current.onSlash(place);
        return place !== null;
      },
    },
    onCreate: ({ editor: made }) => {
      own.current = made;
      editing.report(section.id, blocksOf(made));
    },
    onUpdate: ({ editor: now }) => {
      const blocks = blocksOf(now);
      editing.report(section.id, blocks);
      latest.current.onChange(blocks);
    },
    onFocus: ({ editor: now }) => editing.editor.set(now),
    onDestroy: () => editing.editor.set(null),
  });
  return editor;
}
