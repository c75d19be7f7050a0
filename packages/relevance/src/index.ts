export { compileTopics, type Tagger } from './tagger.ts';
export { starterTopics } from './topics/index.ts';
