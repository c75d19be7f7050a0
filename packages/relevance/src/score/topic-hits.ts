import type { WordSpan } from '../match/evaluate.ts';
import type { Hit } from '../match/matcher.ts';
import type { CompiledTopic, HitSet, Role } from '../rules/compile-topic.ts';

/** Hits beyond these change no score that has long been saturated, and would fill a page. */
const MOST_HITS = 500;

/** A concept's hit as one topic reads it. */
export interface RoleHit {
  hit: Hit;
  role: Role;
}

/** What was found in one item, as one topic reads it; all in the order of the matcher, that is of their first words. */
export class TopicHits {
  /** Whether a term that speaks for the topic is among them. */
  speaks = false;
  private readonly concepts: RoleHit[] = [];
  private readonly except: Hit[] = [];
  private readonly cues: Hit[][];
  private readonly topic: CompiledTopic;

  constructor(topic: CompiledTopic) {
    this.topic = topic;
    this.cues = topic.definition.cues.map(() => []);
  }

  add(hit: Hit, role: Role): void {
    if (role.speaks) this.speaks = true;
    if (role.kind === 'concept') this.concepts.push({ hit, role });
    else if (role.kind === 'cue') this.cues[role.index]?.push(hit);
    else this.except.push(hit);
  }

  /** What is left to count when overlaps and exceptions are settled. */
  settled(): SettledHits {
    const concepts = outside(longest(this.concepts), this.except).slice(0, MOST_HITS);
    const byConcept: Hit[][] = this.topic.definition.concepts.map(() => []);
    for (const { hit, role } of concepts) byConcept[role.index]?.push(hit);
    return { concepts, cues: this.cues, byConcept };
  }
}

export interface SettledHits {
  concepts: readonly RoleHit[];
  cues: readonly (readonly WordSpan[])[];
  byConcept: readonly (readonly WordSpan[])[];
}

export function spansOf(set: HitSet, hits: SettledHits): readonly WordSpan[] {
  return (set.kind === 'cue' ? hits.cues : hits.byConcept)[set.index] ?? [];
}

/**
 * Of hits that overlap, the longest stays ("ISIS-K", not "ISIS"); of equal ones that of the heavier term, then of the
 * concept that the topic names first. Of those that begin at one word only the best can stay.
 */
function longest(all: readonly RoleHit[]): RoleHit[] {
  const kept: RoleHit[] = [];
  let last: Hit | undefined;
  for (let i = 0; i < all.length; ) {
    let best = all[i++] as RoleHit;
    for (; i < all.length && all[i]?.hit.first === best.hit.first; i++)
      if (outranks(all[i] as RoleHit, best)) best = all[i] as RoleHit;
    if (last === undefined || best.hit.first > last.last) kept.push(best);
    else if (best.hit.last - best.hit.first > last.last - last.first) kept[kept.length - 1] = best;
    else continue;
    last = best.hit;
  }
  return kept;
}

/** By the topic's own order: that of the matcher goes by what other topics it was given before. */
function outranks(a: RoleHit, b: RoleHit): boolean {
  if (a.hit.last !== b.hit.last) return a.hit.last > b.hit.last;
  if (a.role.weight !== b.role.weight) return a.role.weight > b.role.weight;
  return a.role.index < b.role.index;
}

function outside(hits: RoleHit[], except: readonly Hit[]): RoleHit[] {
  if (except.length === 0) return hits;
  let next = 0;
  let reach: Hit | undefined;
  return hits.filter(({ hit }) => {
    for (; next < except.length && (except[next]?.first ?? 0) <= hit.first; next++) {
      const span = except[next];
      if (span !== undefined && (reach === undefined || span.last > reach.last)) reach = span;
    }
    return reach === undefined || reach.last < hit.last;
  });
}
