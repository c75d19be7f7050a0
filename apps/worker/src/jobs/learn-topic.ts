import { compileTopics, extractFeatures, learn, newLearner, type Tagger } from '@throughline/relevance';
import type { LearnerState } from '@throughline/schema';
import { type Learner, learnerOf, recordLearning, topicById, verdictsToLearn } from '@throughline/store';
import type { Desk } from '../desk.ts';

const VERDICTS_AT_ONCE = 200;
/** Tagging goes over to what was learned after so many new verdicts: every time, stored items are scored again. */
const APPLY_EVERY = 10;

/** Takes the verdicts of a topic in, one after the other, as far as they have come. */
export async function learnTopic({ db }: Pick<Desk, 'db'>, topicId: string): Promise<void> {
  for (;;) {
    const [topic, learner] = await Promise.all([topicById(db, topicId), learnerOf(db, topicId)]);
    if (topic === null || learner === null || !learner.enabled) return;
    const tagger = compileTopics([topic.definition]);
    const rules = tagger.topics[0];
    // Rules that cannot be used teach nothing; the verdicts wait until they can.
    if (rules === undefined) return;
    const verdicts = await verdictsToLearn(db, learner, VERDICTS_AT_ONCE);
    const last = verdicts.at(-1);
    if (last === undefined) return;
    const before = learner.state ?? newLearner(topicId, rules.version);
    const state = verdicts
      // What was taken back or decided anew teaches nothing: the later verdict does.
      .filter((verdict) => verdict.current)
      .reduce((now, verdict) => takeIn(now, verdict, tagger), before);
    const apply = seen(state) - seen(learner.applied) >= APPLY_EVERY;
    if (!(await recordLearning(db, learner, { position: last.id, state, apply }))) return;
  }
}

type Verdict = Awaited<ReturnType<typeof verdictsToLearn>>[number];

function takeIn(
  state: LearnerState,
  { item, source, shown, relevant }: Verdict,
  tagger: Tagger,
): LearnerState {
  const rules = tagger.explain(item)[0];
  if (rules === undefined) return state;
  const features = extractFeatures(item, rules.evidence, source);
  return learn({ ...state, ruleVersion: rules.ruleVersion }, { features, rules, shown, relevant });
}

const seen = (state: Learner['state']) => (state === null ? 0 : state.relevant + state.notRelevant);
