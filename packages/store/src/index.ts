export { type Actor, actingAs } from './acting.ts';
export { claimAnswer, removeAnswer, storeAnswer, type WaitingAnswer, waitingAnswers } from './answers.ts';
export { createApiToken, listApiTokens, revokeApiToken, userOfToken } from './api-tokens.ts';
export { readAudit } from './audit.ts';
export {
  type BackupClient,
  copiedClient,
  hasDatabase,
  serverClient,
  stoppedClient,
} from './backup/client.ts';
export { lastBackup, noteBackup } from './backup/last.ts';
export { restoreIntoDirectory, restoreIntoServer } from './backup/places.ts';
export { writeBackup } from './backup/write.ts';
export { type Database, openDatabase, type Sql } from './database.ts';
export { DirectoryInUseError } from './directory-lock.ts';
export { type DatabaseFacts, databaseFacts } from './doctor.ts';
export { type EmbeddedDatabase, openEmbedded } from './embedded.ts';
export { ConflictError, isUnusableValue, MissingError } from './errors.ts';
export { eventsAfter, forgetEvents, latestEventPosition } from './events.ts';
export { forgetHosts, hostLedger } from './hosts.ts';
export { importSources, lastImport } from './imports.ts';
export { type CheckResult, type IncomingItem, type Ingested, recordCheck } from './ingest.ts';
export {
  acceptInvitation,
  invite,
  listInvitations,
  openInvitation,
  revokeInvitation,
} from './invitations.ts';
export { countView, type ListView, listItems } from './item-list.ts';
export { forgetMarkCommands, markItems } from './item-marks.ts';
export {
  claimItemPage,
  type ItemForPage,
  itemsDueForPage,
  postponeItemPage,
  recordPageProblem,
  recordPageText,
} from './item-pages.ts';
export { itemById, itemRows } from './items.ts';
export { type JudgedRow, judgedItems, lastVerdict, taggingProgress, verdictItems } from './judged.ts';
export {
  isOutdated,
  type Learner,
  learnerOf,
  learningDue,
  listLearners,
  recordLearning,
  resetLearning,
  setLearning,
  verdictsToLearn,
} from './learners.ts';
export { migrateServer } from './migrate-server.ts';
export { itemAtUrl, storePage } from './pages-by-hand.ts';
export { lookAt, lookingNow } from './presence.ts';
export {
  isPublic,
  publicationBySlug,
  publicationOf,
  publishedDocument,
  publishStoryline,
  withdrawStoryline,
} from './publications.ts';
export {
  changePush,
  forgetPushes,
  pushByToken,
  pushesToLeave,
  pushOfSource,
  pushRequestsDue,
} from './pushes.ts';
export {
  forgetItems,
  forgottenItem,
  previewRetention,
  retentionDue,
  retentionState,
  reuseRoom,
  setRetention,
} from './retention.ts';
export { deskSamples, recallCounts, setDeskSamples, setSampledShare, verdictCounts } from './sampling.ts';
export { addSavedView, changeSavedView, savedViews } from './saved-views.ts';
export { forgetHolds, type HoldWish, holdSection, sectionHolds } from './section-holds.ts';
export {
  createSignInToken,
  endSession,
  endSessions,
  forgetSessions,
  listSessions,
  signIn,
  signOut,
  userOfSession,
} from './sessions.ts';
export { readSetting, writeSetting } from './settings.ts';
export { removeSource, restoreSource, updateSource } from './source-edit.ts';
export { forgetFetches, type JudgeHealth, type SourceHistory } from './source-health.ts';
export {
  claimSource,
  type DueSource,
  dueSources,
  makeDue,
  type PollFacts,
  pollFacts,
  postponeSource,
  type SourceToCheck,
  sourceToCheck,
  sourceToRead,
} from './source-schedule.ts';
export {
  type AddSource,
  addSource,
  addSources,
  fetchHistory,
  type KnownItem,
  knownItems,
  listSources,
  moveSources,
  setPaused,
  sourceById,
  sourceIdsByUrl,
  sourcesInTrouble,
} from './sources.ts';
export {
  describeStories,
  largestStories,
  listStories,
  livingStory,
  type StoryDescription,
  type StoryToDescribe,
  storiesToDescribe,
  storyReports,
  storyRow,
  storyTexts,
} from './stories.ts';
export { curateStories, undoStoryCommand } from './story-curation.ts';
export {
  type Grouping,
  groupedItems,
  groupingProgress,
  type ItemToGroup,
  isGroupingDue,
  itemsToGroup,
  keepGrouping,
  leaveGrouping,
  recordGrouping,
  type StoredPlacement,
  type StoryCursor,
  storyConstraints,
  storyCursor,
  takeGrouping,
} from './story-groups.ts';
export { decideStoryLink, linkedStories, storeStoryLinks, storyProfiles } from './story-links.ts';
export { finishRebuild, latestRebuild, restartGrouping } from './story-rebuilds.ts';
export { addClaim, setClaimRemoved } from './storyline-claims.ts';
export { readStoryline } from './storyline-document.ts';
export {
  askForEvidence,
  type CitedWords,
  claimEvidence,
  type EvidenceToCheck,
  evidenceDue,
  postponeEvidence,
  recordEvidence,
} from './storyline-evidence.ts';
export { frozenStoryline } from './storyline-freeze.ts';
export { insertStoryline, restoreStoryline, type WholeStoryline } from './storyline-insert.ts';
export { setStorylineLink, storylineLinks, usablePoints, usePoint } from './storyline-links.ts';
export {
  keepRevision,
  listRevisions,
  pinRevision,
  readRevision,
  restoreRevision,
  revisionAsOf,
} from './storyline-revisions.ts';
export { splitStoryline, takeBackSplit } from './storyline-split.ts';
export { storylineNews, storylineTracking } from './storyline-suggestions.ts';
export {
  recordLook,
  reopenStoryline,
  type SuggestionToStore,
  setAlertClosed,
  setDeclined,
  setTracking,
  type TrackingCandidate,
  type TrackingState,
  trackingBackground,
  trackingCandidates,
  trackingDue,
  trackingJudged,
  trackingState,
} from './storyline-tracking.ts';
export {
  addSection,
  type CitableRevision,
  citableRevision,
  citableRevisionsByGuid,
  cite,
  createStoryline,
  listStorylines,
  moveSection,
  type Quote,
  setSectionRemoved,
  setStorylineRemoved,
  storylineIdOf,
  uncite,
  updateSection,
  updateStoryline,
} from './storylines.ts';
export { itemsSetAside, recordTaggingFault, retrySetAside } from './tagging-faults.ts';
export {
  type ItemTags,
  type ItemToTag,
  itemsDueForTagging,
  itemsToTag,
  recordTags,
  type TaggingState,
  taggingState,
  topicEpoch,
} from './tags.ts';
export { lastSitting, lookAtToday, topicArrivals, topicDays } from './today.ts';
export {
  addTopic,
  listTopics,
  saveTopic,
  seedTopics,
  setTopicEnabled,
  topicById,
  topicVersions,
} from './topics.ts';
export {
  addUser,
  changeSettings,
  firstAdmin,
  listNames,
  listPeople,
  removeUser,
  renameUser,
  restoreUser,
  setRole,
  settingsOf,
} from './users.ts';
export { type Decided, decide, tagByHand, undoDecision } from './verdicts.ts';
export { countViews } from './view-counts.ts';
export {
  addWebhook,
  claimDelivery,
  deliveriesDue,
  forgetDeliveries,
  listWebhooks,
  recordDelivery,
  removeWebhook,
  setWebhookEnabled,
  testWebhook,
} from './webhooks.ts';
export { addNote, assign, inboxOf, putAway, setNoteRemoved, workOn } from './work.ts';
