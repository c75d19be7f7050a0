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
  readonly saves: Store<ReadonlySet<Autosave<never>>> = createStore<ReadonlySet<Autosave<never>>>(new Set());
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
    const done = await Promise.all([...this.saves.get()].map((save) => save.flush()));
    return done.every(Boolean);
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
  const [editing] = useState(() => new Editing(id, queryClient));
  return editing;
}

/** An autosave that is told of to the bar above, and saved when the page is left. */
export function useAutosave<C>(
  send: (change: C) => Promise<StorylineDetail>,
  merge: (earlier: C, later: C) => C,
): [Autosave<C>, SaveState] {
  const editing = useEditing();
  const [autosave] = useState(
    () =>
      new Autosave<C>({
        save: async (change) => answerOf(editing, () => send(change)),
        merge,
        later: (run, ms) => {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
      }),
  );
  useEffect(() => {
    const known = autosave as unknown as Autosave<never>;
    editing.saves.set((before) => new Set(before).add(known));
    return () => {
      editing.saves.set((before) => new Set([...before].filter((other) => other !== known)));
      void autosave.flush();
    };
  }, [autosave, editing]);
  const state = useSyncExternalStore(autosave.subscribe, autosave.state);
  return [autosave, state];
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

/** How saving goes for the piece as a whole: the worst of its parts. */
export function useSaveState(): SaveState {
  const editing = useEditing();
  const saves = useSyncExternalStore(editing.saves.subscribe, editing.saves.get);
  const subscribe = (listener: () => void) => {
    const leave = [...saves].map((save) => save.subscribe(listener));
    return () => {
      for (const done of leave) done();
    };
  };
  return useSyncExternalStore(subscribe, () => {
    const states = new Set([...saves].map((save) => save.state()));
    return WORST.find((state) => states.has(state)) ?? 'saved';
  });
}
