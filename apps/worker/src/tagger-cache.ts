import { compileTopics } from '@throughline/relevance';
import type { TaggableItem, TagResult, TopicProblem } from '@throughline/schema';
import { listTopics, type Sql, topicEpoch } from '@throughline/store';

/** A tag as it is stored: with what decided whether a curator is asked. */
type StoredTag = TagResult & { queued: boolean; topicVersion: number };

interface CurrentTagger {
  /** The state of the topics that it was compiled from. */
  epoch: number;
  tag(item: TaggableItem): StoredTag[];
}

export interface TaggerCache {
  current(sql: Sql): Promise<CurrentTagger>;
}

/** Compiles the topics once for each state of them, and not once for each job. */
export function createTaggerCache(onProblems: (problems: readonly TopicProblem[]) => void): TaggerCache {
  let cached: CurrentTagger | null = null;
  return {
    current: async (sql) => {
      const epoch = await topicEpoch(sql);
      if (cached?.epoch !== epoch) cached = await compile(sql, epoch, onProblems);
      return cached;
    },
  };
}

async function compile(
  sql: Sql,
  epoch: number,
  onProblems: (problems: readonly TopicProblem[]) => void,
): Promise<CurrentTagger> {
  const topics = (await listTopics(sql)).filter((topic) => topic.enabled);
  const tagger = compileTopics(topics.map((topic) => topic.definition));
  if (tagger.problems.length > 0) onProblems(tagger.problems);
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  return {
    epoch,
    tag: (item) =>
      tagger.tag(item).flatMap((result) => {
        const topic = byId.get(result.topic);
        if (topic === undefined) return [];
        const queued = result.score >= topic.definition.thresholds.queue;
        return [{ ...result, queued, topicVersion: topic.version }];
      }),
  };
}
