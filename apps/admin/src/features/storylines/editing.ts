import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import type { BlockNode, StorylineDetail } from '@throughline/schema';
import type { Editor } from '@tiptap/core';
import { createContext, use, useEffect, useState, useSyncExternalStore } from 'react';
import { failureOf } from '../../lib/api.ts';
import { Autosave, type SaveAnswer, type SaveState } from '../../lib/autosave.ts';
import { createStore, type Store } from '../../lib/store.ts';
import { storylinesApi } from './api.ts';
import { numberCitations } from './citations.ts';
import { keepStoryline, storylineQuery } from './queries.ts';

/** The head of a piece, or a section by its id. */
export type PartKey = 'head' | number;

/** What is saved by itself, on top of what the desk held when it was last heard of; our own saves move that on. */
export interface Part<C, H> {
  autosave: Autosave<C>;
  held: H;
  /** The last change whose answer did not come: the desk may have taken it. */
  lost: C | null;
  /** Told of each change that the desk took, while the part is on screen. */
  onSaved: ((change: C) => void) | null;
}

/** One storyline under the pen: its parts save themselves, and know of each other only through this. */
export class Editing {
  readonly id: number;
  /** Names this window among those that write in the piece. */
  readonly windowId: string = [...crypto.getRandomValues(new Uint32Array(4))].join('-');
  /** The section that items are added to: where the cursor stood last. */
  readonly section: Store<number | null> = createStore<number | null>(null);
  /** The text editor with the cursor, for the toolbar. */
  readonly editor: Store<Editor | null> = createStore<Editor | null>(null);
  readonly numbers: Store<ReadonlyMap<number, number>> = createStore<ReadonlyMap<number, number>>(new Map());
  /** The footnote that was pressed last. */
  readonly opened: Store<number | null> = createStore<number | null>(null);
  /** For the marks in the margin. */
  readonly claims: Store<StorylineDetail['claims']> = createStore<StorylineDetail['claims']>([]);
  /** Whatever saves itself, on screen or not: what did not reach the desk waits here until it does. */
  readonly parts: Store<ReadonlyMap<PartKey, Part<never, unknown>>> = createStore<
    ReadonlyMap<PartKey, Part<never, unknown>>
  >(new Map());
  readonly #texts = new Map<number, readonly BlockNode[]>();
  #order: readonly number[] = [];
  readonly #queryClient: QueryClient;

  constructor(id: number, queryClient: QueryClient) {
    this.id = id;
    this.#queryClient = queryClient;
  }

  current(): StorylineDetail | undefined {
    return this.#queryClient.getQueryData(storylineQuery(this.id).queryKey);
  }

  keep(storyline: StorylineDetail): void {
    keepStoryline(this.#queryClient, storyline);
  }

  async reread(): Promise<StorylineDetail> {
    const storyline = await storylinesApi.byId(this.id);
    this.keep(storyline);
    return storyline;
  }

  /** A section's text as it stands in its editor, saved or not. */
  report(section: number, blocks: readonly BlockNode[]): void {
    this.#texts.set(section, blocks);
    this.#number();
  }

  order(sections: readonly number[]): void {
    this.#order = sections;
    this.#number();
  }

  textOf(section: number): readonly BlockNode[] {
    return this.#texts.get(section) ?? [];
  }

  /** Brings everything to the desk. @returns whether that worked. */
  async flush(): Promise<boolean> {
    const done = await Promise.all([...this.parts.get().values()].map(({ autosave }) => autosave.flush()));
    return done.every(Boolean);
  }

  /** How saving goes for the piece as a whole: the worst of its parts. */
  saveState(): SaveState {
    const states = new Set([...this.parts.get().values()].map(({ autosave }) => autosave.state()));
    return WORST.find((state) => states.has(state)) ?? 'saved';
  }

  dirty(): boolean {
    return [...this.parts.get().values()].some(({ autosave }) => autosave.dirty());
  }

  /** The parts whose words no further try will bring to the desk: somebody has to decide. */
  stuck(): PartKey[] {
    return [...this.parts.get()].flatMap(([key, { autosave }]) =>
      /^(conflict|refused)$/.test(autosave.state()) && autosave.unsaved() !== null ? [key] : [],
    );
  }

  /** Gives up what {@link stuck} names. */
  dropStuck(): void {
    for (const key of this.stuck()) this.parts.get().get(key)?.autosave.drop();
  }

  #number(): void {
    const next = numberCitations(this.#order.map((section) => this.textOf(section)));
    const before = this.numbers.get();
    const same = next.size === before.size && [...next].every(([id, number]) => before.get(id) === number);
    if (!same) this.numbers.set(next);
  }
}

const EditingContext = createContext<Editing | null>(null);
export const EditingProvider = EditingContext;

export function useEditing(): Editing {
  const editing = use(EditingContext);
  if (editing === null) throw new Error('EditingProvider is missing');
  return editing;
}

export function useNewEditing(id: number): Editing {
  const queryClient = useQueryClient();
  const [editing] = useState(() => {
    const kept = opened.get(id);
    return kept?.dirty() ? kept : new Editing(id, queryClient);
  });
  useEffect(() => {
    for (const [other, one] of opened) if (!one.dirty()) opened.delete(other);
    opened.set(id, editing);
    watchWindow();
  }, [id, editing]);
  return editing;
}

/** The piece on screen, and those that were left with words that have not reached the desk. */
const opened = new Map<number, Editing>();
let watching = false;

/** Closing the window asks first while anything is unsaved, wherever one is by then. */
function watchWindow(): void {
  if (watching) return;
  watching = true;
  window.addEventListener('beforeunload', (event) => {
    if ([...opened.values()].some((editing) => editing.dirty())) event.preventDefault();
  });
  window.addEventListener('online', () => {
    for (const editing of opened.values()) void editing.flush();
  });
}

interface PartOptions<C, H> {
  key: PartKey;
  /** What the desk has when the part comes on screen. */
  held: H;
  /** Saves a change of what the desk held; it refuses when it holds something newer. */
  send(change: C, held: H): Promise<StorylineDetail>;
  /** The part in an answer. */
  heldIn(storyline: StorylineDetail): H | undefined;
}

function newPart<C extends object, H>(editing: Editing, options: PartOptions<C, H>): Part<C, H> {
  const { held, send, heldIn } = options;
  const part: Part<C, H> = {
    held,
    lost: null,
    onSaved: null,
    autosave: new Autosave<C>({
      save: async (change) => {
        const answer = await answerOf(editing, async () => {
          const after = await send(change, part.held);
          part.held = heldIn(after) ?? part.held;
          part.lost = null;
          part.onSaved?.(change);
          return after;
        });
        if (answer === 'away') part.lost = change;
        return answer;
      },
      merge: (earlier, later) => ({ ...earlier, ...later }),
      later: (run, ms) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    }),
  };
  return part;
}

/** A part that saves itself, also when it is left; what then could not be saved is there again with the part. */
export function usePart<C extends object, H>(options: PartOptions<C, H>): [Part<C, H>, SaveState] {
  const editing = useEditing();
  const { key } = options;
  const [part] = useState(() => {
    const kept = editing.parts.get().get(key) as unknown as Part<C, H> | undefined;
    return kept?.autosave.dirty() ? kept : newPart(editing, options);
  });
  useEffect(() => {
    editing.parts.set((before) => new Map(before).set(key, part as unknown as Part<never, unknown>));
    return () => void part.autosave.flush();
  }, [part, key, editing]);
  const state = useSyncExternalStore(part.autosave.subscribe, part.autosave.state);
  return [part, state];
}

async function answerOf(editing: Editing, send: () => Promise<StorylineDetail>): Promise<SaveAnswer> {
  try {
    editing.keep(await send());
    return 'saved';
  } catch (error) {
    const { kind } = failureOf(error);
    if (kind === 'conflict') return 'conflict';
    return kind === 'refused' || kind === 'missing' ? 'refused' : 'away';
  }
}

const WORST: readonly SaveState[] = ['conflict', 'refused', 'away', 'saving', 'unsaved', 'saved'];

/** {@link Editing.saveState}, as it changes. */
export function useSaveState(): SaveState {
  const editing = useEditing();
  const parts = useSyncExternalStore(editing.parts.subscribe, editing.parts.get);
  const subscribe = (listener: () => void) => {
    const leave = [...parts.values()].map(({ autosave }) => autosave.subscribe(listener));
    return () => {
      for (const done of leave) done();
    };
  };
  return useSyncExternalStore(subscribe, () => editing.saveState());
}
