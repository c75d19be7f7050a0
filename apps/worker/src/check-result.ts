import {
  contentHash,
  type FeedHints,
  type FetchOutcome,
  freshForMs,
  identifyItems,
  nextCheck,
  readHints,
} from '@throughline/feeds';
import type { FetchFailureCode, ParsedItem, ParseResult } from '@throughline/schema';
import type { CheckResult, IncomingItem, KnownItem, SourceToCheck } from '@throughline/store';

/** What was fetched, and what was read in it; `parsed` is null where there was nothing new to read. */
export interface Reading {
  outcome: FetchOutcome;
  parsed: ParseResult | null;
  /** The source's stored items, to recognise those that come again. */
  known: readonly KnownItem[];
}

interface Failed {
  code: FetchFailureCode;
  message: string;
  permanent: boolean;
}

/** Turns what a check learned into what is stored of it, and says when the source is asked again. */
export function checkResult(
  source: SourceToCheck,
  reading: Reading,
  clock: { now: Date; random: () => number },
): CheckResult {
  const { outcome, parsed } = reading;
  const failed = failureOf(reading);
  const hints =
    outcome.kind === 'body' ? readHints(outcome.body) : ((source.hints as FeedHints | null) ?? undefined);
  const next = nextCheck({
    ...clock,
    outcome: failed === null ? outcome : { kind: 'failed', freshness: outcome.freshness, ...failed },
    failures: failed === null ? 0 : source.failures + 1,
    arrivals: source.arrivals.map((at) => new Date(at)),
    ...(hints === undefined ? {} : { hints }),
    rememberedFreshMs: source.freshMs,
    ownIntervalMs: source.intervalSeconds === null ? null : source.intervalSeconds * 1000,
  });
  return {
    sourceId: source.id,
    at: clock.now.toISOString(),
    durationMs: outcome.durationMs,
    status: outcome.status,
    bytes: outcome.bytes,
    outcome: failed?.code ?? outcome.kind,
    message: failed?.message ?? null,
    state: failed === null ? 'fine' : failed.permanent ? 'gone' : 'failing',
    cause: failed?.message ?? null,
    causeCode: failed?.code ?? null,
    nextCheckAt: next.at?.toISOString() ?? null,
    notBefore: next.notBefore?.toISOString() ?? null,
    movedTo: failed === null ? outcome.movedTo : null,
    hints: outcome.kind === 'body' && failed === null ? hints : null,
    freshMs: outcome.kind === 'failed' ? null : freshForMs(outcome.freshness),
    validators: validatorsOf(outcome, failed, source),
    feed: parsed?.ok ? parsed.feed : null,
    items: parsed?.ok ? incomingItems(parsed.items, source, reading.known) : [],
  };
}

function failureOf({ outcome, parsed }: Reading): Failed | null {
  if (outcome.kind === 'failed') return outcome;
  if (parsed === null || parsed.ok) return null;
  return { code: 'not-a-feed', message: parsed.error.message, permanent: false };
}

/** Validators of a body count only when it was read: one that was not must be sent again. */
function validatorsOf(
  outcome: FetchOutcome,
  failed: Failed | null,
  source: SourceToCheck,
): CheckResult['validators'] {
  if (outcome.kind === 'failed' || failed !== null) return null;
  return { ...outcome.validators, bodyHash: outcome.kind === 'body' ? outcome.bodyHash : source.bodyHash };
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
