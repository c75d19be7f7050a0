import type { Editor } from '@tiptap/core';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import './slash-menu.css';

const BLOCKS = ['text', 'heading', 'quote', 'bullets', 'numbers'] as const;
type Block = (typeof BLOCKS)[number];

/** Where in the window the menu opens. */
export interface SlashPlace {
  left: number;
  top: number;
}

/** Opened by `/` in an empty paragraph: what it should become. Typing narrows the list, Escape leaves the `/`. */
export function SlashMenu({
  editor,
  place,
  onClose,
}: {
  editor: Editor;
  place: SlashPlace;
  onClose(): void;
}) {
  const m = useMessages();
  const words = m.storylines.slash;
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const shown = BLOCKS.filter((block) =>
    words.blocks[block].toLowerCase().includes(typed.trim().toLowerCase()),
  );
  const chosen = shown[Math.min(at, shown.length - 1)];
  const pick = (block: Block) => {
    onClose();
    make(editor, block);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setAt((now) => (Math.min(now, shown.length - 1) + step + shown.length) % shown.length);
    else if (event.key === 'Enter' && chosen !== undefined) pick(chosen);
    else if (event.key === 'Escape') {
      onClose();
      editor.chain().focus().insertContent(`/${typed}`).run();
    } else if (event.key === 'Backspace' && typed === '') {
      onClose();
      editor.commands.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="slash-menu" style={{ insetBlockStart: place.top, left: place.left }}>
      <input
        ref={input}
        className="input"
        dir="auto"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={chosen === undefined ? undefined : `${listId}-${chosen}`}
        aria-label={words.label}
        placeholder={words.label}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={onClose}
      />
      <div id={listId} role="listbox" aria-label={words.label}>
        {shown.map((block) => (
          <button
            key={block}
            id={`${listId}-${block}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={block === chosen}
            // The field must not lose the cursor before the press is a click.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(block)}
          >
            {words.blocks[block]}
          </button>
        ))}
        {shown.length === 0 && <p className="soft small">{words.none}</p>}
      </div>
    </div>
  );
}

function make(editor: Editor, block: Block): void {
  const chain = editor.chain().focus();
  if (block === 'text') chain.setParagraph().run();
  else if (block === 'heading') chain.setHeading({ level: 3 }).run();
  else if (block === 'quote') chain.setBlockquote().run();
  else if (block === 'bullets') chain.toggleBulletList().run();
  else chain.toggleOrderedList().run();
}

/** Where the menu belongs when `/` is pressed now; null: the `/` is only a letter here. */
export function slashPlace(editor: Editor): SlashPlace | null {
  const { selection } = editor.state;
  const { parent } = selection.$from;
  if (!selection.empty || parent.type.name !== 'paragraph' || parent.content.size > 0) return null;
  const { left, bottom } = editor.view.coordsAtPos(selection.from);
  return { left: Math.max(8, Math.min(left, window.innerWidth - 240)), top: bottom + 4 };
}
