import {
  inEnglish,
  type ParseFailure,
  type ParseResult,
  type Said,
  type SaidCode,
} from '@throughline/schema';
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
    const named = error instanceof Error ? error.message : String(error);
    return failed('unreadable', { code: 'unreadable', named });
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
  if (text === '') return failed('empty', { code: 'empty' });
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
  const refused = (code: SaidCode): Reading => ({ ...refusal('not-a-feed', { code }), reader: 'json' });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused('broken_json');
  }
  const raw = readJsonFeed(value);
  return raw === null ? refused('other_json') : { reader: 'json', raw, failure: null };
}

async function readMarkup(text: string, firstAllowed: boolean): Promise<Reading> {
  // Most feeds need no mending: they are read at once, and only what that declines is looked into.
  const plain = firstAllowed && !hasForbidden(text) ? await readWithRssParser(text) : null;
  if (plain !== null) return { reader: 'rss-parser', raw: plain, failure: null };
  const first = survey(text);
  if (first.root === null) return refusal('not-a-feed', { code: 'no_markup' });
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
    return refusal('html-page', { code: 'web_page' });
  }
  return refusal('not-a-feed', { code: 'other_xml', named: root.slice(0, 40) });
}

function refusal(code: string, said: Said): Reading & { raw: null } {
  return { reader: 'none', raw: null, failure: parseFailure(code, said) };
}

function failed(code: string, said: Said): { reader: Reader; result: ParseResult } {
  return { reader: 'none', result: { ok: false, error: parseFailure(code, said) } };
}

const parseFailure = (code: string, said: Said): ParseFailure => ({
  code,
  said,
  message: inEnglish(said),
});
