import {
  compareTopics,
  compileTopics,
  parseTopic,
  printTopic,
  proposeEdits,
  separatingTerms,
} from '@throughline/relevance';
import { Id, TaggableItem, type TopicDefinition, type TopicProblem } from '@throughline/schema';
import {
  addTopic,
  itemById,
  judgedItems,
  listTopics,
  saveTopic,
  setTopicEnabled,
  taggingProgress,
  topicById,
  topicVersions,
  verdictItems,
} from '@throughline/store';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { editing, found, reading, router } from '../trpc.ts';

const TopicName = z.object({ id: z.string().max(100) });
/** A topic in its text form; 200 kB hold some 10,000 terms. */
const TopicText = z.object({ text: z.string().max(200_000) });
/** Stored items that a what-if reads at most. */
const WHAT_IF_ITEMS = 5_000;
const VERDICTS = 2_000;
/** Items of each side that a what-if names. */
const NAMED = 50;

type Checked = { ok: true; definition: TopicDefinition } | { ok: false; problems: TopicProblem[] };

/** Reads a topic's text and compiles it, so that whatever is wrong is said before it is saved. */
function check(text: string): Checked {
  const parsed = parseTopic(text);
  if (!parsed.ok) return parsed;
  const { problems } = compileTopics([parsed.value]);
  return problems.length > 0
    ? { ok: false, problems: [...problems] }
    : { ok: true, definition: parsed.value };
}

function checked(text: string): TopicDefinition {
  const result = check(text);
  if (result.ok) return result.definition;
  throw new TRPCError({
    code: 'BAD_REQUEST',
    message: result.problems.map((problem) => problem.message).join('; '),
  });
}

function printed(definition: TopicDefinition): string {
  const text = printTopic(definition);
  return text.ok ? text.value : '';
}

export const topicsRouter = router({
  list: reading.query(({ ctx }) => listTopics(ctx.db)),
  /** Tags a text with the topics as they stand, and stores nothing. */
  test: reading.input(TaggableItem).query(async ({ ctx, input }) => {
    const topics = await listTopics(ctx.db);
    return compileTopics(topics.map((topic) => topic.definition)).tag(input);
  }),
  /** Why an item got its scores, and what was missing where it got none. */
  explain: reading.input(z.object({ itemId: Id })).query(async ({ ctx, input }) => {
    const item = found(await itemById(ctx.db, input.itemId), 'item');
    const topics = (await listTopics(ctx.db)).filter((topic) => topic.enabled);
    const { title, summary, contentText: text } = item.revision;
    return compileTopics(topics.map((topic) => topic.definition)).explain({
      title,
      summary,
      text,
      language: item.language,
      url: item.url,
    });
  }),
  /** The rules as text, which `check`, `save` and `add` read. */
  text: reading.input(TopicName).query(async ({ ctx, input }) => {
    const topic = found(await topicById(ctx.db, input.id), 'topic');
    return { text: printed(topic.definition), version: topic.version };
  }),
  check: reading.input(TopicText).query(({ input }) => check(input.text)),
  versions: reading.input(TopicName).query(async ({ ctx, input }) =>
    (await topicVersions(ctx.db, input.id)).map(({ definition, ...version }) => ({
      ...version,
      text: printed(definition),
    })),
  ),
  add: editing.input(TopicText).mutation(async ({ ctx, input }) => {
    const definition = checked(input.text);
    await addTopic(ctx.db, ctx.user.id, definition);
    return found(await topicById(ctx.db, definition.id), 'topic');
  }),
  /** Saves the rules as the next version; everything stored is tagged again in the background. */
  save: editing
    .input(TopicText.extend({ version: z.number().int().positive() }))
    .mutation(async ({ ctx, input }) => {
      const definition = checked(input.text);
      await saveTopic(ctx.db, ctx.user.id, { definition, version: input.version });
      return found(await topicById(ctx.db, definition.id), 'topic');
    }),
  setEnabled: editing
    .input(TopicName.extend({ enabled: z.boolean() }))
    .mutation(({ ctx, input }) => setTopicEnabled(ctx.db, input.id, input.enabled)),
  /** What these rules would do to the items of the last days, before they are saved. */
  whatIf: reading
    .input(TopicText.extend({ days: z.number().int().min(1).max(365).default(30) }))
    .query(async ({ ctx, input }) => {
      const after = check(input.text);
      if (!after.ok) return after;
      const before = found(await topicById(ctx.db, after.definition.id), 'topic');
      const items = await judgedItems(ctx.db, before.id, { days: input.days, limit: WHAT_IF_ITEMS });
      const named = items.map((row) => ({ ...row, id: String(row.id) }));
      const comparison = compareTopics(before.definition, after.definition, named);
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
    }),
  /** How the rules do on what curators said, and what the verdicts suggest to change. Nothing changes by itself. */
  learned: reading.input(TopicName).query(async ({ ctx, input }) => {
    const { id, definition } = found(await topicById(ctx.db, input.id), 'topic');
    const judged = (await verdictItems(ctx.db, id, VERDICTS)).map((row) => ({ ...row, id: String(row.id) }));
    const now = compareTopics(definition, definition, judged);
    const side = (relevant: boolean) =>
      judged.filter((row) => row.relevant === relevant).map((row) => row.item);
    return {
      verdicts: judged.length,
      quality: now.ok ? now.value.after : null,
      terms: separatingTerms(side(true), side(false)),
      proposals: proposeEdits(definition, judged).map(({ kind, description, topic, effect }) => ({
        kind,
        description,
        text: printed(topic),
        gained: effect.gained.length,
        lost: effect.lost.length,
        before: effect.before,
        after: effect.after,
      })),
    };
  }),
  /** How far the stored items are tagged with the topics as they stand. */
  progress: reading.query(({ ctx }) => taggingProgress(ctx.db)),
});
