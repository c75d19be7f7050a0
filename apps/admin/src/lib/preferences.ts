import { useSyncExternalStore } from 'react';

export type Language = 'en' | 'ur';

/** What one person chose on this browser. */
export interface Preferences {
  theme: 'system' | 'light' | 'dark';
  density: 'comfortable' | 'compact';
  /** Single keys act; without them only the palette and the buttons do. */
  keys: boolean;
  /** `system`: the first of the browser's that the desk speaks. */
  language: Language | 'system';
  /** An IANA name such as `Asia/Karachi`; null: that of the device. */
  timeZone: string | null;
  /** Keys of commands that were given others than the default ones, by the command's id. */
  keymap: Readonly<Record<string, readonly string[]>>;
}

const STORAGE_KEY = 'throughline.preferences';
const DEFAULTS: Preferences = {
  theme: 'system',
  density: 'comfortable',
  keys: true,
  language: 'system',
  timeZone: null,
  keymap: {},
};

let current = read();
const listeners = new Set<() => void>();

function read(): Preferences {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}');
    return checked(typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {});
  } catch {
    return DEFAULTS;
  }
}

function checked(kept: Record<string, unknown>): Preferences {
  const { theme, density, keys, language, timeZone, keymap } = kept;
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : DEFAULTS.theme,
    density: density === 'compact' ? density : DEFAULTS.density,
    keys: keys !== false,
    language: language === 'en' || language === 'ur' ? language : DEFAULTS.language,
    timeZone: typeof timeZone === 'string' && isTimeZone(timeZone) ? timeZone : DEFAULTS.timeZone,
    keymap: readKeymap(keymap),
  };
}

function readKeymap(kept: unknown): Preferences['keymap'] {
  if (typeof kept !== 'object' || kept === null) return DEFAULTS.keymap;
  const isKeys = (keys: unknown) => Array.isArray(keys) && keys.every((key) => typeof key === 'string');
  return Object.fromEntries(Object.entries(kept).filter(([, keys]) => isKeys(keys)));
}

/** Does this browser know the zone? It would refuse to format any date otherwise. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export const preferences = (): Preferences => current;

/** Takes over what somebody chose on another machine; what is not understood stays as it is here. */
export function adoptPreferences(theirs: Partial<Preferences>): void {
  const next = checked({ ...current, ...theirs });
  if (JSON.stringify(next) !== JSON.stringify(checked({ ...current }))) setPreferences(next);
}

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(current));
  } catch {
    // Storage is closed: the choice holds until the page is left.
  }
  const root = document.documentElement;
  if (current.theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = current.theme;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, preferences);
