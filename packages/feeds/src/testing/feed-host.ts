import type { GuardedClient, GuardedOutcome, GuardedRequest } from '../fetch/client.ts';
import type { HeaderValues } from '../fetch/exchange.ts';

/** Feed hosts that live in simulated time and write down how they were asked. */

export interface Asked {
  at: number;
  host: string;
  path: string;
  headers: Readonly<Record<string, string>>;
  status: number;
}

/** What a feed would answer at this moment to an unconditional request. */
export interface FeedState {
  status?: number;
  body?: string;
  etag?: string | null;
  lastModified?: string | null;
  headers?: HeaderValues;
}

export type FeedBehaviour = (at: number) => FeedState;

export class FeedHosts {
  readonly asked: Asked[] = [];
  /** Validators that were ever given out, by address. */
  readonly given = new Map<string, Set<string>>();
  busiest = 0;
  private running = new Map<string, number>();
  private readonly now: () => number;
  private readonly feeds: Readonly<Record<string, FeedBehaviour>>;

  constructor(now: () => number, feeds: Readonly<Record<string, FeedBehaviour>>) {
    this.now = now;
    this.feeds = feeds;
  }

  /** Stands in for the guarded client: the same requests and answers, but no network. */
  readonly client: GuardedClient = {
    request: (request) => this.answer(request),
    close: async () => {},
  };

  private async answer(request: GuardedRequest): Promise<GuardedOutcome> {
    const url = new URL(request.url);
    const running = (this.running.get(url.host) ?? 0) + 1;
    this.running.set(url.host, running);
    this.busiest = Math.max(this.busiest, running);
    await Promise.resolve();
    this.running.set(url.host, running - 1);
    return this.state(request, url);
  }

  private state(request: GuardedRequest, url: URL): GuardedOutcome {
    const bound = request.bound?.origin === url.origin ? request.bound.headers : {};
    const headers = { ...request.headers, ...bound };
    const state = this.feeds[url.href]?.(this.now()) ?? { status: 404 };
    const status = matches(headers, state) ? 304 : (state.status ?? 200);
    this.asked.push({ at: this.now(), host: url.host, path: url.pathname, headers, status });
    if (status === 301) return this.moved(request, url, state);
    const body = status === 200 ? Buffer.from(state.body ?? '') : Buffer.alloc(0);
    const answered = { ...validatorHeaders(state), ...state.headers };
    this.remember(url.href, state);
    return {
      kind: 'answer',
      status,
      headers: answered,
      body,
      wireBytes: body.length,
      url: url.href,
      hops: [],
      durationMs: 50,
    };
  }

  private moved(request: GuardedRequest, url: URL, state: FeedState): GuardedOutcome {
    const to = String(state.headers?.location);
    const end = this.state({ ...request, url: to }, new URL(to));
    return { ...end, hops: [{ status: 301, from: url.href, to }, ...end.hops] };
  }

  private remember(url: string, state: FeedState): void {
    for (const value of [state.etag, state.lastModified]) if (value) this.givenAt(url).add(value);
  }

  private givenAt(url: string): Set<string> {
    const known = this.given.get(url) ?? new Set<string>();
    this.given.set(url, known);
    return known;
  }
}

function matches(headers: Readonly<Record<string, string>>, state: FeedState): boolean {
  if ((state.status ?? 200) !== 200) return false;
  const etag = headers['if-none-match'];
  if (etag !== undefined) return etag === state.etag;
  const since = headers['if-modified-since'];
  return since !== undefined && since === state.lastModified;
}

function validatorHeaders(state: FeedState): HeaderValues {
  return {
    ...(state.etag ? { etag: state.etag } : {}),
    ...(state.lastModified ? { 'last-modified': state.lastModified } : {}),
  };
}
