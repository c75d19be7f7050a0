import type { ParseResult } from '@throughline/schema';
import { type FeedOrigin, readFeed } from './read-feed.ts';

/**
 * A feed's body to the one normal form, whatever its format and however broken.
 *
 * @param bytes the body after decompression.
 * @returns a value in every case: `{ok: false, error}` with a sentence for people if there is no feed in it.
 */
export function parseFeed(bytes: Uint8Array, origin: FeedOrigin): Promise<ParseResult> {
  return readFeed(bytes, origin);
}
