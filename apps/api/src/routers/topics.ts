import {
  compareTopics,
  compileTopics,
  estimateRecall,
  extractFeatures,
  importableTopics,
  predict,
  printTopic,
  proposeEdits,
  readTopicFile,
  separatingTerms,
  topFeatures,
} from '@throughline/relevance';
import {
  Id,
  SampledShare,
  TaggableItem,
  type Topic,
  type TopicDefinition,
  type TopicDraft,
} from '@throughline/schema';
import {
  addTopic,
  type Database,
  deskSamples,
  itemById,
  judgedItems,
  lastVerdict,
  learnerOf,
  listLearners,
  listTopics,
  recallCounts,
  resetLearning,
  saveTopic,
  setDeskSamples,
  setLearning,
  setSampledShare,
  setTopicEnabled,
  taggingProgress,
  topicById,
  topicVersions,
  verdictItems,
} from '@throughline/store';
import { z } from 'zod';
import { FaultError } from '../fault-error.ts';
import { inSlices } from '../in-slices.ts';
import { inOwnTurn } from '../own-turn.ts';
import { checkTopic, printForm } from '../topic-check.ts';
import { editing, found, reading, router, steering } from '../trpc.ts';

const TopicName = z.object({ id: z.string().max(100) });
/** A topic in its text form; 200 kB hold some 10,000 terms. */
const TopicText = z.object({ text: z.string().max(200_000) });
/** The shape of a topic with values that may still be at fault. */
const TopicForm = z.custom<TopicDraft>((value) => typeof value === 'object' && value !== null);
/** Stored items that a what-if reads at most. */
const WHAT_IF_ITEMS = 5_000;
const VERDICTS = 2_000;
/** Features that are shown of what was learned. */
const STRONGEST = 16;
/** A word that no text holds. */
const NOWHERE = 'zqxjkvbwzqxjkvbw';
/** Items of each side that a what-if names. */
const NAMED = 50;

function checked(text: string, id?: string): TopicDefinition {
  const result = checkTopic(text, id);
  if (result.ok) return result.definition;
  throw new FaultError(result.problems);
}

function printed(definition: TopicDefinition): string {
  const text = printTopic(definition);
  return text.ok ? text.value : '';
}

/** What rules would do to stored items; the faults of rules that cannot be read. */
async function whatIf(db: Database, { text, days }: { text: string; days: number }) {
  const after = checkTopic(text);
  if (!after.ok) return after;
  const { id } = after.definition;
  const before = await topicById(db, id);
  const items = await judgedItems(db, id, { days: days, limit: WHAT_IF_ITEMS });
  const named = items.map((row) => ({ ...row, id: String(row.id) }));
  // A topic that is not there yet is compared with itself where nothing passes.
  const nothing = { ...after.definition, must: `(${NOWHERE})` };
  const comparison = await inSlices(compareTopics(before?.definition ?? nothing, after.definition, named));
  if (!comparison.ok) return comparison;
  const titles = new Map(named.map(({ id, item }) => [id, item.title]));
  const nameOf = (ids: readonly string[]) =>
    ids.slice(0, NAMED).map((id) => ({ id: Number(id), title: titles.get(id) ?? '' }));
  const { gained, lost, ...rest } = comparison.value;
  return {
    ok: true as const,
    ...rest,
    gained: gained.length,
    lost: lost.length,
    gainedItems: nameOf(gained),
    lostItems: nameOf(lost),
  };
}

/** What the verdicts say of a topic's rules; the same as before as long as neither has changed. */
async function drawnFromVerdicts(db: Database, topic: Topic) {
  const state = `${topic.version} ${await lastVerdict(db, topic.id)}`;
  const ofDesk = drawn.get(db) ?? new Map<string, Drawn>();
  drawn.set(db, ofDesk);
  const known = ofDesk.get(topic.id);
  if (known?.state === state) return known.said;
  const said = drawFrom(db, topic);
  ofDesk.set(topic.id, { state, said });
  said.catch(() => ofDesk.delete(topic.id));
  return said;
}

interface Drawn {
  state: string;
  said: ReturnType<typeof drawFrom>;
}
const drawn = new WeakMap<Database, Map<string, Drawn>>();

async function drawFrom(db: Database, { id, definition }: Topic) {
  const judged = (await verdictItems(db, id, VERDICTS)).map((row) => ({ ...row, id: String(row.id) }));
  const now = await inSlices(compareTopics(definition, definition, judged));
  const side = (relevant: boolean) =>
    judged.filter((row) => row.relevant === relevant).map((row) => row.item);
  const proposals = await inSlices(proposeEdits(definition, judged));
  return {
    verdicts: judged.length,
    quality: now.ok ? now.value.after : null,
    terms: await inSlices(separatingTerms(side(true), side(false))),
    proposals: proposals.map(({ change, topic, effect }) => ({
      change,
      text: printed(topic),
      gained: effect.gained.length,
      lost: effect.lost.length,
      before: effect.before,
      after: effect.after,
    })),
  };
}

export const topicsRouter = router({
  list: reading.query(({ ctx }) => listTopics(ctx.db)),
  /** Tags a text with the topics as they stand, one of them as `rules` have it, and stores nothing. */
  test: reading
    .input(TaggableItem.extend({ rules: TopicText.shape.text.optional() }))
    .query(({ ctx, input: { rules, ...text } }) =>
      inOwnTurn(`${ctx.user.id} test`, async () => {
        const stored = (await listTopics(ctx.db)).map((topic) => topic.definition);
        if (rules === undefined) return compileTopics(stored).tag(text);
        const edited = checked(rules);
        return compileTopics([...stored.filter((topic) => topic.id !== edited.id), edited]).tag(text);
      }),
    ),
  /** Why an item got its scores, and what was missing where it got none. */
  explain: reading.input(z.object({ itemId: Id })).query(async ({ ctx, input }) => {
    const item = found(await itemById(ctx.db, input.itemId), 'item');
    const topics = (await listTopics(ctx.db)).filter((topic) => topic.enabled);
    const { title, summary, contentText: text } = item.revision;
    const words = { title, summary, text, language: item.language, url: item.url };
    const learners = new Map((await listLearners(ctx.db)).map((learner) => [learner.topicId, learner]));
    return compileTopics(topics.map((topic) => topic.definition))
      .explain(words)
      .map((rules) => {
        const learner = learners.get(rules.topic);
        if (!learner?.enabled || learner.applied === null) return rules;
        const features = extractFeatures(words, rules.evidence, item.source.title);
        return { ...rules, ...predict(learner.applied, features, rules) };
      });
  }),
  /** The rules as text, which `check`, `save` and `add` read. */
  text: reading.input(TopicName).query(async ({ ctx, input }) => {
    const topic = found(await topicById(ctx.db, input.id), 'topic');
    return { text: printed(topic.definition), version: topic.version };
  }),
  check: reading
    .input(TopicText.extend({ id: TopicName.shape.id.optional() }))
    .query(({ input }) => checkTopic(input.text, input.id)),
  /** The text of rules that are edited as a form. Whatever is wrong with them is said, so any shape may come. */
  print: reading.input(TopicForm).query(({ input }) => {
    const text = printForm(input);
    return text.ok ? { ok: true as const, text: text.value } : text;
  }),
  versions: reading.input(TopicName).query(async ({ ctx, input }) =>
    (await topicVersions(ctx.db, input.id)).map(({ definition, ...version }) => ({
      ...version,
      text: printed(definition),
    })),
  ),
  /** Topics that come with the desk as files and are not tracked yet. */
  importable: reading.query(async ({ ctx }) => {
    const tracked = new Set((await listTopics(ctx.db)).map((topic) => topic.id));
    return importableTopics().flatMap((file) => {
      const read = readTopicFile(file);
      if (!read.ok || tracked.has(read.value.id)) return [];
      const { id, name, description } = read.value;
      return [{ id, name, description, text: file.text }];
    });
  }),
  add: steering.input(TopicText).mutation(async ({ ctx, input }) => {
    const definition = checked(input.text);
    await addTopic(ctx.db, ctx.user.id, definition);
    return found(await topicById(ctx.db, definition.id), 'topic');
  }),
  /** Saves the rules of a topic as its next version; everything stored is tagged again in the background. */
  save: steering
    .input(TopicText.extend({ id: TopicName.shape.id, version: z.number().int().positive() }))
    .mutation(async ({ ctx, input }) => {
      const definition = checked(input.text, input.id);
      await saveTopic(ctx.db, ctx.user.id, { definition, version: input.version });
      return found(await topicById(ctx.db, definition.id), 'topic');
    }),
  setEnabled: steering
    .input(TopicName.extend({ enabled: z.boolean() }))
    .mutation(({ ctx, input }) => setTopicEnabled(ctx.db, input.id, input.enabled)),
  /** What these rules would do to the items of the last days, before they are saved. */
  whatIf: editing
    .input(TopicText.extend({ days: z.number().int().min(1).max(365).default(30) }))
    .query(({ ctx, input }) => inOwnTurn(`${ctx.user.id} what-if`, () => whatIf(ctx.db, input))),
  /** How the rules do on what curators said, and what the verdicts suggest to change. Nothing changes by itself. */
  learned: reading.input(TopicName).query(async ({ ctx, input }) => {
    const topic = found(await topicById(ctx.db, input.id), 'topic');
    const { id } = topic;
    const learner = found(await learnerOf(ctx.db, id), 'topic');
    const { state } = learner;
    const counts = await recallCounts(ctx.db, id);
    return {
      /** The version of the rules that all of this is about. */
      version: topic.version,
      recall: {
        ...counts,
        deskSamples: await deskSamples(ctx.db),
        // Without a single verdict on a sample nothing is known of what falls below.
        estimate:
          counts.sampled === 0 ? null : estimateRecall({ ...counts, found: counts.found + counts.expected }),
      },
      learning: {
        enabled: learner.enabled,
        verdicts: state === null ? 0 : state.relevant + state.notRelevant,
        applied: learner.applied === null ? 0 : learner.applied.relevant + learner.applied.notRelevant,
        features: state === null ? [] : topFeatures(state, STRONGEST),
      },
      ...(await drawnFromVerdicts(ctx.db, topic)),
    };
  }),
  /** Off, the topic's rules alone decide; what was learned is kept. */
  setLearning: steering
    .input(TopicName.extend({ enabled: z.boolean() }))
    .mutation(({ ctx, input }) => setLearning(ctx.db, input.id, input.enabled)),
  /** The share of items from below the queue that are shown all the same; 0: none, null: the usual. */
  setSampling: steering
    .input(TopicName.extend({ share: SampledShare.nullable() }))
    .mutation(({ ctx, input }) => setSampledShare(ctx.db, input.id, input.share)),
  /** Samples of what falls below the queues, for the whole desk. */
  setDeskSampling: steering
    .input(z.object({ on: z.boolean() }))
    .mutation(({ ctx, input }) => setDeskSamples(ctx.db, input.on)),
  /** Forgets what was learned; it begins anew with the next verdict. */
  resetLearning: steering.input(TopicName).mutation(({ ctx, input }) => resetLearning(ctx.db, input.id)),
  /** How far the stored items are tagged with the topics as they stand. */
  progress: reading.query(({ ctx }) => taggingProgress(ctx.db)),
});
