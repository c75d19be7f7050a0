export { compileSearch, type QueryMatcher } from './match/query-matcher.ts';
export { canonicalTopic } from './rules/canonical.ts';
export type { Fault, Outcome } from './rules/problem.ts';
export { parseQuery, printQuery } from './rules/query.ts';
export { parseTopic, printTopic } from './rules/topic-text.ts';
export { compileTopics, type Tagger } from './tagger.ts';
export { starterTopics } from './topics/index.ts';
