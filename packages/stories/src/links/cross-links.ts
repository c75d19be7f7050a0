import type { StoryLink, StoryReason } from '@throughline/schema';
import { shippedGazetteer } from '@throughline/text';
import { gapHours } from '../cluster/likeness.ts';
import type { StoryProfile } from './profile.ts';

/** At or above this two stories are suggested as one event. */
const SUGGEST = 0.45;
/** At or above this nobody needs to confirm. */
const SURE = 0.6;
const LEAST_SHARED = 2;
/** An entity in more stories than this (or 2% of them) is not rare. */
const RARE = 3;
const RARE_SHARE = 0.02;
/** An entity in more stories finds no candidates. */
const POSTING_CAP = 200;
const TIME_HOURS = 36;
/** Names told in a reason. */
const MOST_NAMES = 6;

const WEIGHTS = { entities: 0.5, figures: 0.2, topics: 0.15, time: 0.15 };

/**
 * Links stories told in different languages by the entities, figures and topics that they share and by their time.
 * At least two entities must be shared, one of them rare. Deterministic; the strongest links come first.
 */
export function crossLinks(stories: readonly StoryProfile[]): StoryLink[] {
  const holders = new Map<string, number[]>();
  for (const [at, story] of stories.entries())
    for (const entity of story.entities.keys()) holders.set(entity, [...(holders.get(entity) ?? []), at]);
  const links: StoryLink[] = [];
  for (const [at, story] of stories.entries())
    for (const other of candidates(story, at, holders)) {
      const link = linkOf(story, stories[other], holders, stories.length);
      if (link !== null) links.push(link);
    }
  return links.sort((a, b) => b.score - a.score || (a.a < b.a ? -1 : 1));
}

/** Later stories that share enough entities, so that each pair is looked at once. */
function candidates(story: StoryProfile, at: number, holders: Map<string, number[]>): number[] {
  const shared = new Map<number, number>();
  for (const entity of story.entities.keys()) {
    const list = holders.get(entity) ?? [];
    if (list.length > POSTING_CAP) continue;
    for (const other of list) if (other > at) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  return [...shared.keys()].sort((a, b) => a - b);
}

function linkOf(
  a: StoryProfile,
  b: StoryProfile | undefined,
  holders: Map<string, number[]>,
  stories: number,
): StoryLink | null {
  if (b === undefined || a.language === null || b.language === null || a.language === b.language) return null;
  const shared = [...a.entities.keys()].filter((entity) => b.entities.has(entity));
  const held = (entity: string) => holders.get(entity)?.length ?? 1;
  const rare = shared.filter((entity) => held(entity) <= Math.max(RARE, RARE_SHARE * stories));
  if (shared.length < LEAST_SHARED || rare.length === 0) return null;
  const figures = [...a.figures].filter((figure) => b.figures.has(figure));
  const parts = {
    entities: entityCosine(a, b, shared, (entity) => Math.log(1 + (stories + 1) / (held(entity) + 0.5))),
    figures: share(figures.length, a.figures.size, b.figures.size),
    topics: share([...a.topics].filter((topic) => b.topics.has(topic)).length, a.topics.size, b.topics.size),
    time: Math.exp(-(gapHours(a.first, a.last, b.first, b.last) ** 2) / (2 * TIME_HOURS * TIME_HOURS)),
  };
  const score = weighted(parts);
  if (score < SUGGEST) return null;
  const names = shared.map((entity) => shippedGazetteer().byId.get(entity)?.name ?? entity);
  const reasons: StoryReason[] = [{ kind: 'both_name', names: names.slice(0, MOST_NAMES) }];
  if (figures.length > 0) reasons.push({ kind: 'both_give', figures: figures.slice(0, 5) });
  return { a: a.id, b: b.id, score, confirmed: score >= SURE, reasons };
}

/** What neither story has (no figures, no topics) speaks neither for nor against them. */
function weighted(parts: Record<keyof typeof WEIGHTS, number | null>): number {
  let sum = 0;
  let weights = 0;
  for (const key of ['entities', 'figures', 'topics', 'time'] as const) {
    const part = parts[key];
    if (part === null) continue;
    sum += WEIGHTS[key] * part;
    weights += WEIGHTS[key];
  }
  return sum / weights;
}

/** Jaccard index from sizes; null when either has nothing to compare. */
const share = (common: number, a: number, b: number): number | null =>
  a === 0 || b === 0 ? null : common / (a + b - common);

function entityCosine(
  a: StoryProfile,
  b: StoryProfile,
  shared: string[],
  weight: (entity: string) => number,
): number {
  const length = (story: StoryProfile) =>
    Math.sqrt(
      [...story.entities].reduce((sum, [entity, n]) => sum + ((1 + Math.log(n)) * weight(entity)) ** 2, 0),
    );
  const dot = shared.reduce(
    (sum, entity) =>
      sum +
      (1 + Math.log(a.entities.get(entity) ?? 1)) *
        (1 + Math.log(b.entities.get(entity) ?? 1)) *
        weight(entity) ** 2,
    0,
  );
  return dot / (length(a) * length(b) || 1);
}
