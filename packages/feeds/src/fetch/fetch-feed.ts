import { createHash } from 'node:crypto';
import {
  type FetchFailureCode,
  type FetchSummary,
  type Freshness,
  inEnglish,
  type Said,
  type Validators,
} from '@throughline/schema';
import { type GuardedAnswer, type GuardedClient, type GuardedOutcome, type Hop, single } from './client.ts';
import type { HeaderValues } from './exchange.ts';

/** One conditional request for one feed. */

export interface FeedRequest {
  url: string;
  /** As received with the body that is stored; null asks unconditionally. */
  etag: string | null;
  lastModified: string | null;
  /**
   * Origin of the answer that these validators came with (`validatorsFrom` of that outcome): they are shown to nobody
   * else. Null or left out: they go along every hop, which asks strangers about versions that they never named.
   */
  validatorsFrom?: string | null;
  /** SHA-256 (hex) of the body that is stored: the same bytes again count as unchanged. */
  bodyHash?: string | null;
  /** See `GuardedRequest.foreign`: for an item's page, unless it lies on the source's own host. */
  foreign?: boolean;
  /** What is asked for; a feed, or else a page, where it is left out. */
  accept?: string;
  maxBytes?: number;
  signal?: AbortSignal;
}

interface Fetched {
  /** As asked for. */
  url: string;
  /** The address that answered last. */
  finalUrl: string;
  /** HTTP status of the last answer; null when none came. */
  status: number | null;
  freshness: Freshness;
  /**
   * Where the first hops, all of them permanent (301, 308), led, with the credentials that are sent there; null when the
   * address is still right.
   */
  movedTo: string | null;
  durationMs: number;
  /** Bytes of the body after decompression. */
  bytes: number;
}

/** Where an answer's validators belong: its origin. Kept beside them. */
export function validatorsFrom(outcome: FetchOutcome): string {
  return new URL(outcome.finalUrl).origin;
}

/** A new body. Its validators must be stored in the same transaction as its items. */
export interface FetchedBody extends Fetched {
  kind: 'body';
  body: Buffer;
  bodyHash: string;
  contentType: string | null;
  validators: Validators;
  /** `Link: <...>; rel=hub` and `rel=self`, as received: WebSub may be announced here only. */
  link: string[];
}

/** Nothing to read: the server said so (304), or it sent the same bytes again. */
export interface FetchedUnchanged extends Fetched {
  kind: 'unchanged';
  by: 'status' | 'hash';
  /** What to send next time. After a 304 these are the ones that were sent. */
  validators: Validators;
  /** Of the body that is stored, as given. */
  bodyHash: string | null;
}

export interface FetchFailed extends Fetched {
  kind: 'failed';
  code: FetchFailureCode;
  /** One sentence for people, as data and in English. */
  said: Said;
  message: string;
  /** The publisher says that it will not come back (410): stop asking. */
  permanent: boolean;
}

export type FetchOutcome = FetchedBody | FetchedUnchanged | FetchFailed;

const ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, ' +
  'application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.4';

export async function fetchFeed(client: GuardedClient, request: FeedRequest): Promise<FetchOutcome> {
  const conditions: Record<string, string> = {};
  if (request.etag !== null) conditions['if-none-match'] = request.etag;
  if (request.lastModified !== null) conditions['if-modified-since'] = request.lastModified;
  const from = request.validatorsFrom ?? null;
  const outcome = await client.request({
    url: request.url,
    foreign: request.foreign ?? false,
    headers: { accept: request.accept ?? ACCEPT, ...(from === null ? conditions : {}) },
    bound: from === null ? null : { origin: from, headers: conditions },
    ...(request.maxBytes === undefined ? {} : { maxBytes: request.maxBytes }),
    ...(request.signal === undefined ? {} : { signal: request.signal }),
  });
  return toOutcome(request, outcome);
}

function toOutcome(request: FeedRequest, outcome: GuardedOutcome): FetchOutcome {
  const common = {
    url: request.url,
    finalUrl: outcome.url,
    status: outcome.kind === 'answer' ? outcome.status : null,
    freshness: freshnessOf(outcome.kind === 'answer' ? outcome.headers : {}),
    movedTo: withCredentials(permanentTarget(outcome.hops), request.url),
    durationMs: outcome.durationMs,
    bytes: outcome.kind === 'answer' ? outcome.body.length : 0,
  };
  if (outcome.kind === 'failed') {
    const { code, said, message } = outcome;
    return { ...common, kind: 'failed', code, said, message, permanent: false };
  }
  if (outcome.status === 200 || outcome.status === 203) return fromBody(request, outcome, common);
  const asked = request.etag !== null || request.lastModified !== null;
  if (outcome.status === 304 && asked) {
    const validators = { etag: request.etag, lastModified: request.lastModified };
    return { ...common, kind: 'unchanged', by: 'status', validators, bodyHash: request.bodyHash ?? null };
  }
  return { ...common, kind: 'failed', ...refusal(outcome) };
}

function fromBody(request: FeedRequest, answer: GuardedAnswer, common: Fetched): FetchOutcome {
  const { body, headers } = answer;
  const bodyHash = createHash('sha256').update(body).digest('hex');
  const validators = {
    etag: single(headers.etag) || null,
    lastModified: single(headers['last-modified']) || null,
  };
  if (bodyHash === request.bodyHash)
    return { ...common, kind: 'unchanged', by: 'hash', validators, bodyHash };
  const contentType = single(headers['content-type']) ?? null;
  return { ...common, kind: 'body', body, bodyHash, contentType, validators, link: all(headers.link) };
}

function all(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : [value].flat();
}

function freshnessOf(headers: HeaderValues): Freshness {
  return {
    // Several Cache-Control lines mean one list (RFC 9110, 5.3).
    cacheControl: all(headers['cache-control']).join(', ') || null,
    expires: single(headers.expires) ?? null,
    date: single(headers.date) ?? null,
    age: single(headers.age) ?? null,
    retryAfter: single(headers['retry-after']) ?? null,
  };
}

/** A temporary hop ends what the publisher vouches for. */
function permanentTarget(hops: readonly Hop[]): string | null {
  let target: string | null = null;
  for (const hop of hops) {
    if (hop.status !== 301 && hop.status !== 308) break;
    target = hop.to;
  }
  return target;
}

/**
 * Hops name no credentials. On its own origin a feed keeps those that it is read with; elsewhere they are not sent, so
 * whoever believed that move would be left without them.
 */
function withCredentials(target: string | null, asked: string): string | null {
  const from = URL.canParse(asked) ? new URL(asked) : null;
  if (target === null || from === null || (from.username === '' && from.password === '')) return target;
  const to = new URL(target);
  if (to.origin !== from.origin) return null;
  to.username = from.username;
  to.password = from.password;
  return to.href;
}

function refusal({
  status,
  url,
}: GuardedAnswer): Pick<FetchFailed, 'code' | 'said' | 'message' | 'permanent'> {
  const said: Said = { code: 'http', host: new URL(url).host, n: status };
  return { code: `http-${status}`, said, message: inEnglish(said), permanent: status === 410 };
}

/** The outcome without its body, for the history of the source. */
export function summarize(outcome: FetchOutcome): FetchSummary {
  const failed = outcome.kind === 'failed' ? outcome : null;
  return {
    kind: outcome.kind,
    status: outcome.status,
    bytes: outcome.bytes,
    durationMs: Math.round(outcome.durationMs),
    code: failed?.code ?? null,
    message: failed?.message ?? null,
  };
}
