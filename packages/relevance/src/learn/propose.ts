import type { RejectReason, TopicDefinition, TopicDraft } from '@throughline/schema';
import { canonicalTopic } from '../rules/canonical.ts';
import { asTopic, compileTopics } from '../tagger.ts';
import { type Comparison, comparisonOf, type JudgedItem } from './compare.ts';
import { exceptionPhrases, withExceptions } from './exceptions.ts';
import { type InSteps, mapInSteps } from './in-steps.ts';
import { separatingTerms } from './separating-terms.ts';
import { withTerm } from './with-term.ts';

/** A change of rules that the verdicts suggest. A person decides; nothing changes by itself. */
export interface ProposedEdit {
  change: ProposedChange;
  topic: TopicDefinition;
  /** Measured on the judged items. */
  effect: Comparison;
}

/** What an edit would do, for a screen to say in its reader's language. */
type ProposedChange =
  /** Hits inside these phrases do not count. */
  | { kind: 'except'; phrases: string[] }
  /** Every hit in an item that says this is doubted. */
  | { kind: 'penalise'; term: string }
  | { kind: 'threshold'; from: number; to: number }
  | { kind: 'term'; term: string; concept: string };

/** A judged item with the reason of its rejection. */
export interface RejectedItem extends JudgedItem {
  reason: RejectReason | null;
}

const MOST = 10;
/** The cue that collects what speaks against a sense or a place. */
const AGAINST = 'doubtful-context';

/**
 * Turns verdicts into proposals, the best first. Wrong sense: a phrase to except. Wrong place: words that make every
 * hit doubtful. Too minor: a higher threshold. Terms that separate relevant items from the rest: a concept's new term.
 * Duplicates are the business of stories and change no rule. What helps nothing on the verdicts is not proposed.
 */
export function* proposeEdits(draft: TopicDraft, judged: readonly RejectedItem[]): InSteps<ProposedEdit[]> {
  const canonical = canonicalTopic(draft);
  if (!canonical.ok) return [];
  const topic = canonical.value;
  const tagger = compileTopics([topic]);
  const tagged = yield* mapInSteps(judged, (entry) => ({ ...entry, tag: tagger.tag(entry.item)[0] ?? null }));
  const because = (reason: RejectReason) =>
    tagged.filter((e) => e.relevant === false && e.reason === reason && e.tag?.relevant === true);
  const accepted = tagged.filter((entry) => entry.relevant === true);

  const edits: Edit[] = [
    ...(yield* exceptions(topic, because('wrong_sense'), accepted)),
    ...(yield* doubtful(topic, because('wrong_place'), accepted)),
    ...higherThreshold(topic, because('too_minor')),
    ...(yield* newTerms(
      topic,
      accepted.filter((entry) => entry.tag === null || !entry.tag.relevant),
      tagged.filter((entry) => entry.relevant === false),
    )),
  ];
  return (yield* measured(edits, tagged))
    .filter((edit) => worth(edit.effect) > 0)
    .sort((a, b) => worth(b.effect) - worth(a.effect))
    .slice(0, MOST);
}

/** Each edited topic by itself, as `compareTopics` would read it; one that cannot be used falls out. */
function* measured(edits: readonly Edit[], tagged: readonly Tagged[]): InSteps<ProposedEdit[]> {
  const proposed: ProposedEdit[] = [];
  for (const edit of edits) {
    const edited = asTopic(edit.topic);
    if (!edited.ok) continue;
    const read = yield* mapInSteps(tagged, (entry) => ({
      ...entry,
      was: entry.tag?.relevant === true,
      is: edited.value(entry.item),
    }));
    proposed.push({ ...edit, effect: comparisonOf(read) });
  }
  return proposed;
}

type Tagged = RejectedItem & { tag: ReturnType<ReturnType<typeof compileTopics>['tag']>[number] | null };
type Edit = Omit<ProposedEdit, 'effect'>;

/** A wrong loses more trust than a right wins. */
function worth(effect: Comparison): number {
  return effect.lostRight + effect.gainedRight - 2 * (effect.lostWrong + effect.gainedWrong);
}

/** All phrases at once, since a wrong sense seldom comes in one only, and each by itself. */
function* exceptions(
  topic: TopicDefinition,
  rejected: readonly Tagged[],
  accepted: readonly Tagged[],
): InSteps<Edit[]> {
  const phrases = yield* exceptionPhrases(
    topic,
    rejected.map(({ item, tag }) => ({ item, evidence: tag?.evidence ?? [] })),
    accepted.map(({ item }) => item),
  );
  const sets = phrases.length > 1 ? [phrases, ...phrases.map((phrase) => [phrase])] : [phrases];
  return sets
    .filter((set) => set.length > 0)
    .map((set) => ({ change: { kind: 'except', phrases: set }, topic: withExceptions(topic, set) }));
}

function* doubtful(
  topic: TopicDefinition,
  rejected: readonly Tagged[],
  accepted: readonly Tagged[],
): InSteps<Edit[]> {
  if (rejected.length === 0) return [];
  const terms = yield* separatingTerms(
    accepted.map((entry) => entry.item),
    rejected.map((entry) => entry.item),
    40,
  );
  const against = terms.filter((term) => term.z < -1 && term.accepted === 0);
  return against.slice(0, MOST).map(({ term }) => ({
    change: { kind: 'penalise', term },
    topic: withDoubt(topic, term),
  }));
}

function withDoubt(topic: TopicDefinition, term: string): TopicDefinition {
  const cue = topic.cues.find((c) => c.id === AGAINST) ?? { id: AGAINST, terms: {} };
  const gate = { kind: 'penalise' as const, any: [AGAINST], within: 'item' as const, by: 0.7 };
  return {
    ...topic,
    cues: [...topic.cues.filter((c) => c.id !== AGAINST), { ...cue, terms: withTerm(cue.terms, term) }],
    concepts: topic.concepts.map((concept) =>
      concept.weight <= 0 || concept.gates.some((g) => g.any.includes(AGAINST))
        ? concept
        : { ...concept, gates: [...concept.gates, gate] },
    ),
  };
}

/** Just above what was too minor: half of those items, or all of them. */
function higherThreshold(topic: TopicDefinition, rejected: readonly Tagged[]): Edit[] {
  const scores = rejected.map((entry) => entry.tag?.score ?? 0).sort((a, b) => a - b);
  const cuts = [scores[Math.floor((scores.length - 1) / 2)], scores.at(-1)];
  return [...new Set(cuts)]
    .filter((score) => score !== undefined)
    .map((score) => Math.min(0.95, Math.ceil((score + 0.001) * 100) / 100))
    .map((relevant) => ({
      change: { kind: 'threshold', from: topic.thresholds.relevant, to: relevant },
      topic: { ...topic, thresholds: { ...topic.thresholds, relevant } },
    }));
}

/** Words of relevant items that the rules miss, for the strongest concept. */
function* newTerms(
  topic: TopicDefinition,
  missed: readonly Tagged[],
  rejected: readonly Tagged[],
): InSteps<Edit[]> {
  const strongest = [...topic.concepts].sort((a, b) => b.weight - a.weight)[0];
  if (strongest === undefined || missed.length === 0) return [];
  const terms = yield* separatingTerms(
    missed.map((entry) => entry.item),
    rejected.map((entry) => entry.item),
    40,
  );
  const telling = terms.filter((term) => term.z > 1 && term.rejected === 0 && term.term.length >= 4);
  return telling.slice(0, MOST).map(({ term }) => ({
    change: { kind: 'term', term, concept: strongest.id },
    topic: {
      ...topic,
      concepts: topic.concepts.map((concept) =>
        concept === strongest ? { ...concept, terms: withTerm(concept.terms, term) } : concept,
      ),
    },
  }));
}
