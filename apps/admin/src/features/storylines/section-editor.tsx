import type { BlockNode, SectionPatch, StorylineDetail } from '@throughline/schema';
import type { Editor, JSONContent } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { storylinesApi } from './api.ts';
import { claimMarks } from './claim-marks.ts';
import { Conflict } from './conflict.tsx';
import { useAutosave, useEditing } from './editing.ts';
import { type Footnotes, textExtensions } from './text-schema.ts';

type Section = StorylineDetail['sections'][number];

interface SectionEditorProps {
  section: Section;
  place: number;
  last: boolean;
  onMove(to: number): void;
  onRemove(): void;
}

/** An empty document has one empty paragraph to write in. */
const documentOf = (blocks: readonly BlockNode[]): JSONContent => ({
  type: 'doc',
  content: blocks.length === 0 ? [{ type: 'paragraph' }] : ([...blocks] as JSONContent[]),
});
const blocksOf = (editor: Editor) => (editor.getJSON().content ?? []) as BlockNode[];

export function SectionEditor({ section, place, last, onMove, onRemove }: SectionEditorProps) {
  const m = useMessages();
  const editing = useEditing();
  const [title, setTitle] = useState(section.title);
  /** The version that the next save names; answers to our own saves move it on. */
  const version = useRef(section.version);
  const [autosave, state] = useAutosave<SectionPatch>(
    async (patch) => {
      const after = await storylinesApi.updateSection(section.id, version.current, patch);
      version.current = after.sections.find((s) => s.id === section.id)?.version ?? version.current;
      return after;
    },
    (earlier, later) => ({ ...earlier, ...later }),
  );
  const name = section.title === '' ? m.review.untitledSection(place + 1) : section.title;
  const editor = useSectionText({
    section,
    label: m.storylines.sectionText(name),
    placeholder: m.storylines.sectionPlaceholder,
    footnoteLabel: m.storylines.footnote,
    onChange: (blocks) => autosave.change({ blocks }),
  });
  const take = (from: Section) => {
    version.current = from.version;
    setTitle(from.title);
    editor?.commands.setContent(documentOf(from.blocks), { emitUpdate: false });
    editing.report(section.id, from.blocks);
  };
  // Somebody else, or an item that was added, changed the section: it is taken over unless words wait here.
  useEffect(() => {
    if (section.version > version.current && !autosave.dirty()) take(section);
  });
  const reread = async () => (await editing.reread()).sections.find((s) => s.id === section.id);
  const current = useSyncExternalStore(editing.section.subscribe, editing.section.get);
  const frame = useSectionKeys(section.id, (step) => {
    if (step === -1 ? place > 0 : !last) onMove(place + step);
  });
  return (
    <section ref={frame} className="section" data-current={current === section.id || undefined}>
      {state === 'conflict' && (
        <Conflict
          onTheirs={async () => {
            const theirs = await reread();
            await autosave.settle('theirs');
            if (theirs !== undefined) take(theirs);
          }}
          onMine={async () => {
            version.current = (await reread())?.version ?? version.current;
            await autosave.settle('mine');
          }}
        />
      )}
      <div className="section-head">
        <textarea
          id={`section-title-${section.id}`}
          rows={1}
          className="section-title"
          dir="auto"
          aria-label={m.storylines.sectionTitle}
          placeholder={m.storylines.sectionTitlePlaceholder}
          maxLength={300}
          value={title}
          onChange={(event) => {
            const line = event.target.value.replaceAll('\n', ' ');
            setTitle(line);
            autosave.change({ title: line });
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            editor?.commands.focus('start');
          }}
        />
        <div className="section-tools">
          <Button
            look="plain"
            icon="up"
            aria-label={`${m.storylines.moveUp}: ${name}`}
            disabled={place === 0}
            onClick={() => onMove(place - 1)}
          />
          <Button
            look="plain"
            icon="down"
            aria-label={`${m.storylines.moveDown}: ${name}`}
            disabled={last}
            onClick={() => onMove(place + 1)}
          />
          <Button
            look="plain"
            icon="remove"
            aria-label={`${m.storylines.removeSection}: ${name}`}
            onClick={onRemove}
          />
        </div>
      </div>
      <EditorContent editor={editor} className="section-text" />
    </section>
  );
}

/** Wherever the cursor is in a section: it becomes the current one, and Alt+Shift+arrow moves it. */
function useSectionKeys(id: number, move: (step: 1 | -1) => void): RefObject<HTMLElement | null> {
  const editing = useEditing();
  const frame = useRef<HTMLElement>(null);
  const latest = useRef(move);
  latest.current = move;
  useEffect(() => {
    const element = frame.current;
    const onFocus = () => editing.section.set(id);
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || !event.shiftKey || !/^Arrow(Up|Down)$/.test(event.key)) return;
      event.preventDefault();
      latest.current(event.key === 'ArrowUp' ? -1 : 1);
    };
    element?.addEventListener('focusin', onFocus);
    element?.addEventListener('keydown', onKey);
    return () => {
      element?.removeEventListener('focusin', onFocus);
      element?.removeEventListener('keydown', onKey);
    };
  }, [editing, id]);
  return frame;
}

interface SectionText {
  section: Section;
  label: string;
  placeholder: string;
  footnoteLabel(number: number): string;
  onChange(blocks: BlockNode[]): void;
}

function useSectionText({
  section,
  label,
  placeholder,
  footnoteLabel,
  onChange,
}: SectionText): Editor | null {
  const editing = useEditing();
  const changed = useRef(onChange);
  changed.current = onChange;
  const [footnotes] = useState<Footnotes>(() => ({
    numberOf: (citation) => editing.numbers.get().get(citation),
    subscribe: editing.numbers.subscribe,
    label: footnoteLabel,
    open: (citation) => editing.opened.set(citation),
  }));
  const editor = useEditor({
    extensions: [...textExtensions(footnotes, placeholder), claimMarks(editing.claims)],
    content: documentOf(section.blocks),
    injectCSS: false,
    editorProps: {
      attributes: { 'aria-label': label, role: 'textbox', 'aria-multiline': 'true', dir: 'auto' },
    },
    onCreate: ({ editor: made }) => editing.report(section.id, blocksOf(made)),
    onUpdate: ({ editor: now }) => {
      const blocks = blocksOf(now);
      editing.report(section.id, blocks);
      changed.current(blocks);
    },
    onFocus: ({ editor: now }) => editing.editor.set(now),
    onDestroy: () => editing.editor.set(null),
  });
  return editor;
}
