import { z } from 'zod';
import { Id } from './common.ts';

/** Smaller work on sources; one queue for all of it. */
export const Errand = z.discriminatedUnion('kind', [
  /** Read an answer that came in outside of a poll: a preview or a push. */
  z.object({ kind: z.literal('read-answer'), answerId: Id }),
  /** Ask a source's hub to push, to go on, or to stop. */
  z.object({ kind: z.literal('ask-hub'), sourceId: Id }),
  /** Fetch the page of an item for its whole text. */
  z.object({ kind: z.literal('read-page'), itemId: Id }),
  /** Look on the page of a cited item for the words that were cited. */
  z.object({ kind: z.literal('watch-evidence'), itemId: Id }),
  /** Send one delivery of a webhook. */
  z.object({ kind: z.literal('tell-webhook'), deliveryId: Id }),
  /** Go on removing old items that nobody needs, where the retention's pass stands. */
  z.object({ kind: z.literal('forget-items') }),
]);
export type Errand = z.infer<typeof Errand>;

/**
 * Queue name -> what a job carries: ids, never the data itself. A job may run twice.
 * The database says what is due; losing the whole queue loses nothing.
 */
export const jobPayloads = {
  /** Check this source, if it is still due; the whole of its items is one piece of work. */
  'poll-source': z.object({ sourceId: Id }),
  'run-errand': Errand,
  /** Tag the current revision of these items with the topics as they stand. */
  'tag-items': z.object({ itemIds: z.array(Id).min(1) }),
  /** Take the verdicts of a topic in that came after the last one that was taken in. */
  'learn-topic': z.object({ topicId: z.string() }),
  /** Look for what continues this storyline, and for what its editor should know. */
  'track-storyline': z.object({ storylineId: Id }),
} as const;

export type JobName = keyof typeof jobPayloads;
export type JobPayload<N extends JobName> = z.infer<(typeof jobPayloads)[N]>;
