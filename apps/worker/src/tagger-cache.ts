import { compileTopics, extractFeatures, predict, type Tagger } from '@throughline/relevance';
import type { LearnerState, TaggableItem, TagResult, Topic, TopicProblem } from '@throughline/schema';
import { listLearners, listTopics, type Sql, type TaggingState, taggingState } from '@throughline/store';

/** A tag as it is stored: with what decided whether a curator is asked. */
type StoredTag = TagResult & { queued: boolean; topicVersion: number; logOdds: number };

interface CurrentTagger {
  /** The state of the topics and of what was learned that it was made from. */
  state: TaggingState;
  tag(item: TaggableItem, source: string): StoredTag[];
}

export interface TaggerCache {
  current(sql: Sql): Promise<CurrentTagger>;
}

/** Compiles the topics once for each state of them, and not once for each job. */
export function createTaggerCache(onProblems: (problems: readonly TopicProblem[]) => void): TaggerCache {
  let cached: CurrentTagger | null = null;
  return {
    current: async (sql) => {
      const state = await taggingState(sql);
      if (cached?.state.epoch !== state.epoch || cached.state.learned !== state.learned)
        cached = await compile(sql, state, onProblems);
      return cached;
    },
  };
}

async function compile(
  sql: Sql,
  state: TaggingState,
  onProblems: (problems: readonly TopicProblem[]) => void,
): Promise<CurrentTagger> {
  const topics = (await listTopics(sql)).filter((topic) => topic.enabled);
  const tagger = compileTopics(topics.map((topic) => topic.definition));
  if (tagger.problems.length > 0) onProblems(tagger.problems);
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const learners = new Map<string, LearnerState>();
  for (const { topicId, enabled, applied } of await listLearners(sql))
    if (enabled && applied !== null) learners.set(topicId, applied);
  return {
    state,
    tag: (item, source) =>
      tagger.tag(item).flatMap((result) => {
        const topic = byId.get(result.topic);
        if (topic === undefined) return [];
        const learned = learners.get(topic.id);
        const rated =
          learned === undefined ? byRules(result) : corrected(tagger, learned, { result, item, source });
        return [stored(topic, rated)];
      }),
  };
}

type Rated = TagResult & { logOdds: number };

function stored(topic: Topic, rated: Rated): StoredTag {
  return {
    ...rated,
    queued: rated.score >= topic.definition.thresholds.queue,
    topicVersion: topic.version,
  };
}

/** Without anything learned the score is the logistic of its log-odds. */
function byRules(result: TagResult): Rated {
  const p = Math.min(1 - 1e-6, Math.max(1e-6, result.score));
  return { ...result, logOdds: Math.log(p / (1 - p)) };
}

interface Seen {
  result: TagResult;
  item: TaggableItem;
  source: string;
}

/** The rules' score with what verdicts have taught; the evidence stays that of the rules. */
function corrected(tagger: Tagger, learner: LearnerState, { result, item, source }: Seen): Rated {
  const rules = tagger.explain(item, result.topic)[0];
  if (rules === undefined) return byRules(result);
  const { score, relevant, logOdds } = predict(
    learner,
    extractFeatures(item, result.evidence, source),
    rules,
  );
  return { ...result, score: Math.round(score * 10_000) / 10_000, relevant, logOdds };
}
