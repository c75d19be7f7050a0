import type { TagExplanation, TaggableItem, TagResult, TopicDraft, TopicProblem } from '@throughline/schema';
import { Matcher } from './match/matcher.ts';
import { PatternSet } from './match/pattern-set.ts';
import { type CompiledTopic, compileTopic, type Role, readDefinition } from './rules/compile-topic.ts';
import type { Outcome } from './rules/problem.ts';
import { explainScore } from './score/explain.ts';
import { evidenceOf, scoreTopic } from './score/score-topic.ts';
import { TopicHits } from './score/topic-hits.ts';

/** Reads items against a fixed list of topics. Not for use by two callers at the same moment; make one each. */
export interface Tagger {
  /** The topics in use, with the version of their rules. */
  readonly topics: readonly { id: string; version: string }[];
  /** Why a topic is not in use. */
  readonly problems: readonly TopicProblem[];
  /** A tag for every topic with a score above 0, highest first. Offsets count UTF-16 units of the field as given. */
  tag(item: TaggableItem): TagResult[];
  /** Why an item has its scores, and what was missing where it has none. For every topic, or only for one. */
  explain(item: TaggableItem, topic?: string): TagExplanation[];
}

/** Compiles topics into one matcher. A bad topic becomes a problem and never stops the others. */
export function compileTopics(drafts: readonly TopicDraft[]): Tagger {
  const set = new PatternSet();
  const topics: CompiledTopic[] = [];
  const problems: TopicProblem[] = [];
  for (const draft of drafts) {
    const compiled = compileOne(draft, set, topics);
    if (compiled.ok) topics.push(compiled.value);
    else problems.push(...compiled.problems);
  }
  return new CompiledTagger(set, topics, problems);
}

/** One topic as a question: is this item relevant? */
export function asTopic(draft: TopicDraft): Outcome<(item: TaggableItem) => boolean> {
  const tagger = compileTopics([draft]);
  if (tagger.problems.length > 0) return { ok: false, problems: [...tagger.problems] };
  return { ok: true, value: (item) => tagger.tag(item)[0]?.relevant ?? false };
}

function compileOne(
  draft: TopicDraft,
  set: PatternSet,
  before: readonly CompiledTopic[],
): Outcome<CompiledTopic> {
  const read = readDefinition(draft);
  if (!read.ok) return read;
  const { id } = read.value;
  if (before.some((topic) => topic.definition.id === id)) return { ok: false, problems: [calledTwice(id)] };
  return compileTopic(read.value, set);
}

const calledTwice = (id: string): TopicProblem => ({
  topic: id,
  path: 'id',
  code: 'topic_twice',
  named: id,
  message: `two topics are called "${id}"`,
});

/** What patterns mean, in a row: those of pattern n stand at starts[n] .. starts[n + 1]. */
interface Meanings {
  starts: Int32Array;
  topics: Int32Array;
  roles: Role[];
}

function meaningsOf(patterns: number, compiled: readonly CompiledTopic[]): Meanings {
  const all = compiled.flatMap(({ roles }, topic) => roles.map((role) => ({ topic, role })));
  all.sort((a, b) => a.role.pattern - b.role.pattern);
  const starts = new Int32Array(patterns + 1);
  for (const { role } of all) starts[role.pattern + 1] = (starts[role.pattern + 1] ?? 0) + 1;
  for (let n = 0; n < patterns; n++) starts[n + 1] = (starts[n + 1] ?? 0) + (starts[n] ?? 0);
  return { starts, topics: Int32Array.from(all, ({ topic }) => topic), roles: all.map(({ role }) => role) };
}

class CompiledTagger implements Tagger {
  readonly topics: readonly { id: string; version: string }[];
  readonly problems: readonly TopicProblem[];
  private readonly compiled: readonly CompiledTopic[];
  private readonly matcher: Matcher;
  private readonly meanings: Meanings;
  /** By topic: the hits of the current item that mean something to it. */
  private readonly own: (TopicHits | undefined)[];
  /** Topics with hits in the current item, in the order in which they were met. */
  private met: number[] = [];

  constructor(set: PatternSet, compiled: readonly CompiledTopic[], problems: readonly TopicProblem[]) {
    this.compiled = compiled;
    this.problems = problems;
    this.matcher = new Matcher(set);
    this.topics = compiled.map(({ definition, version }) => ({ id: definition.id, version }));
    this.meanings = meaningsOf(set.patterns.length, compiled);
    this.own = compiled.map(() => undefined);
  }

  tag(item: TaggableItem): TagResult[] {
    this.matcher.read(item);
    const tags: TagResult[] = [];
    this.deal();
    for (const index of this.met) {
      const topic = this.compiled[index] as CompiledTopic;
      const own = this.own[index] as TopicHits;
      if (!own.speaks) continue;
      const score = scoreTopic(topic, own, this.matcher);
      if (score.score === 0) continue;
      tags.push({
        topic: topic.definition.id,
        score: Math.round(score.score * 10_000) / 10_000,
        relevant: score.score >= topic.definition.thresholds.relevant,
        evidence: evidenceOf(score, this.matcher),
      });
    }
    return tags.sort((a, b) => b.score - a.score);
  }

  explain(item: TaggableItem, only?: string): TagExplanation[] {
    this.matcher.read(item);
    this.deal();
    return this.compiled.flatMap((topic, i) =>
      only === undefined || topic.definition.id === only
        ? [explainScore(scoreTopic(topic, this.own[i] ?? new TopicHits(topic), this.matcher), this.matcher)]
        : [],
    );
  }

  /** Gives each topic its hits. */
  private deal(): void {
    const { starts, topics, roles } = this.meanings;
    const { own } = this;
    for (const topic of this.met) own[topic] = undefined;
    this.met = [];
    for (const hit of this.matcher.hits) {
      const end = starts[hit.pattern + 1] as number;
      for (let at = starts[hit.pattern] as number; at < end; at++) {
        const topic = topics[at] as number;
        const hits = own[topic] ?? this.meet(topic);
        hits.add(hit, roles[at] as Role);
      }
    }
  }

  private meet(topic: number): TopicHits {
    const hits = new TopicHits(this.compiled[topic] as CompiledTopic);
    this.own[topic] = hits;
    this.met.push(topic);
    return hits;
  }
}
