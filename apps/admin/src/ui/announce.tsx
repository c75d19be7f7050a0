import { createStore, useStore } from '../lib/store.ts';

const spoken = createStore({ text: '', turn: 0 });

/** Says a line to screen readers without showing it; the same line twice is said twice. */
export const announce = (text: string): void => spoken.set((before) => ({ text, turn: before.turn + 1 }));

export function Announcer() {
  const { text, turn } = useStore(spoken);
  return (
    <div className="hidden" aria-live="polite" aria-atomic="true">
      {/* A space that comes and goes makes a repeated line a new one. */}
      {turn % 2 === 0 ? text : `${text}\u00A0`}
    </div>
  );
}
