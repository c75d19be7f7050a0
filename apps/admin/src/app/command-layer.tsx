import { createContext, type ReactNode, use, useEffect, useRef, useState } from 'react';
import { type Bindings, bind, press, strokeOf } from '../lib/keymap.ts';
import { preferences, usePreferences } from '../lib/preferences.ts';
import { useRefusal } from '../ui/may.tsx';
import { showToast } from '../ui/toast.tsx';
import { COMMAND_IDS, COMMANDS, type CommandId, type KeyMap, keysOf } from './commands.ts';

type Handler = () => void;

/** Who carries a command out now: the screen that mounted last has it. */
class Handlers {
  readonly #stacks = new Map<CommandId, Handler[]>();
  add(id: CommandId, handler: Handler): () => void {
    this.#stacks.set(id, [...(this.#stacks.get(id) ?? []), handler]);
    return () => {
      this.#stacks.set(
        id,
        (this.#stacks.get(id) ?? []).filter((other) => other !== handler),
      );
    };
  }

  run(id: CommandId): boolean {
    const handler = this.#stacks.get(id)?.at(-1);
    handler?.();
    return handler !== undefined;
  }

  available(): CommandId[] {
    return COMMAND_IDS.filter((id) => (this.#stacks.get(id)?.length ?? 0) > 0);
  }
}

const HandlersContext = createContext<Handlers | null>(null);

let bound: { map: KeyMap; bindings: Bindings } | null = null;
/** The keys as this person has them; made anew when the map changes. */
function currentBindings(): Bindings {
  const map = preferences().keymap;
  if (bound?.map !== map)
    bound = { map, bindings: bind(COMMAND_IDS.map((id) => [id, keysOf(id, map)] as const)) };
  return bound.bindings;
}

/** A sequence that is not finished within this time is forgotten. */
const SEQUENCE_MS = 1200;

const isEditable = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role="textbox"]'));

/** Keys that a focused control needs for itself. */
const isControlKey = (target: EventTarget | null, stroke: string) =>
  target instanceof HTMLElement &&
  /^(Shift\+)?(Enter|Space|Arrow\w+|Home|End)$/.test(stroke) &&
  target.closest('button, a[href], summary, input, [data-scrolls]') !== null;

export function CommandLayer({ children }: { children: ReactNode }) {
  const [handlers] = useState(() => new Handlers());
  const pending = useRef({ keys: '', at: 0 });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const stroke = strokeOf(event);
      if (stroke === null || event.defaultPrevented || event.isComposing) return;
      const plain = !stroke.startsWith('Mod+');
      if (document.querySelector('dialog[open]') !== null) return;
      // Escape closes what lies on top, and only that.
      if (stroke === 'Escape' && document.querySelector(':popover-open, details.menu[open]') !== null) return;
      if (isEditable(event.target) && (plain || stroke === 'Mod+z')) return;
      if (plain && stroke !== 'Escape' && !preferences().keys) return;
      if (isControlKey(event.target, stroke)) return;
      const before = event.timeStamp - pending.current.at < SEQUENCE_MS ? pending.current.keys : '';
      const result = press(currentBindings(), before, stroke);
      pending.current = { keys: 'pending' in result ? result.pending : '', at: event.timeStamp };
      if ('command' in result && handlers.run(result.command as CommandId)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [handlers]);
  return <HandlersContext value={handlers}>{children}</HandlersContext>;
}

function useHandlers(): Handlers {
  const handlers = use(HandlersContext);
  if (handlers === null) throw new Error('CommandLayer is missing');
  return handlers;
}

/** Decisions are for curators and more; undo finds nothing where nothing was decided. */
const decides = (id: CommandId) => COMMANDS[id].group === 'deciding' && id !== 'undo';

/** Carries commands out while the calling component is on screen. */
export function useCommands(commands: Partial<Record<CommandId, Handler>>): void {
  const handlers = useHandlers();
  const latest = useRef(commands);
  latest.current = commands;
  const refusal = useRef<string | null>(null);
  refusal.current = useRefusal('curator');
  const ids = Object.keys(commands).sort().join(' ');
  useEffect(() => {
    const leave = ids
      .split(' ')
      .filter((id): id is CommandId => id in COMMANDS)
      .map((id) =>
        handlers.add(id, () => {
          // The reason is said, where a key that does nothing would only puzzle.
          if (refusal.current !== null && decides(id)) showToast(refusal.current);
          else latest.current[id]?.();
        }),
      );
    return () => {
      for (const remove of leave) remove();
    };
  }, [handlers, ids]);
}

/** For the palette and the help: what can be done here, and a way to do it. */
export function useCommandRunner(): { available(): CommandId[]; run(id: CommandId): void } {
  const handlers = useHandlers();
  return { available: () => handlers.available(), run: (id) => void handlers.run(id) };
}

/** The first key of a command as this person has it, for buttons that show it. */
export const useKeyOf = (id: CommandId): string => keysOf(id, usePreferences().keymap)[0] ?? '';
