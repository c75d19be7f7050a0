import { namesOf } from './names.ts';
import { knownTriples, type Novelty, noveltyOf } from './novelty.ts';
import { cosine, rarity, rocchio, type TermStatistics, type TermVector, vectorOf } from './terms.ts';

/** An item as tracking reads it. */
export interface TrackedItem {
  title: string;
  text: string;
  publishedAt: string | null;
  /** The story that the machine put it in. */
  story: string | null;
}

/** An item that the storyline already cites. */
export interface AcceptedItem extends TrackedItem {
  /** Number of its footnote. */
  citation: number;
  section: number | null;
}

/** What a storyline is about, learned from what it cites and from what was declined. */
export interface StorylineProfile {
  subject: TermVector;
  sections: ReadonlyMap<number, TermVector>;
  names: ReadonlyMap<string, number>;
  /** Story -> numbers of the citations that belong to it. */
  stories: ReadonlyMap<string, number[]>;
  triples: ReadonlySet<string>;
  /** When the newest cited item was published; ISO 8601. */
  newest: string | null;
  statistics: TermStatistics;
}

export interface Suggestion {
  /** 0..1; from about 0.3 on worth showing. */
  score: number;
  /** Sentences for people, the strongest first. */
  reasons: string[];
  novelty: Novelty;
  /** The section that it fits best, or null where none is near. */
  section: number | null;
}

/** Learns a storyline's profile. With nothing cited yet nothing can be suggested. */
export function storylineProfile(
  accepted: readonly AcceptedItem[],
  declined: readonly TrackedItem[],
  statistics: TermStatistics,
): StorylineProfile {
  const vector = ({ title, text }: TrackedItem) => vectorOf(title, text, statistics);
  const names = new Map<string, number>();
  const stories = new Map<string, number[]>();
  const bySection = new Map<number, TermVector[]>();
  for (const item of accepted) {
    for (const name of namesOf(`${item.title}. ${item.text}`).keys())
      names.set(name, (names.get(name) ?? 0) + 1);
    if (item.story !== null) stories.set(item.story, [...(stories.get(item.story) ?? []), item.citation]);
    if (item.section !== null)
      bySection.set(item.section, [...(bySection.get(item.section) ?? []), vector(item)]);
  }
  return {
    subject: rocchio(accepted.map(vector), declined.map(vector)),
    sections: new Map([...bySection].map(([id, vectors]) => [id, rocchio(vectors, [])])),
    names,
    stories,
    triples: knownTriples(accepted.flatMap(({ title, text }) => [title, text])),
    newest: accepted.reduce<string | null>(
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
  const likeness = Math.max(0, cosine(vector, profile.subject));
  const shared = sharedNames(profile, item);
  const citations = item.story === null ? undefined : profile.stories.get(item.story);
  const score =
    weights.subject * (likeness / (likeness + 0.15)) +
    weights.story * (citations === undefined ? 0 : 1) +
    weights.names * Math.min(1, shared.length / 3) +
    weights.time * closeness(profile.newest, item.publishedAt);
  const novelty = noveltyOf(item.text === '' ? item.title : item.text, profile.triples);
  const reasons = [
    ...(citations === undefined
      ? []
      : [
          `Same story as ${citations.length === 1 ? 'citation' : 'citations'} ${list(citations.map(String))}.`,
        ]),
    ...(shared.length === 0 ? [] : [`Names ${list(shared.slice(0, 4))}.`]),
    ...sharedTerms(profile, vector),
    novelty.added === 0
      ? 'Tells nothing that is not cited already.'
      : `Adds ${novelty.added} ${novelty.added === 1 ? 'sentence' : 'sentences'}.`,
  ];
  return { score, reasons, novelty, section: nearestSection(profile, vector) };
}

/** Names that the storyline knows, the rarest on the desk first. */
function sharedNames(profile: StorylineProfile, item: TrackedItem): string[] {
  return [...namesOf(`${item.title}. ${item.text}`)]
    .filter(([name]) => profile.names.has(name))
    .sort(([a], [b]) => rarity(b, profile.statistics) - rarity(a, profile.statistics))
    .map(([, written]) => written);
}

function sharedTerms(profile: StorylineProfile, vector: TermVector): string[] {
  const terms = [...vector]
    .map(([term, weight]) => ({ term, both: weight * (profile.subject.get(term) ?? 0) }))
    .filter(({ both }) => both > 0.01)
    .sort((a, b) => b.both - a.both)
    .slice(0, 4);
  return terms.length === 0 ? [] : [`Speaks of ${list(terms.map(({ term }) => term))}.`];
}

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

const list = (words: readonly string[]) =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
