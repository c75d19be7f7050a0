import {
  type AfterPoll,
  afterPoll,
  contentHash,
  type FetchedBody,
  type FetchOutcome,
  identifyItems,
  NEW_SOURCE,
} from '@throughline/feeds';
import type { FetchFailureCode, ParsedItem, ParseResult, Said } from '@throughline/schema';
import type { CheckResult, IncomingItem, KnownItem, SourceToCheck } from '@throughline/store';

/** What was fetched, and what was read in it; `parsed` is null where there was nothing new to read. */
export interface Reading {
  outcome: FetchOutcome;
  parsed: ParseResult | null;
  /** The source's stored items, to recognise those that come again. */
  known: readonly KnownItem[];
}

export interface CheckClock {
  now: Date;
  /** 0..1 */
  random: () => number;
  /** News come by WebSub until then. */
  pushedUntil: Date | null;
}

/** One check: what is stored of it, and until when its host wants to be left alone (429). */
export interface Checked {
  result: CheckResult;
  blockHostUntil: Date | null;
}

/** Turns what a check learned into what is stored of it, and says when the source is asked again. */
export function checkResult(source: SourceToCheck, reading: Reading, clock: CheckClock): Checked {
  const { outcome, parsed } = reading;
  const after = afterPoll({ ...clock, ...stepOf(source), outcome, unreadable: unreadable(parsed) });
  const { failure, keep } = after;
  const permanent = outcome.kind === 'failed' && outcome.permanent;
  const result: CheckResult = {
    ...common(clock.now, source, reading),
    ...schedule(after),
    durationMs: outcome.durationMs,
    status: outcome.status,
    bytes: outcome.bytes,
    outcome: failure?.code ?? outcome.kind,
    said: failure?.said ?? null,
    failure: failure === null ? null : { ...failure, permanent },
    validators: keep === null ? null : { ...keep.validators, bodyHash: keep.bodyHash },
  };
  return { result, blockHostUntil: after.blockHostUntil };
}

/**
 * The same for what a hub pushed: items like those of a poll, but no word on how the source answers, when it is asked
 * again, or what to ask it about.
 */
export function pushResult(
  source: SourceToCheck,
  reading: Reading & { outcome: FetchedBody },
  now: Date,
): CheckResult {
  return {
    ...common(now, source, reading),
    durationMs: 0,
    status: null,
    bytes: reading.outcome.bytes,
    outcome: 'pushed',
    said: null,
    failure: null,
    failures: source.failures,
    nextCheckAt: null,
    nextBecause: null,
    memory: null,
    moveTo: null,
    validators: null,
  };
}

function stepOf(source: SourceToCheck) {
  return {
    memory: source.memory ?? { ...NEW_SOURCE },
    failures: source.failures,
    arrivals: source.arrivals.map((at) => new Date(at)),
    ownIntervalMs: source.intervalSeconds === null ? null : source.intervalSeconds * 1000,
  };
}

function common(now: Date, source: SourceToCheck, { parsed, known }: Reading) {
  return {
    sourceId: source.id,
    at: now.toISOString(),
    feed: parsed?.ok ? parsed.feed : null,
    items: parsed?.ok ? incomingItems(parsed.items, source, known) : [],
  };
}

function schedule({ at, because, failures, memory, moveTo }: AfterPoll) {
  return { nextCheckAt: at?.toISOString() ?? null, nextBecause: because, failures, memory, moveTo };
}

function unreadable(parsed: ParseResult | null): { code: FetchFailureCode; said: Said } | null {
  return parsed === null || parsed.ok ? null : { code: 'not-a-feed', said: parsed.error.said };
}

/**
 * Each item once (a feed may list one twice), oldest first, so that ids grow with time: feeds usually list the
 * newest first.
 */
function incomingItems(
  items: readonly ParsedItem[],
  source: SourceToCheck,
  known: readonly KnownItem[],
): IncomingItem[] {
  const keys = identifyItems(items, source.url, known);
  const byKey = new Map<string, IncomingItem>();
  for (const [index, item] of items.entries()) {
    const key = keys[index];
    if (key !== undefined && !byKey.has(key)) byKey.set(key, toIncoming(key, item, source.language));
  }
  return [...byKey.values()].reverse();
}

/** UTF-16 units; every list shows titles, so that one of megabytes would slow down each of them. */
const TITLE_AT_MOST = 2_000;
const SUMMARY_AT_MOST = 100_000;

function toIncoming(key: string, item: ParsedItem, sourceLanguage: string | null): IncomingItem {
  const { guid, url, categories, enclosures, commentsUrl, contentHtml, authors, publishedAt, updatedAt } =
    item;
  const summary = (item.summary ?? '').slice(0, SUMMARY_AT_MOST);
  return {
    key,
    hash: contentHash(item),
    guid,
    url,
    language: item.language ?? sourceLanguage,
    categories,
    enclosures,
    commentsUrl,
    title: (item.title ?? firstWords(summary)).slice(0, TITLE_AT_MOST),
    summary,
    contentHtml,
    contentText: item.contentText ?? '',
    authors,
    publishedAt: publishedAt ?? updatedAt,
    updatedAt,
  };
}

/** A post without a title is listed by its first words. */
function firstWords(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 80).replace(/\s+\S*$/, '')}…`;
}
