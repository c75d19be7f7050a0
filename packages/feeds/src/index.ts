export { htmlToText } from './normalise/html-text.ts';
export { type Identifiable, identifyItems, itemIdentity, type KnownItem } from './normalise/identity.ts';
export { contentHash } from './normalise/revision.ts';
export { sanitizeHtml } from './normalise/sanitize.ts';
export { canonicalUrl } from './normalise/urls.ts';
export { type DiffPart, diffWords } from './normalise/word-diff.ts';
export { parseFeed } from './parse/parse-feed.ts';
export type { FeedOrigin } from './parse/read-feed.ts';
