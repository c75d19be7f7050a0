import { compileTopics, extractFeatures, isSampled, predict, type Tagger } from '@throughline/relevance';
import type { LearnerState, TaggableItem, TagResult, Topic, TopicProblem } from '@throughline/schema';
import {
  deskSamples,
  type ItemToTag,
  listLearners,
  listTopics,
  type Sql,
  type TaggingState,
  taggingState,
  verdictCounts,
} from '@throughline/store';

/** A tag as it is stored: with what decided whether a curator is asked. */
type StoredTag = TagResult & { queued: boolean; topicVersion: number; logOdds: number | null };

export interface CurrentTagger {
  /** The state of the topics and of what was learned that it was made from. */
  state: TaggingState;
  /** Also a tag without evidence for each topic that shows this item as a sample of what falls below its queue. */
  tag(item: ItemToTag): StoredTag[];
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
  const shares = await sampledShares(sql, topics);
  return {
    state,
    tag: (item) => {
      const tags = tagger.tag(item).flatMap((result) => {
        const topic = byId.get(result.topic);
        if (topic === undefined) return [];
        const learned = learners.get(topic.id);
        const rated =
          learned === undefined
            ? byRules(result)
            : corrected(tagger, learned, { result, item, source: item.source });
        return [stored(topic, rated)];
      });
      return withSamples(item, tags, shares);
    },
  };
}

/** Of what falls below a topic's queue one item in 200 is shown, once so many verdicts say that somebody reviews it. */
const USUAL_SHARE = 0.005;
const VERDICTS_BEFORE_SAMPLES = 10;

interface Share {
  topic: Topic;
  share: number;
}

async function sampledShares(sql: Sql, topics: readonly Topic[]): Promise<Share[]> {
  if (!(await deskSamples(sql))) return [];
  const verdicts = await verdictCounts(sql);
  const usual = (topic: Topic) =>
    (verdicts.get(topic.id) ?? 0) >= VERDICTS_BEFORE_SAMPLES ? USUAL_SHARE : 0;
  return topics
    .map((topic) => ({ topic, share: topic.sampledShare ?? usual(topic) }))
    .filter(({ share }) => share > 0);
}

function withSamples(item: ItemToTag, tags: StoredTag[], shares: readonly Share[]): StoredTag[] {
  const samples = shares.flatMap(({ topic, share }) => {
    const tag = tags.find((one) => one.topic === topic.id);
    if (tag?.queued || !isSampled(String(item.id), topic.id, share)) return [];
    const nothing = { score: 0, relevant: false, evidence: [], logOdds: null };
    return [
      { ...nothing, ...tag, topic: topic.id, topicVersion: topic.version, queued: true, sampled: true },
    ];
  });
  const sampled = new Set(samples.map((tag) => tag.topic));
  return [...tags.filter((tag) => !sampled.has(tag.topic)), ...samples];
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
