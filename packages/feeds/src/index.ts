export {
  type ClientLimits,
  type ClientOptions,
  createGuardedClient,
  DEFAULT_LIMITS,
  type GuardedClient,
  type GuardedOutcome,
  type GuardedRequest,
} from './fetch/client.ts';
export type { Resolve } from './fetch/connector.ts';
export {
  type FeedRequest,
  type FetchedBody,
  type FetchedUnchanged,
  type FetchFailed,
  type FetchOutcome,
  fetchFeed,
  summarize,
} from './fetch/fetch-feed.ts';
export { htmlToText } from './normalise/html-text.ts';
export { type Identifiable, identifyItems, itemIdentity, type KnownItem } from './normalise/identity.ts';
export { contentHash } from './normalise/revision.ts';
export { sanitizeHtml } from './normalise/sanitize.ts';
export { canonicalUrl } from './normalise/urls.ts';
export { type DiffPart, diffWords } from './normalise/word-diff.ts';
export type { OpmlDocument, OpmlOutline } from './opml/opml.ts';
export { parseOpml } from './opml/parse-opml.ts';
export { opmlOfSources, sourcesOfOpml } from './opml/sources.ts';
export { type OpmlToWrite, writeOpml } from './opml/write-opml.ts';
export { parseFeed } from './parse/parse-feed.ts';
export type { FeedOrigin } from './parse/read-feed.ts';
export { freshForMs } from './schedule/freshness.ts';
export { type FeedHints, NO_HINTS, readHints } from './schedule/hints.ts';
export {
  DEFAULT_POLICY,
  type NextCheck,
  nextCheck,
  type ScheduleInput,
  type SchedulePolicy,
} from './schedule/next-check.ts';
