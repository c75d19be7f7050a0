export { calibrationError } from './learn/calibrate.ts';
export { type Comparison, compareTopics, type JudgedItem, type Quality } from './learn/compare.ts';
export { type Estimate, estimateRecall, isSampled, wilson } from './learn/estimate.ts';
export { extractFeatures, type Features } from './learn/features.ts';
export type { InSteps } from './learn/in-steps.ts';
export {
  type Lesson,
  learn,
  learnAll,
  newLearner,
  type Prediction,
  predict,
  topFeatures,
} from './learn/learner.ts';
export { type ProposedEdit, proposeEdits, type RejectedItem } from './learn/propose.ts';
export { type SeparatingTerm, separatingTerms } from './learn/separating-terms.ts';
export { type SimulatedItem, simulatedTopic, simulateStream } from './learn/simulate.ts';
export { compileSearch, type QueryMatcher } from './match/query-matcher.ts';
export { canonicalTopic } from './rules/canonical.ts';
export type { Fault, Outcome } from './rules/problem.ts';
export { parseQuery, printQuery } from './rules/query.ts';
export { parseTopic, printTopic } from './rules/topic-text.ts';
export type { SearchNames } from './search/fields.ts';
export { parseSearch } from './search/parse-search.ts';
export { compileTopics, type Tagger } from './tagger.ts';
export { starterTopics } from './topics/index.ts';
export { importableTopics, readTopicFile, type TopicFile } from './topics/more.ts';
