import type { TagExplanation, TaggableItem, TagResult, TopicDraft, TopicProblem } from '@throughline/schema';
import { Matcher } from './match/matcher.ts';
import { PatternSet } from './match/pattern-set.ts';
import { type CompiledTopic, compileTopic, type Role, readDefinition } from './rules/compile-topic.ts';
import type { Outcome } from './rules/problem.ts';
import { explainScore } from './score/explain.ts';
import { evidenceOf, type RoleHit, scoreTopic } from './score/score-topic.ts';

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

interface Meaning {
  topic: number;
  role: Role;
}

class CompiledTagger implements Tagger {
  readonly topics: readonly { id: string; version: string }[];
  readonly problems: readonly TopicProblem[];
  private readonly compiled: readonly CompiledTopic[];
  private readonly matcher: Matcher;
  /** By pattern: what it means, and to which topic. */
  private readonly meanings: Meaning[][];
  /** By topic: the hits of the current item that mean something to it. */
  private readonly own: RoleHit[][];
  private readonly touched: number[] = [];

  constructor(set: PatternSet, compiled: readonly CompiledTopic[], problems: readonly TopicProblem[]) {
    this.compiled = compiled;
    this.problems = problems;
    this.matcher = new Matcher(set);
    this.topics = compiled.map(({ definition, version }) => ({ id: definition.id, version }));
    this.own = compiled.map(() => []);
    this.meanings = set.patterns.map(() => []);
    for (const [topic, { roles }] of compiled.entries()) {
      for (const role of roles) this.meanings[role.pattern]?.push({ topic, role });
    }
  }

  tag(item: TaggableItem): TagResult[] {
    this.matcher.read(item);
    const tags: TagResult[] = [];
    for (const index of this.deal()) {
      const topic = this.compiled[index];
      if (topic === undefined) continue;
      const score = scoreTopic(topic, this.own[index] ?? [], this.matcher);
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
        ? [explainScore(scoreTopic(topic, this.own[i] ?? [], this.matcher), this.matcher)]
        : [],
    );
  }

  /** Gives each topic its hits. @returns the topics of which at least one term that speaks for them was found. */
  private deal(): number[] {
    for (const topic of this.touched) (this.own[topic] as RoleHit[]).length = 0;
    this.touched.length = 0;
    for (const hit of this.matcher.hits) {
      const meanings = this.meanings[hit.pattern] as Meaning[];
      for (let i = 0; i < meanings.length; i++) {
        const { topic, role } = meanings[i] as Meaning;
        const own = this.own[topic] as RoleHit[];
        if (own.length === 0) this.touched.push(topic);
        own.push({ hit, role });
      }
    }
    return this.touched.filter((topic) => (this.own[topic] as RoleHit[]).some(({ role }) => role.speaks));
  }
}
