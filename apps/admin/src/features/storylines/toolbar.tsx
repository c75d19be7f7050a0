import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useState } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import { useStore } from '../../lib/store.ts';
import { Button } from '../../ui/button.tsx';
import { safeAddress } from '../review/readable.ts';
import { useEditing } from './editing.ts';

/** Formatting of the text with the cursor; always in one place, asleep while no text has it. */
export function Toolbar() {
  const editor = useStore(useEditing().editor);
  return editor === null ? <SleepingToolbar /> : <LiveToolbar editor={editor} />;
}

const TOOLS = ['bold', 'italic', 'heading', 'quote', 'bullets', 'numbers', 'link'] as const;
type Tool = (typeof TOOLS)[number];

/** Drawn as letters and signs: what they do is what they look like. */
const SIGNS: Readonly<Record<Tool, string>> = {
  bold: 'B',
  italic: 'I',
  heading: 'H',
  quote: '❝',
  bullets: '•',
  numbers: '1.',
  link: '↗',
};

function SleepingToolbar() {
  const m = useMessages();
  return (
    <div className="toolbar" role="toolbar" aria-label={m.storylines.toolbar}>
      {TOOLS.map((tool) => (
        <button
          key={tool}
          type="button"
          className="tool"
          data-tool={tool}
          data-sign={SIGNS[tool]}
          disabled
          aria-label={m.storylines[tool]}
        />
      ))}
    </div>
  );
}

function LiveToolbar({ editor }: { editor: Editor }) {
  const m = useMessages();
  const [linking, setLinking] = useState(false);
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      heading: now.isActive('heading'),
      quote: now.isActive('blockquote'),
      bullets: now.isActive('bulletList'),
      numbers: now.isActive('orderedList'),
      link: now.isActive('link'),
    }),
  });
  return (
    <div className="toolbar" role="toolbar" aria-label={m.storylines.toolbar}>
      {TOOLS.map((tool) => (
        <button
          key={tool}
          type="button"
          className="tool"
          data-tool={tool}
          data-sign={SIGNS[tool]}
          aria-label={m.storylines[tool]}
          title={m.storylines[tool]}
          aria-pressed={active[tool]}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => (tool === 'link' ? setLinking(!linking) : use(editor, tool))}
        />
      ))}
      {linking && <LinkForm editor={editor} onDone={() => setLinking(false)} />}
    </div>
  );
}

function use(editor: Editor, tool: Exclude<Tool, 'link'>): void {
  const chain = editor.chain().focus();
  if (tool === 'bold') chain.toggleBold().run();
  else if (tool === 'italic') chain.toggleItalic().run();
  else if (tool === 'heading') chain.toggleHeading({ level: 3 }).run();
  else if (tool === 'quote') chain.toggleBlockquote().run();
  else if (tool === 'bullets') chain.toggleBulletList().run();
  else chain.toggleOrderedList().run();
}

function LinkForm({ editor, onDone }: { editor: Editor; onDone(): void }) {
  const m = useMessages();
  const [href, setHref] = useState(String(editor.getAttributes('link')['href'] ?? ''));
  return (
    <form
      className="link-form"
      onSubmit={(event) => {
        event.preventDefault();
        const address = safeAddress(href);
        const chain = editor.chain().focus().extendMarkRange('link');
        if (address === null) chain.unsetLink().run();
        else chain.setLink({ href: address }).run();
        onDone();
      }}
    >
      <input
        className="input"
        type="url"
        dir="ltr"
        aria-label={m.storylines.linkAddress}
        placeholder="https://"
        value={href}
        onChange={(event) => setHref(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onDone()}
      />
      <Button type="submit">{href === '' ? m.storylines.linkRemove : m.storylines.linkApply}</Button>
    </form>
  );
}
