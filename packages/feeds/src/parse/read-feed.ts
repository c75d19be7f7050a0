import type { ParseFailure, ParseResult } from '@throughline/schema';
import { normaliseFeed } from '../normalise/normalise-feed.ts';
import { decodeBytes } from './charset.ts';
import { readWithRssParser } from './first-reader.ts';
import { readJsonFeed } from './json-feed.ts';
import { hasForbidden, mend } from './mend.ts';
import type { RawFeed } from './raw-feed.ts';
import { type Survey, survey } from './survey.ts';
import { readTolerant } from './tolerant-reader.ts';

/** Where a body came from, as far as is known. */
export interface FeedOrigin {
  /** Absolute address of the feed. */
  url?: string | null | undefined;
  /** The HTTP `Content-Type` header. */
  contentType?: string | null | undefined;
}

/** Which reader answered: kept beside the result for measuring, not part of it. */
export type Reader = 'rss-parser' | 'tolerant' | 'json' | 'none';

/** Bytes to the normal form in this thread, in time linear to their length. Never throws. */
export async function readFeed(bytes: Uint8Array, origin: FeedOrigin): Promise<ParseResult> {
  return (await readFeedWith(bytes, origin)).result;
}

/**
 * As `readFeed`, and says which reader it took: for measuring.
 *
 * @param force lets the second reader read what the first would have read.
 */
export async function readFeedWith(
  bytes: Uint8Array,
  origin: FeedOrigin,
  force?: 'tolerant',
): Promise<{ reader: Reader; result: ParseResult }> {
  try {
    return await read(bytes, origin, force === undefined);
  } catch (error) {
    const message = `The feed could not be read: ${error instanceof Error ? error.message : String(error)}.`;
    return { reader: 'none', result: { ok: false, error: { code: 'unreadable', message } } };
  }
}

async function read(
  bytes: Uint8Array,
  origin: FeedOrigin,
  firstAllowed: boolean,
): Promise<{ reader: Reader; result: ParseResult }> {
  const url = origin.url && URL.canParse(origin.url) ? origin.url : null;
  const decoded = decodeBytes(bytes, origin.contentType ?? null);
  const text = decoded.text.trimStart();
  if (text === '') return failed('empty', 'The answer is empty; there is no feed in it.');
  const { reader, raw, failure } = /^[[{]/.test(text)
    ? readJson(text)
    : await readMarkup(decoded.text, firstAllowed);
  if (raw === null) return { reader, result: { ok: false, error: failure } };
  raw.warnings.unshift(...decoded.warnings);
  return { reader, result: { ok: true, ...normaliseFeed(raw, url) } };
}

type Reading =
  | { reader: Reader; raw: RawFeed; failure: null }
  | { reader: Reader; raw: null; failure: ParseFailure };

function readJson(text: string): Reading {
  const refused = (message: string): Reading => ({
    reader: 'json',
    raw: null,
    failure: { code: 'not-a-feed', message },
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused('The answer looks like JSON but is broken; no feed could be read from it.');
  }
  const raw = readJsonFeed(value);
  return raw === null
    ? refused('The answer is JSON, but no JSON Feed.')
    : { reader: 'json', raw, failure: null };
}

async function readMarkup(text: string, firstAllowed: boolean): Promise<Reading> {
  // Most feeds need no mending: they are read at once, and only what that declines is looked into.
  const plain = firstAllowed && !hasForbidden(text) ? await readWithRssParser(text) : null;
  if (plain !== null) return { reader: 'rss-parser', raw: plain, failure: null };
  const first = survey(text);
  if (first.root === null)
    return refusal('not-a-feed', 'The answer is neither XML nor JSON; there is no feed in it.');
  const { text: repaired, mended } = mend(text, first);
  const seen = mended.length > 0 || first.doctype !== null ? survey(repaired) : first;
  const raw = firstAllowed && repaired !== text ? await readWithRssParser(repaired) : null;
  if (raw !== null) {
    raw.warnings.push(...mended);
    return { reader: 'rss-parser', raw, failure: null };
  }
  const tolerant = readTolerant(repaired, seen);
  if (tolerant === null) return refuse(seen);
  tolerant.warnings.push(...mended);
  return { reader: 'tolerant', raw: tolerant, failure: null };
}

function refuse(seen: Survey): Reading {
  const root = seen.root?.toLowerCase() ?? '';
  if (root === 'html' || root === 'head' || root === 'body') {
    return refusal('html-page', 'The answer is a web page, not a feed.');
  }
  return refusal(
    'not-a-feed',
    `The answer is XML (<${root.slice(0, 40)}>), but no kind of feed that is known.`,
  );
}

function refusal(code: string, message: string): Reading {
  return { reader: 'none', raw: null, failure: { code, message } };
}

function failed(code: string, message: string): { reader: Reader; result: ParseResult } {
  return { reader: 'none', result: { ok: false, error: { code, message } } };
}
