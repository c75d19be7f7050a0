import type { ItemSpan, TagExplanation } from '@throughline/schema';
import type { WordSpan } from '../match/evaluate.ts';
import { FIELDS, type Matcher } from '../match/matcher.ts';
import type { CompiledGate } from '../rules/compile-topic.ts';
import { evidenceOf, type TopicScore, toEvidence, type WeighedHit } from './score-topic.ts';
import { BASE } from './weigh.ts';

/** Puts a score into words and numbers that can be kept and shown. */
export function explainScore(score: TopicScore, matcher: Matcher): TagExplanation {
  const { topic } = score;
  const { concepts, thresholds } = topic.definition;
  const explained = concepts.map((concept, i) => ({
    id: concept.id,
    weight: concept.weight,
    strength: round(score.strengths[i] ?? 0),
    added: round(sum(score.hits.filter((hit) => hit.concept === i).map((hit) => hit.added))),
    facet: concept.facet ?? null,
  }));
  const found = explained.filter((concept) => concept.added > 0);
  return {
    topic: topic.definition.id,
    score: round(score.score),
    relevant: score.score >= thresholds.relevant,
    evidence: evidenceOf(score, matcher),
    ruleVersion: topic.version,
    thresholds,
    base: BASE,
    together: score.together,
    logOdds: round(score.logOdds),
    concepts: explained.filter((concept) => concept.added !== 0),
    gates: score.hits.flatMap((hit) => hit.fired.map((fired) => explainGate(hit, fired, score, matcher))),
    nearMisses: nearMisses(score, matcher),
    refused:
      score.refused === null
        ? null
        : { by: score.refused, at: score.refusedAt.map((span) => spanOf(span, matcher)) },
    facets: [...new Set(found.flatMap((concept) => concept.facet ?? []))],
    learned: null,
  };
}

function explainGate(
  weighed: WeighedHit,
  fired: WeighedHit['fired'][number],
  score: TopicScore,
  matcher: Matcher,
): TagExplanation['gates'][number] {
  const { weight: _weight, ...hit } = toEvidence(weighed, score.topic, matcher);
  return {
    ...hit,
    kind: fired.gate.kind,
    cues: fired.gate.names,
    left: round(weighed.gate),
    because: fired.by === null ? null : spanOf(fired.by, matcher),
  };
}

function nearMisses(score: TopicScore, matcher: Matcher): TagExplanation['nearMisses'] {
  const misses = score.hits
    .filter((hit) => hit.gate === 0)
    .flatMap((hit) => {
      const { weight: _weight, ...span } = toEvidence(hit, score.topic, matcher);
      return hit.fired.map(({ gate }) => ({ ...span, missing: whatIsMissing(gate) }));
    });
  const { relevant } = score.topic.definition.thresholds;
  const [strongest] = evidenceOf(score, matcher).sort((a, b) => b.weight - a.weight);
  if (score.score > 0 && score.score < relevant && strongest !== undefined) {
    const { weight: _weight, ...span } = strongest;
    const short = `${round(score.score)} is below ${relevant}: another concept, or this one in the title`;
    misses.push({ ...span, missing: short });
  }
  return misses;
}

function whatIsMissing(gate: CompiledGate): string {
  const place =
    typeof gate.within === 'number'
      ? `within ${gate.within} words`
      : { sentence: 'in the same sentence', field: 'in the same field', item: 'anywhere in the item' }[
          gate.within
        ];
  return gate.kind === 'require'
    ? `needs ${gate.names} ${place}`
    : `must not stand with ${gate.names} ${place}`;
}

function spanOf(span: WordSpan, matcher: Matcher): ItemSpan {
  const field = matcher.fieldOf(span.first);
  const start = matcher.words.starts[span.first] ?? 0;
  const end = matcher.words.ends[span.last] ?? start;
  return { field: FIELDS[field] ?? 'text', start, end, text: (matcher.texts[field] ?? '').slice(start, end) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
