/** What stands beside a piece. */
export const SIDE_TABS = [
  'material',
  'claims',
  'tracking',
  'timeline',
  'related',
  'history',
  'notes',
] as const;
type SideTab = (typeof SIDE_TABS)[number];

export interface StorylineSearch {
  show?: 'preview' | undefined;
  /** The preview of a saved state. */
  revision?: number | undefined;
  side?: SideTab | undefined;
}

/** What of an editor's address is understood. */
export function parseStorylineSearch(raw: Record<string, unknown>): StorylineSearch {
  const side = SIDE_TABS.find((name) => name === raw['side']);
  return {
    ...(raw['show'] === 'preview' ? { show: 'preview' } : {}),
    ...(Number.isSafeInteger(raw['revision']) ? { revision: Number(raw['revision']) } : {}),
    ...(side === undefined ? {} : { side }),
  };
}
