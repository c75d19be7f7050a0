import { useSyncExternalStore } from 'react';

/** What one person chose on this browser. */
export interface Preferences {
  theme: 'system' | 'light' | 'dark';
  density: 'comfortable' | 'compact';
  /** Single keys act; without them only the palette and the buttons do. */
  keys: boolean;
}

const STORAGE_KEY = 'throughline.preferences';
const DEFAULTS: Preferences = { theme: 'system', density: 'comfortable', keys: true };

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
  const { theme, density, keys } = kept;
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : DEFAULTS.theme,
    density: density === 'compact' ? density : DEFAULTS.density,
    keys: keys !== false,
  };
}

export const preferences = (): Preferences => current;

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
