/** Everything that a key or the palette can do. Keys follow Miniflux and Gmail; further screens add lines here. */

export type CommandGroup = 'moving' | 'deciding' | 'reading' | 'going' | 'desk';

export interface Command {
  group: CommandGroup;
  /** Default keys; `g t` is a sequence. */
  keys: readonly string[];
}

export const COMMANDS = {
  next: { group: 'moving', keys: ['j', 'n', 'ArrowDown'] },
  previous: { group: 'moving', keys: ['k', 'p', 'ArrowUp'] },
  nextUnreviewed: { group: 'moving', keys: ['Shift+j', 'Shift+n'] },
  previousUnreviewed: { group: 'moving', keys: ['Shift+k', 'Shift+p'] },
  first: { group: 'moving', keys: ['Home'] },
  last: { group: 'moving', keys: ['End'] },
  nextView: { group: 'moving', keys: [']'] },
  previousView: { group: 'moving', keys: ['['] },
  relevant: { group: 'deciding', keys: ['e', 'y'] },
  notRelevant: { group: 'deciding', keys: ['x'] },
  notRelevantBecause: { group: 'deciding', keys: ['Shift+x'] },
  undo: { group: 'deciding', keys: ['z', 'u', 'Mod+z'] },
  cite: { group: 'deciding', keys: ['l'] },
  star: { group: 'deciding', keys: ['s'] },
  snooze: { group: 'deciding', keys: ['b'] },
  tag: { group: 'deciding', keys: ['t'] },
  doubt: { group: 'deciding', keys: ['f'] },
  choose: { group: 'moving', keys: ['c'] },
  chooseDown: { group: 'moving', keys: ['Shift+ArrowDown'] },
  chooseUp: { group: 'moving', keys: ['Shift+ArrowUp'] },
  chooseStory: { group: 'moving', keys: ['Shift+s'] },
  openStory: { group: 'moving', keys: ['ArrowRight', '.'] },
  closeStory: { group: 'moving', keys: ['ArrowLeft', ','] },
  open: { group: 'reading', keys: ['Enter'] },
  original: { group: 'reading', keys: ['o', 'v'] },
  nextMark: { group: 'reading', keys: ['m'] },
  scrollDown: { group: 'reading', keys: ['Space'] },
  scrollUp: { group: 'reading', keys: ['Shift+Space'] },
  back: { group: 'reading', keys: ['Escape'] },
  refresh: { group: 'desk', keys: ['r'] },
  showReviewed: { group: 'desk', keys: ['a'] },
  groupStories: { group: 'desk', keys: ['Shift+g'] },
  density: { group: 'desk', keys: ['d'] },
  search: { group: 'desk', keys: ['/'] },
  palette: { group: 'desk', keys: ['Mod+k'] },
  help: { group: 'desk', keys: ['?'] },
  goToday: { group: 'going', keys: ['g t'] },
  goReview: { group: 'going', keys: ['g r'] },
  goStories: { group: 'going', keys: ['g e'] },
  goStorylines: { group: 'going', keys: ['g s'] },
  goTopics: { group: 'going', keys: ['g o'] },
  goSources: { group: 'going', keys: ['g f'] },
  goView: { group: 'going', keys: ['g v'] },
  goSettings: { group: 'going', keys: ['g ,'] },
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof COMMANDS;
export const COMMAND_IDS = Object.keys(COMMANDS) as CommandId[];

/** Keys that somebody chose instead of the default ones. */
export type KeyMap = Readonly<Record<string, readonly string[]>>;

/** The keys of a command under a person's own map. */
export const keysOf = (id: CommandId, map: KeyMap): readonly string[] => map[id] ?? COMMANDS[id].keys;

/** Which command has a key, if any. */
export const commandOn = (stroke: string, map: KeyMap): CommandId | undefined =>
  COMMAND_IDS.find((id) => keysOf(id, map).includes(stroke));
