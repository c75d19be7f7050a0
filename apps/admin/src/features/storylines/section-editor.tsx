import type { BlockNode, SectionPatch, StorylineDetail } from '@throughline/schema';
import type { Editor } from '@tiptap/core';
import { EditorContent } from '@tiptap/react';
import {
  type DragEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { storylinesApi } from './api.ts';
import { Conflict } from './conflict.tsx';
import { useEditing, usePart } from './editing.ts';
import { mergeText } from './merge-text.ts';
import { SECTION_DRAG, SectionHead } from './section-head.tsx';
import { useSectionHold } from './section-hold.ts';
import { blocksOf, documentOf, useSectionText } from './section-text.ts';
import { SlashMenu, type SlashPlace } from './slash-menu.tsx';
import { usePastedAddress } from './use-pasted-address.ts';

type Section = StorylineDetail['sections'][number];

interface SectionEditorProps {
  storyline: StorylineDetail;
  section: Section;
  place: number;
  last: boolean;
  onMove(to: number): void;
  /** A section was dropped here. */
  onDropped(from: number): void;
  onRemove(): void;
}

export function SectionEditor(props: SectionEditorProps) {
  const { storyline, section, place, last, onMove, onDropped, onRemove } = props;
  const m = useMessages();
  const editing = useEditing();
  const [part, state] = usePart<SectionPatch, Section>({
    key: section.id,
    held: section,
    send: (patch, { id, version }) => storylinesApi.updateSection(id, version, patch),
    heldIn: (after) => after.sections.find(({ id }) => id === section.id),
  });
  const { autosave } = part;
  /** What the desk has, under what waits from an earlier time that the section was on screen. */
  const [start] = useState<Section>(() => ({ ...section, ...waitingIn(autosave.unsaved()) }));
  const [title, setTitle] = useState(start.title);
  const [slash, setSlash] = useState<SlashPlace | null>(null);
  const hold = useSectionHold(section.id);
  const name = section.title === '' ? m.review.untitledSection(place + 1) : section.title;
  const editor = useSectionText({
    section: start,
    label: m.storylines.sectionText(name),
    placeholder: m.storylines.sectionPlaceholder,
    footnoteLabel: m.storylines.footnote,
    onChange: (blocks) => autosave.change({ blocks }),
    onSlash: setSlash,
    onPaste: usePastedAddress(storyline, section.id),
  });
  const locked = hold.other !== null;
  const taking = useRef(false);
  useEffect(() => {
    editor?.setEditable(!locked, false);
    if (!locked && taking.current) editor?.commands.focus('end');
    taking.current = false;
  }, [editor, locked]);
  const take = (from: Section) => {
    part.held = from;
    setTitle(from.title);
    editor?.commands.setContent(documentOf(from.blocks), { emitUpdate: false });
    editing.report(section.id, from.blocks);
  };
  // Somebody else, or an item that was added, changed the section: it is taken over, around the words that wait here.
  // Before the next paint, so that a conflict shows only when somebody has to choose.
  useLayoutEffect(() => {
    // What is on its way may be what the newer version is: the answer tells.
    if (editor === null || section.version <= part.held.version || autosave.sending()) return;
    if (!autosave.dirty()) return take(section);
    if (part.lost !== null) {
      if (!holds(editor, section, part.lost)) return;
      part.held = section;
      part.lost = null;
      void autosave.settle('mine');
      return;
    }
    const waiting = autosave.unsaved() ?? {};
    const merged = mergeSection(editor, waiting, part.held, section);
    if (merged === null) return;
    part.held = section;
    if (waiting.title === undefined) setTitle(section.title);
    editing.report(section.id, merged);
    if (waiting.blocks !== undefined) autosave.change({ blocks: merged });
    void autosave.settle('mine');
  });
  // The newer version may not have been heard of yet.
  useEffect(() => {
    if (state === 'conflict') editing.reread().catch(() => {});
  }, [state, editing]);
  const reread = async () => (await editing.reread()).sections.find((s) => s.id === section.id);
  const current = useSyncExternalStore(editing.section.subscribe, editing.section.get);
  const frame = useSectionKeys(section.id, {
    move: (step) => {
      if (step === -1 ? place > 0 : !last) onMove(place + step);
    },
    enter: () => !locked && hold.enter(),
    leave: hold.leave,
  });
  const [over, drop] = useSectionDrop(onDropped);
  return (
    <section
      ref={frame}
      className="section"
      data-current={current === section.id || undefined}
      data-over={over || undefined}
      data-locked={locked || undefined}
      {...drop}
    >
      {hold.other !== null && (
        <div className="held" role="status">
          <span>{m.storylines.held(hold.other.name)}</span>
          <Button
            look="plain"
            onClick={() => {
              taking.current = true;
              hold.take();
            }}
          >
            {m.storylines.heldTake}
          </Button>
        </div>
      )}
      {state === 'conflict' && (
        <Conflict
          onTheirs={async () => {
            const theirs = await reread();
            await autosave.settle('theirs');
            if (theirs !== undefined) take(theirs);
          }}
          onMine={async () => {
            part.held = (await reread()) ?? part.held;
            await autosave.settle('mine');
          }}
        />
      )}
      <SectionHead
        section={section}
        name={name}
        title={title}
        place={place}
        last={last}
        locked={locked}
        onTitle={(line) => {
          setTitle(line);
          autosave.change({ title: line });
        }}
        onSlot={(patch) => {
          autosave.change(patch);
          void autosave.flush();
        }}
        onEnter={() => editor?.commands.focus('start')}
        onMove={onMove}
        onRemove={onRemove}
      />
      <EditorContent editor={editor} className="section-text" />
      {slash !== null && editor !== null && (
        <SlashMenu editor={editor} place={slash} onClose={() => setSlash(null)} />
      )}
    </section>
  );
}

/**
 * Puts the desk's newer version into the text on screen, where it meets nothing that waits to be saved.
 * @returns the text then; null when the same was changed here and there
 */
function mergeSection(
  editor: Editor,
  waiting: SectionPatch,
  held: Section,
  theirs: Section,
): BlockNode[] | null {
  const fields = (['title', 'slot', 'at'] as const).filter((field) => waiting[field] !== undefined);
  if (fields.some((field) => held[field] !== theirs[field])) return null;
  const merged = mergeText(textOf(editor, held.blocks), editor.state.doc, textOf(editor, theirs.blocks));
  if (merged === null) return null;
  const { tr } = editor.state;
  for (const step of merged.steps) tr.step(step);
  // Not a change of this hand: neither to be reported as one nor to be undone by one.
  editor.view.dispatch(tr.setMeta('preventUpdate', true).setMeta('addToHistory', false));
  return blocksOf(editor);
}

const textOf = (editor: Editor, blocks: readonly BlockNode[]) =>
  editor.schema.nodeFromJSON(documentOf(blocks));

/** Whether a section is as a change makes it. */
function holds(editor: Editor, section: Section, { blocks, ...fields }: SectionPatch): boolean {
  const same = (['title', 'slot', 'at'] as const).every(
    (field) => fields[field] === undefined || fields[field] === section[field],
  );
  return same && (blocks === undefined || textOf(editor, blocks).eq(textOf(editor, section.blocks)));
}

/** What of a section's text and title waits to be saved. */
function waitingIn(patch: SectionPatch | null): Partial<Pick<Section, 'title' | 'blocks'>> {
  const { title, blocks } = patch ?? {};
  return { ...(title === undefined ? {} : { title }), ...(blocks === undefined ? {} : { blocks }) };
}

/** Another section can be dropped here; it then stands in this one's place. */
function useSectionDrop(onDropped: (from: number) => void) {
  const [over, setOver] = useState(false);
  const carries = (event: DragEvent) => event.dataTransfer.types.includes(SECTION_DRAG);
  return [
    over,
    {
      onDragOver: (event: DragEvent) => {
        if (!carries(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        setOver(false);
        if (!carries(event)) return;
        event.preventDefault();
        onDropped(Number(event.dataTransfer.getData(SECTION_DRAG)));
      },
    },
  ] as const;
}

interface SectionKeys {
  move(step: 1 | -1): void;
  enter(): void;
  leave(): void;
}

/** Wherever the cursor is in a section: it becomes the current one, and Alt+Shift+arrow moves it. */
function useSectionKeys(id: number, keys: SectionKeys): RefObject<HTMLElement | null> {
  const editing = useEditing();
  const frame = useRef<HTMLElement>(null);
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const element = frame.current;
    const onFocusIn = () => {
      editing.section.set(id);
      latest.current.enter();
    };
    const onFocusOut = (event: FocusEvent) => {
      if (!(event.relatedTarget instanceof Node && element?.contains(event.relatedTarget)))
        latest.current.leave();
    };
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || !event.shiftKey || !/^Arrow(Up|Down)$/.test(event.key)) return;
      event.preventDefault();
      latest.current.move(event.key === 'ArrowUp' ? -1 : 1);
    };
    element?.addEventListener('focusin', onFocusIn);
    element?.addEventListener('focusout', onFocusOut);
    element?.addEventListener('keydown', onKey);
    return () => {
      element?.removeEventListener('focusin', onFocusIn);
      element?.removeEventListener('focusout', onFocusOut);
      element?.removeEventListener('keydown', onKey);
    };
  }, [editing, id]);
  return frame;
}
