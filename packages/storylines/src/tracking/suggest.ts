import type { Novelty, SuggestionReason } from '@throughline/schema';
import { namesOf } from './names.ts';
import { knownTriples, noveltyOf } from './novelty.ts';
import { learnPreference, type Preference, probability } from './preference.ts';
import { cosine, rarity, rocchio, type TermStatistics, type TermVector, termsOf, vectorOf } from './terms.ts';

/** An item as tracking reads it. */
export interface TrackedItem {
  id: number;
  title: string;
  text: string;
  publishedAt: string | null;
  /** The story that the machine put it in. */
  story: string | null;
}

/** An item that the storyline already cites. */
export interface AcceptedItem extends TrackedItem {
  citation: number;
  section: number | null;
}

/** What a storyline is about, learned from what it cites and from what was declined. */
export interface StorylineProfile {
  subject: TermVector;
  /** Learned from enough choices; null: by likeness to what is cited. */
  preference: Preference | null;
  sections: ReadonlyMap<number, TermVector>;
  names: ReadonlyMap<string, number>;
  /** Story -> the citations that belong to it. */
  stories: ReadonlyMap<string, number[]>;
  triples: ReadonlySet<string>;
  /** When the newest cited item was published; ISO 8601. */
  newest: string | null;
  statistics: TermStatistics;
}

export interface Suggestion {
  /** 0..1; from about 0.3 on worth showing. */
  score: number;
  /** The strongest first. */
  reasons: SuggestionReason[];
  novelty: Novelty;
  /** The section that it fits best, or null where none is near. */
  section: number | null;
}

/** From so many accepted items on choices are learned from one by one; before, likeness does better. */
const ENOUGH_ACCEPTED = 10;

/**
 * Learns a storyline's profile. With nothing cited yet nothing can be suggested.
 *
 * @param others texts of the desk's other items, taken for what the storyline is not about
 */
export function storylineProfile(
  accepted: readonly AcceptedItem[],
  declined: readonly TrackedItem[],
  statistics: TermStatistics,
  others: readonly string[] = [],
): StorylineProfile {
  const vector = ({ title, text }: TrackedItem) => vectorOf(title, text, statistics);
  const items = [...new Map(accepted.map((item) => [item.id, item])).values()];
  const names = new Map<string, number>();
  const stories = new Map<string, number[]>();
  const bySection = new Map<number, TermVector[]>();
  for (const item of items)
    for (const name of namesOf(`${item.title}. ${item.text}`).keys())
      names.set(name, (names.get(name) ?? 0) + 1);
  for (const item of accepted) {
    if (item.story !== null) stories.set(item.story, [...(stories.get(item.story) ?? []), item.citation]);
    if (item.section !== null)
      bySection.set(item.section, [...(bySection.get(item.section) ?? []), vector(item)]);
  }
  const vectors = items.map(vector);
  const against = declined.map(vector);
  return {
    subject: rocchio(vectors, against),
    preference:
      items.length < ENOUGH_ACCEPTED
        ? null
        : learnPreference(
            vectors,
            against,
            others.map((text) => vectorOf('', text, statistics)),
          ),
    sections: new Map([...bySection].map(([id, own]) => [id, rocchio(own, [])])),
    names,
    stories,
    triples: knownTriples(items.flatMap(({ title, text }) => [title, text])),
    newest: items.reduce<string | null>(
      (max, { publishedAt }) => (publishedAt !== null && publishedAt > (max ?? '') ? publishedAt : max),
      null,
    ),
    statistics,
  };
}

const weights = { subject: 0.55, story: 0.2, names: 0.15, time: 0.1 };
const day = 86_400_000;

/**
 * How well an item continues a storyline, and why: likeness to what it cites, the same story, the same names,
 * closeness in time (Gaussian, three days). The weights are priors until enough was accepted and declined.
 */
export function suggestionFor(profile: StorylineProfile, item: TrackedItem): Suggestion {
  const vector = vectorOf(item.title, item.text, profile.statistics);
  const shared = sharedNames(profile, item);
  const citations = item.story === null ? undefined : profile.stories.get(item.story);
  const score =
    weights.subject * subjectScore(profile, vector) +
    weights.story * (citations === undefined ? 0 : 1) +
    weights.names * Math.min(1, shared.length / 3) +
    weights.time * closeness(profile.newest, item.publishedAt);
  const reasons: SuggestionReason[] = [
    ...(citations === undefined ? [] : [{ kind: 'story' as const, citations }]),
    ...(shared.length === 0 ? [] : [{ kind: 'names' as const, names: shared.slice(0, 4) }]),
    ...sharedTerms(profile, vector),
  ];
  const novelty = noveltyOf(item.text === '' ? item.title : item.text, profile.triples);
  return { score, reasons, novelty, section: nearestSection(profile, vector) };
}

/** How near the subject a text is, 0..1: a half lies where one would begin to look. */
function subjectScore(profile: StorylineProfile, vector: TermVector): number {
  const likeness = Math.max(0, cosine(vector, profile.subject));
  const alike = likeness / (likeness + 0.15);
  return profile.preference === null ? alike : (alike + probability(profile.preference, vector)) / 2;
}

/** Names that the storyline knows, the rarest on the desk first. */
function sharedNames(profile: StorylineProfile, item: TrackedItem): string[] {
  return [...namesOf(`${item.title}. ${item.text}`)]
    .filter(([id]) => profile.names.has(id))
    .map(([, name]) => ({ name, rare: nameRarity(name, profile.statistics) }))
    .sort((a, b) => b.rare - a.rare)
    .map(({ name }) => name);
}

/** A name is as rare as the rarest of its words. */
function nameRarity(name: string, statistics: TermStatistics): number {
  return Math.max(0, ...termsOf(name).map((word) => rarity(word, statistics)));
}

function sharedTerms(profile: StorylineProfile, vector: TermVector): SuggestionReason[] {
  const terms = [...vector]
    .map(([term, weight]) => ({ term, both: weight * (profile.subject.get(term) ?? 0) }))
    .filter(({ term, both }) => both > 0.01 && !isCommon(term, profile.statistics))
    .sort((a, b) => b.both - a.both)
    .slice(0, 4);
  return terms.length === 0 ? [] : [{ kind: 'terms', terms: terms.map(({ term }) => term) }];
}

/** A word that one in seven of the desk's texts holds tells nobody why. */
const isCommon = (term: string, { texts, holding }: TermStatistics) =>
  texts > 50 && (holding.get(term) ?? 0) > texts / 7;

function closeness(newest: string | null, at: string | null): number {
  if (newest === null || at === null) return 0;
  const days = (Date.parse(at) - Date.parse(newest)) / day;
  return Number.isFinite(days) ? Math.exp(-(days * days) / (2 * 9)) : 0;
}

function nearestSection(profile: StorylineProfile, vector: TermVector): number | null {
  let best: { id: number; likeness: number } | null = null;
  for (const [id, section] of profile.sections) {
    const likeness = cosine(vector, section);
    if (likeness >= 0.1 && (best === null || likeness > best.likeness)) best = { id, likeness };
  }
  return best?.id ?? null;
}
