import type {
  Decide,
  DeskEvent,
  FetchRecord,
  ItemDetail,
  ItemRow,
  ItemView,
  NewCitation,
  NewSource,
  OpmlImport,
  Page,
  SectionPatch,
  Source,
  StorylineDetail,
  StorylinePatch,
  StorylineRow,
  TaggableItem,
  TagResult,
  TopicDefinition,
  User,
  ViewCounts,
} from '@throughline/schema';
import { initTRPC, type TrackedEnvelope } from '@trpc/server';

// interim
const t = initTRPC.create();
const p = t.procedure;
const c = <T>() => (value: unknown) => value as T;
type NewSourceInput = Partial<NewSource> & { url: string };
const never = (): never => {
  throw new Error('types only');
};
export interface Topic {
  id: string;
  name: string;
  description: string;
  colour: string;
  position: number;
  enabled: boolean;
  version: number;
  definition: TopicDefinition;
}
export interface TopicToday {
  topic: string;
  name: string;
  colour: string;
  newItems: number;
  days: { day: string; items: number }[];
  usual: number;
  spike: boolean;
}
const router = t.router({
  session: {
    me: p.query((): User => never()),
    signOut: p.mutation((): void => never()),
  },
  items: {
    list: p
      .input(c<{ view: ItemView; cursor?: string; limit?: number }>())
      .query((): Page<ItemRow> => never()),
    byId: p.input(c<{ id: number }>()).query((): ItemDetail => never()),
    counts: p.query((): ViewCounts => never()),
  },
  verdicts: {
    decide: p.input(c<Decide>()).mutation((): { changed: number } => never()),
    undo: p.input(c<{ commandId: string; undoes: string }>()).mutation((): { changed: number } => never()),
  },
  topics: {
    list: p.query((): Topic[] => never()),
    test: p.input(c<TaggableItem>()).query((): TagResult[] => never()),
  },
  sources: {
    list: p.query((): Source[] => never()),
    history: p.input(c<{ id: number }>()).query((): FetchRecord[] => never()),
    add: p.input(c<NewSourceInput>()).mutation((): Source => never()),
    pollNow: p.input(c<{ id: number }>()).mutation((): { nextCheckAt: string | null } => never()),
    setPaused: p.input(c<{ id: number; paused: boolean }>()).mutation((): Source => never()),
    importOpml: p.input(c<{ opml: string }>()).mutation((): OpmlImport => never()),
    exportOpml: p.query((): string => never()),
  },
  storylines: {
    list: p.query((): StorylineRow[] => never()),
    byId: p.input(c<{ id: number }>()).query((): StorylineDetail => never()),
    create: p.input(c<{ headline: string }>()).mutation((): StorylineDetail => never()),
    update: p
      .input(c<{ id: number; revision: number; patch: StorylinePatch }>())
      .mutation((): StorylineDetail => never()),
    addSection: p.input(c<{ id: number; title?: string }>()).mutation((): StorylineDetail => never()),
    updateSection: p
      .input(c<{ sectionId: number; version: number; patch: SectionPatch }>())
      .mutation((): StorylineDetail => never()),
    moveSection: p
      .input(c<{ sectionId: number; position: number }>())
      .mutation((): StorylineDetail => never()),
    removeSection: p.input(c<{ sectionId: number }>()).mutation((): StorylineDetail => never()),
    restoreSection: p.input(c<{ sectionId: number }>()).mutation((): StorylineDetail => never()),
    cite: p.input(c<NewCitation>()).mutation((): { citationId: number; storyline: StorylineDetail } => never()),
    remove: p.input(c<{ id: number }>()).mutation((): void => never()),
    restore: p.input(c<{ id: number }>()).mutation((): void => never()),
    preview: p.input(c<{ id: number }>()).query((): { html: string; warnings: string[] } => never()),
  },
  desk: {
    events: p
      .input(c<{ lastEventId?: string } | undefined>())
      .subscription(async function* (): AsyncGenerator<TrackedEnvelope<DeskEvent>> {
        yield never();
      }),
    today: p.query(
      (): { topics: TopicToday[]; sourcesInTrouble: Source[]; queued: number; unreviewed: number } => never(),
    ),
    about: p.query((): { version: string; database: string; embedded: boolean; databaseBytes: number } => never()),
  },
});
export type AppRouter = typeof router;
