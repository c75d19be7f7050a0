import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import './dialog.css';
import './palette.css';

export interface Choice {
  id: string;
  label: string;
  /** What stands at the end of the line: keys, a count, where it is. */
  hint?: ReactNode;
  /** Choices of one group stand together under its name. */
  group?: string;
  run(): void;
}

interface PaletteProps {
  label: string;
  placeholder: string;
  nothing: string;
  choices: readonly Choice[];
  /** Offers something for what was typed, e.g. to make a new one. */
  further?(typed: string): readonly Choice[];
  onClose(): void;
}

/** A list to type into: a combobox in a modal dialog, moved by the arrows, chosen by Enter. */
export function Palette({ label, placeholder, nothing, choices, further, onClose }: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const shown = useMemo(
    () => [...choices.filter((choice) => matches(choice.label, typed)), ...(further?.(typed.trim()) ?? [])],
    [choices, further, typed],
  );
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [at, id]);
  const choose = (choice: Choice | undefined) => {
    if (choice === undefined) return;
    onClose();
    choice.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt((at + step + shown.length) % Math.max(1, shown.length));
    else if (event.key === 'Enter') choose(shown[at]);
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      className="dialog dialog-sheet palette"
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => event.target === dialog.current && onClose()}
    >
      <input
        className="palette-input"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={shown.length > 0 ? `${id}-${at}` : undefined}
        aria-label={label}
        placeholder={placeholder}
        dir="auto"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="palette-list" role="listbox" id={`${id}-list`} aria-label={label}>
        {shown.map((choice, n) => (
          <PaletteRow
            key={choice.id}
            id={`${id}-${n}`}
            choice={choice}
            heading={choice.group !== shown[n - 1]?.group ? choice.group : undefined}
            active={n === at}
            onPoint={() => setAt(n)}
            onChoose={() => choose(choice)}
          />
        ))}
      </div>
      {shown.length === 0 && <p className="palette-nothing">{nothing}</p>}
    </dialog>
  );
}

interface PaletteRowProps {
  id: string;
  choice: Choice;
  heading: string | undefined;
  active: boolean;
  onPoint(): void;
  onChoose(): void;
}

function PaletteRow({ id, choice, heading, active, onPoint, onChoose }: PaletteRowProps) {
  return (
    <>
      {heading !== undefined && (
        <div className="palette-group" role="presentation">
          {heading}
        </div>
      )}
      <button
        type="button"
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={active}
        className="palette-row"
        onPointerMove={onPoint}
        onClick={onChoose}
      >
        <span dir="auto" className="palette-label">
          {choice.label}
        </span>
        {choice.hint !== undefined && <span className="palette-hint">{choice.hint}</span>}
      </button>
    </>
  );
}

/** Every typed word begins somewhere in the label. */
function matches(label: string, typed: string): boolean {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const text = label.toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}
