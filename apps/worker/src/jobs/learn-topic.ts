import {
  compileTopics,
  extractFeatures,
  type Lesson,
  learnAll,
  newLearner,
  type Tagger,
} from '@throughline/relevance';
import type { LearnerState } from '@throughline/schema';
import { isOutdated, learnerOf, recordLearning, topicById, verdictsToLearn } from '@throughline/store';
import type { Desk } from '../desk.ts';

const VERDICTS_AT_ONCE = 200;
/** Tagging goes over to what was learned after so many new verdicts: every time, stored items are scored again. */
const APPLY_EVERY = 10;

/**
 * Takes the verdicts of a topic in, one after the other, as far as they have come; all of them anew when one that was
 * taken in counts no more.
 */
export async function learnTopic({ db }: Pick<Desk, 'db'>, topicId: string): Promise<void> {
  const [topic, learner] = await Promise.all([topicById(db, topicId), learnerOf(db, topicId)]);
  if (topic === null || learner === null || !learner.enabled) return;
  const tagger = compileTopics([topic.definition]);
  const rules = tagger.topics[0];
  // Rules that cannot be used teach nothing; the verdicts wait until they can.
  if (rules === undefined) return;
  const anew = await isOutdated(db, learner);
  let position = anew ? learner.since : learner.position;
  let state = (anew ? null : learner.state) ?? newLearner(topicId, rules.version);
  for (;;) {
    const verdicts = await verdictsToLearn(db, topicId, { after: position, limit: VERDICTS_AT_ONCE });
    const last = verdicts.at(-1);
    if (last === undefined) break;
    // What was taken back or decided anew teaches nothing: the later verdict does.
    const current = verdicts.filter((verdict) => verdict.current);
    state = learnAll({ ...state, ruleVersion: rules.version }, lessons(current, tagger));
    position = last.id;
  }
  if (position === learner.position) return;
  const apply = difference(state, learner.applied) >= APPLY_EVERY;
  await recordLearning(db, learner, { position, state, apply });
}

type Verdict = Awaited<ReturnType<typeof verdictsToLearn>>[number];

function lessons(verdicts: readonly Verdict[], tagger: Tagger): Lesson[] {
  return verdicts.flatMap(({ item, source, shown, relevant }) => {
    const rules = tagger.explain(item)[0];
    if (rules === undefined) return [];
    return [{ features: extractFeatures(item, rules.evidence, source), rules, shown, relevant }];
  });
}

type Counts = Pick<LearnerState, 'relevant' | 'notRelevant'>;

/** How many verdicts of each kind came or went. */
function difference(now: Counts, before: Counts | null): number {
  const { relevant = 0, notRelevant = 0 } = before ?? {};
  return Math.abs(now.relevant - relevant) + Math.abs(now.notRelevant - notRelevant);
}
