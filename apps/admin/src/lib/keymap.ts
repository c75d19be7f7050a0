/** Keys as words: `j`, `?`, `Shift+x`, `Mod+k`, `ArrowDown`, and sequences of them: `g t`. */

/** What the key map reads of a KeyboardEvent. */
export interface KeyLike {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

const LETTER = /^[a-z]$/;

/**
 * The letter that a physical key stands for on a Latin keyboard, so that the map works under an Urdu, Arabic or
 * Russian layout, where `event.key` never is a Latin letter.
 */
function latinLetter(event: KeyLike): string | null {
  const code = /^Key([A-Z])$/.exec(event.code)?.[1];
  return code !== undefined && /^[^\p{Script=Latin}\p{Script=Common}]$/u.test(event.key)
    ? code.toLowerCase()
    : null;
}

/** Names one key press, or null for a modifier pressed alone. `Mod` is Ctrl, or Cmd on a Mac. */
export function strokeOf(event: KeyLike): string | null {
  if (['Control', 'Meta', 'Alt', 'Shift', 'AltGraph', 'Dead', 'Process'].includes(event.key)) return null;
  const key = latinLetter(event) ?? (event.key === ' ' ? 'Space' : event.key);
  const lower = key.toLowerCase();
  const letter = LETTER.test(lower);
  const parts: string[] = [];
  if (event.ctrlKey || event.metaKey) parts.push('Mod');
  if (event.altKey) parts.push('Alt');
  // Shift belongs to the sign for `?` or `#`, but makes another key of a letter, an arrow or Enter.
  if (event.shiftKey && (letter || key.length > 1)) parts.push('Shift');
  parts.push(letter ? lower : key);
  return parts.join('+');
}

/** A command's keys: each entry is one stroke or a sequence of strokes parted by a space. */
export type Bindings = ReadonlyMap<string, string>;

/** Turns `{command: ['j', 'g t']}` into a look-up by sequence; of two commands on one key the first has it. */
export function bind(commands: Iterable<readonly [id: string, keys: readonly string[]]>): Bindings {
  const bindings = new Map<string, string>();
  for (const [id, keys] of commands)
    for (const sequence of keys) if (!bindings.has(sequence)) bindings.set(sequence, id);
  return bindings;
}

export type Press = { command: string } | { pending: string } | { nothing: true };

/**
 * What a stroke means after the strokes before it.
 *
 * @param pending the unfinished sequence so far, '' when there is none
 */
export function press(bindings: Bindings, pending: string, stroke: string): Press {
  const sequence = pending === '' ? stroke : `${pending} ${stroke}`;
  const command = bindings.get(sequence);
  if (command !== undefined) return { command };
  for (const known of bindings.keys()) if (known.startsWith(`${sequence} `)) return { pending: sequence };
  // A wrong second key starts afresh: `g j` still goes to the next item.
  return pending === '' ? { nothing: true } : press(bindings, '', stroke);
}
