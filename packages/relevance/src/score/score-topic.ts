import type { Evidence } from '@throughline/schema';
import { evaluate, type QueryScope, type WordSpan, within } from '../match/evaluate.ts';
import { FIELDS, type Hit, type Matcher } from '../match/matcher.ts';
import type { CompiledGate, CompiledTopic, Role } from '../rules/compile-topic.ts';
import { type SettledHits, spansOf, type TopicHits } from './topic-hits.ts';
import { BASE, hitMass, SCALE, sigmoid, strength, TOGETHER, TOGETHER_IN_TEXT } from './weigh.ts';

/** A term has at most so many words that others can begin inside it. */
const LONGEST_TERM = 32;

/** A concept's hit and what became of it. */
export interface WeighedHit {
  hit: Hit;
  concept: number;
  /** Field, place and term weight. */
  mass: number;
  /** 0..1, what the gates left of it. */
  gate: number;
  /** What it added to the log-odds. */
  added: number;
  /** Gates that took from it. */
  fired: { gate: CompiledGate; by: WordSpan | null }[];
}

export interface TopicScore {
  topic: CompiledTopic;
  /** Log-odds before any learned correction. */
  logOdds: number;
  /** 0..1; 0 when nothing speaks for the topic or a condition of the whole item fails. */
  score: number;
  hits: WeighedHit[];
  /** Strength of each concept, 0..1. */
  strengths: number[];
  /** What two concepts side by side added. */
  together: number;
  refused: 'must' | 'mustNot' | null;
  /** The part of the item that made `mustNot` true. */
  refusedAt: WordSpan[];
}

/** Scores one topic on what the matcher has found for it in the current item. */
export function scoreTopic(topic: CompiledTopic, own: TopicHits, matcher: Matcher): TopicScore {
  const found = own.settled();
  const hits = found.concepts.map(({ hit, role }) => weigh(hit, role, topic, found, matcher));
  const words = matcher.words.count;
  const { concepts } = topic.definition;
  const masses = concepts.map(() => 0);
  for (const hit of hits) masses[hit.concept] = (masses[hit.concept] ?? 0) + hit.mass * hit.gate;
  const strengths = masses.map((mass) => (mass > 0 ? strength(mass, words) : 0));

  let logOdds = BASE;
  for (const [i, concept] of concepts.entries()) logOdds += SCALE * concept.weight * (strengths[i] ?? 0);
  for (const hit of hits) {
    const share = hit.gate === 0 ? 0 : (hit.mass * hit.gate) / (masses[hit.concept] ?? 1);
    hit.added = SCALE * (concepts[hit.concept]?.weight ?? 0) * (strengths[hit.concept] ?? 0) * share;
  }
  const together = togetherness(hits, matcher);
  logOdds += together;

  const verdict = checkWhole(topic, found, matcher);
  const speaks = hits.some((hit) => hit.added > 0) && verdict.refused === null;
  return { topic, logOdds, score: speaks ? sigmoid(logOdds) : 0, hits, strengths, together, ...verdict };
}

function togetherness(hits: readonly WeighedHit[], matcher: Matcher): number {
  const first = { upFront: -1, anywhere: -1 };
  let together = 0;
  for (const { hit, concept, added } of hits) {
    if (added <= 0) continue;
    if (matcher.fieldOf(hit.first) < 2) {
      if (first.upFront === -1) first.upFront = concept;
      else if (first.upFront !== concept) return TOGETHER;
    }
    if (first.anywhere === -1) first.anywhere = concept;
    else if (first.anywhere !== concept) together = TOGETHER_IN_TEXT;
  }
  return together;
}

function weigh(hit: Hit, role: Role, topic: CompiledTopic, found: SettledHits, matcher: Matcher): WeighedHit {
  const field = matcher.fieldOf(hit.first);
  const fieldStart = field === 0 ? 0 : (matcher.fieldEnds[field - 1] ?? 0);
  const weighed: WeighedHit = {
    hit,
    concept: role.index,
    mass: role.weight * hitMass(field, hit.first - fieldStart),
    gate: 1,
    added: 0,
    fired: [],
  };
  for (const gate of topic.gates[role.index] ?? []) {
    const near = nearestCue(hit, gate, found, matcher);
    if (gate.kind === 'require' ? near !== null : near === null) continue;
    weighed.gate *= gate.kind === 'require' ? 0 : 1 - gate.by;
    weighed.fired.push({ gate, by: near });
  }
  return weighed;
}

function nearestCue(hit: Hit, gate: CompiledGate, found: SettledHits, matcher: Matcher): WordSpan | null {
  for (const set of gate.sets) {
    for (const span of neighbours(hit, spansOf(set, found))) {
      if (within(hit, span, gate.within, matcher)) return span;
    }
  }
  return null;
}

/** Spans stand in the order of their first words, so the nearest on either side decide for every kind of reach. */
function neighbours(hit: WordSpan, spans: readonly WordSpan[]): WordSpan[] {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.first ?? 0) > hit.last) high = middle;
    else low = middle + 1;
  }
  const near: WordSpan[] = [];
  const after = spans[low];
  if (after !== undefined) near.push(after);
  for (let i = low - 1; i >= Math.max(0, low - LONGEST_TERM); i--) {
    const before = spans[i];
    if (before === undefined || before.last >= hit.first) continue;
    near.push(before);
    break;
  }
  return near;
}

function checkWhole(
  topic: CompiledTopic,
  found: SettledHits,
  matcher: Matcher,
): Pick<TopicScore, 'refused' | 'refusedAt'> {
  const scope: QueryScope = {
    matcher,
    hitsOf: (pattern) => matcher.hits.filter((hit) => hit.pattern === pattern),
    hitsIn: (set) => spansOf(set, found),
  };
  if (topic.must !== null && evaluate(topic.must, scope) === null) return { refused: 'must', refusedAt: [] };
  const against = topic.mustNot === null ? null : evaluate(topic.mustNot, scope);
  return against === null ? { refused: null, refusedAt: [] } : { refused: 'mustNot', refusedAt: against };
}

/** The hits that counted, as spans of the fields as given. */
export function evidenceOf(score: TopicScore, matcher: Matcher): Evidence[] {
  return score.hits.filter((hit) => hit.added !== 0).map((hit) => toEvidence(hit, score.topic, matcher));
}

export function toEvidence(weighed: WeighedHit, topic: CompiledTopic, matcher: Matcher): Evidence {
  const { hit } = weighed;
  const at = matcher.fieldOf(hit.first);
  const start = matcher.startOf(hit);
  const end = matcher.endOf(hit);
  return {
    field: FIELDS[at] ?? 'text',
    start,
    end,
    text: (matcher.texts[at] ?? '').slice(start, end),
    rule: topic.definition.concepts[weighed.concept]?.id ?? '',
    weight: Math.round(weighed.added * 1000) / 1000,
  };
}
