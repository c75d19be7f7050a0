import type { TagExplanation, TaggableItem, TagResult, TopicDraft, TopicProblem } from '@throughline/schema';
import { Matcher } from './match/matcher.ts';
import { PatternSet } from './match/pattern-set.ts';
import { type CompiledTopic, compileTopic, readDefinition } from './rules/compile-topic.ts';
import type { Outcome } from './rules/problem.ts';
import { explainScore } from './score/explain.ts';
import { evidenceOf, scoreTopic } from './score/score-topic.ts';

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

function compileOne(draft: TopicDraft, set: PatternSet, before: readonly CompiledTopic[]) {
  const read = readDefinition(draft);
  if (!read.ok) return read;
  const { id } = read.value;
  if (before.some((topic) => topic.definition.id === id)) {
    return {
      ok: false as const,
      problems: [{ topic: id, path: 'id', message: `two topics are called "${id}"` }],
    };
  }
  return compileTopic(read.value, set);
}

class CompiledTagger implements Tagger {
  readonly topics: readonly { id: string; version: string }[];
  readonly problems: readonly TopicProblem[];
  private readonly compiled: readonly CompiledTopic[];
  private readonly matcher: Matcher;
  /** By pattern: the topics that it can make relevant. */
  private readonly triggered: number[][] = [];

  constructor(set: PatternSet, compiled: readonly CompiledTopic[], problems: readonly TopicProblem[]) {
    this.compiled = compiled;
    this.problems = problems;
    this.matcher = new Matcher(set);
    this.topics = compiled.map(({ definition, version }) => ({ id: definition.id, version }));
    for (const [i, topic] of compiled.entries()) {
      for (const pattern of topic.triggers) {
        const list = this.triggered[pattern];
        if (list === undefined) this.triggered[pattern] = [i];
        else list.push(i);
      }
    }
  }

  tag(item: TaggableItem): TagResult[] {
    this.matcher.read(item);
    const tags: TagResult[] = [];
    for (const index of this.touched()) {
      const topic = this.compiled[index];
      if (topic === undefined) continue;
      const score = scoreTopic(topic, this.matcher);
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
    return this.compiled
      .filter((topic) => only === undefined || topic.definition.id === only)
      .map((topic) => explainScore(scoreTopic(topic, this.matcher), this.matcher));
  }

  /** Topics of which at least one term that speaks for them was found. */
  private touched(): Set<number> {
    const touched = new Set<number>();
    for (const hit of this.matcher.hits) {
      for (const topic of this.triggered[hit.pattern] ?? []) touched.add(topic);
    }
    return touched;
  }
}
