export type { FeedHints } from '@throughline/schema';
export {
  type DiscoveredFeed,
  type DiscoverOptions,
  type Discovery,
  discoverFeeds,
} from './discover/discover-feeds.ts';
export { type FeedPreview, type FetchOnce, type NoPreview, previewFeed } from './discover/preview.ts';
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
export { type Article, extractArticle } from './fulltext/extract-article.ts';
export {
  type FullText,
  isFuller,
  readFullText,
  readWebPage,
  type WebPage,
} from './fulltext/read-full-text.ts';
export { type HealthCheck, type HealthHistory, type HealthLimits, healthOf } from './health/health-of.ts';
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
export { type FeedOrigin, readFeedWith } from './parse/read-feed.ts';
export { type AfterPoll, afterPoll, NEW_SOURCE, type PollStep, pollNowAt } from './schedule/after-poll.ts';
export { freshForMs } from './schedule/freshness.ts';
export { NO_HINTS, readHints } from './schedule/hints.ts';
export {
  createHostGate,
  createMemoryLedger,
  type GateClock,
  type Gated,
  type HostGate,
  type HostGateOptions,
  type HostLedger,
  hostKey,
} from './schedule/host-gate.ts';
export {
  DEFAULT_POLICY,
  type NextCheck,
  nextCheck,
  type ScheduleInput,
  type SchedulePolicy,
} from './schedule/next-check.ts';
export {
  answerDelivery,
  answerVerification,
  type CallbackAnswer,
  type DeliveryAnswer,
} from './websub/callback.ts';
export { type HubLinks, hubLinks } from './websub/hub-links.ts';
export { askHub, type HubAnswer } from './websub/hub-request.ts';
export {
  afterDelivery,
  afterPollFoundNews,
  afterRequest,
  followHub,
  leave,
  pushedUntil,
  requestDue,
  type Secrets,
} from './websub/subscription.ts';
