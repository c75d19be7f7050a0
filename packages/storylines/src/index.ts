export { findClaims } from './claims/find-claims.ts';
export { proposeClaims } from './claims/propose-claims.ts';
export {
  type CitableText,
  type FoundQuote,
  quoteOf,
  withCitation,
  withoutCitation,
  withPoint,
} from './compose/cite.ts';
export { splitOff } from './compose/split-off.ts';
export { type AnchoredQuote, anchorQuote, type QuoteAnchor } from './evidence/anchor.ts';
export { assessStoryline } from './evidence/assess-storyline.ts';
export { type CitedPassage, checkPage, type PageReading } from './evidence/check-page.ts';
export {
  type AssessedClaim,
  assessClaim,
  type ClaimEvidence,
  independentPublishers,
} from './evidence/claim-status.ts';
export { diffWords, type WordChange } from './evidence/diff-words.ts';
export { type WatchedQuote, watchQuote } from './evidence/watch.ts';
export { csvRows, toCsv } from './export/csv.ts';
export { imageOf } from './export/embedded-image.ts';
export { type ExportedFile, exportStoryline, type PrintPage } from './export/export-storyline.ts';
export { exportWarnings, refusals } from './export/export-warnings.ts';
export { toAtom, toJsonFeed, toRss } from './export/feeds.ts';
export { publishedPolicy, toHtml } from './export/html-page.ts';
export { importStoryline, type StorylineImport } from './export/import-storyline.ts';
export { judgedDocument } from './export/judged-document.ts';
export { directionOf } from './export/labels.ts';
export { readingStats } from './export/plain-text.ts';
export type { PublishedFrame } from './export/published-frame.ts';
export { toNothingHerePage, toVersionsPage, toWithdrawnPage } from './export/published-page.ts';
export {
  compareRevisions,
  type RevisionComparison,
  type SectionChange,
} from './history/compare-revisions.ts';
export { type TimelineEntry, timelineOf } from './history/timeline.ts';
export {
  type KeyedAlert,
  type TrackingSituation,
  trackingAlerts,
  type WaitingItem,
} from './tracking/alerts.ts';
export {
  type AcceptedItem,
  type StorylineProfile,
  type Suggestion,
  storylineProfile,
  suggestionFor,
  type TrackedItem,
} from './tracking/suggest.ts';
export { type TermStatistics, type TermVector, termStatistics, vectorOf } from './tracking/terms.ts';
