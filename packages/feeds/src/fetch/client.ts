import { Agent } from 'undici';
import { type AddressGuard, createAddressGuard } from './address-guard.ts';
import { guardedConnector, type Resolve, resolveBySystem } from './connector.ts';
import { decodeBody } from './decode-body.ts';
import { exchange, type HeaderValues, type RawAnswer } from './exchange.ts';
import { type Failure, FetchFault, toFailure } from './failure.ts';
import { type HopRequest, headersFor, losesAllowance, nextHop, webUrl } from './redirect.ts';

/** The one HTTP client for everything that leaves the machine. */

export interface ClientLimits {
  /** Milliseconds to the headers of each hop, looking up and connecting included. */
  headersMs: number;
  /** Milliseconds for a whole request, all hops and the body included. */
  totalMs: number;
  /** Bytes of a body, before and after decompression. */
  maxBytes: number;
  maxRedirects: number;
}

export const DEFAULT_LIMITS: Readonly<ClientLimits> = {
  headersMs: 10_000,
  totalMs: 30_000,
  maxBytes: 15 * 1024 * 1024,
  maxRedirects: 5,
};

export interface ClientOptions {
  /** An honest name with an address where the operator can be reached. */
  userAgent: string;
  /** Private addresses and unusual ports that may be used; see `createAddressGuard`. */
  allow?: readonly string[];
  resolve?: Resolve;
  limits?: Partial<ClientLimits>;
}

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';

export interface GuardedRequest {
  /** Credentials in it (`https://name:word@host/`) are sent to that origin only. */
  url: string;
  method?: Method;
  /** Lower-case names. On another origin all but a few harmless ones are left out. */
  headers?: Readonly<Record<string, string>>;
  /** Sent to this origin only, wherever it comes on the way. */
  bound?: { origin: string; headers: Readonly<Record<string, string>> } | null;
  body?: string | Uint8Array;
  /**
   * The address was named by content from outside (a feed's hub, an item's link), not by a person: what `allow` lists
   * does not hold for it.
   */
  foreign?: boolean;
  maxBytes?: number;
  /** False: a redirect is an answer like any other, and nothing is sent on. */
  follow?: boolean;
  signal?: AbortSignal;
}

export interface Hop {
  status: number;
  from: string;
  to: string;
}

interface Outcome {
  /** The address that answered last, without credentials. */
  url: string;
  hops: Hop[];
  durationMs: number;
}

/** An answer arrived, whatever its status. The body of anything but 2xx is not kept. */
export interface GuardedAnswer extends Outcome {
  kind: 'answer';
  status: number;
  /** Lower-case names; values as latin1, which keeps every byte. */
  headers: HeaderValues;
  /** Decompressed. */
  body: Buffer;
  /** Bytes as they came over the wire. */
  wireBytes: number;
}

interface GuardedFailure extends Outcome, Failure {
  kind: 'failed';
}

export type GuardedOutcome = GuardedAnswer | GuardedFailure;

export interface GuardedClient {
  /** Never throws for anything that another machine can cause. */
  request(request: GuardedRequest): Promise<GuardedOutcome>;
  close(): Promise<void>;
}

/**
 * Every hop's address is checked, as a literal, as looked up and as connected; cookies and referrers do not exist.
 * @throws RangeError on an allow list that cannot be read
 */
export function createGuardedClient(options: ClientOptions): GuardedClient {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const resolve = options.resolve ?? resolveBySystem;
  const listed = createRoute(options.allow ?? [], resolve, limits.headersMs);
  const open = createRoute([], resolve, limits.headersMs);

  async function request(wanted: GuardedRequest): Promise<GuardedOutcome> {
    const startedAt = performance.now();
    const seen: Outcome = { url: wanted.url, hops: [], durationMs: 0 };
    try {
      const answer = await follow(wanted, startedAt, seen);
      const maxBytes = wanted.maxBytes ?? limits.maxBytes;
      const body = await decodeBody(answer.body, single(answer.headers['content-encoding']), maxBytes);
      const { status, headers } = answer;
      const durationMs = performance.now() - startedAt;
      return { kind: 'answer', status, headers, body, wireBytes: answer.body.length, ...seen, durationMs };
    } catch (error) {
      const failure = toFailure(error, hostOf(seen.url));
      return { kind: 'failed', ...failure, ...seen, durationMs: performance.now() - startedAt };
    }
  }

  async function follow(wanted: GuardedRequest, startedAt: number, seen: Outcome): Promise<RawAnswer> {
    let hop = firstHop(wanted);
    let route = wanted.foreign ? open : listed;
    const visited = new Set<string>();
    for (;;) {
      seen.url = hop.url.href;
      assertPort(route, hop.url);
      visited.add(`${hop.method} ${hop.url.href}`);
      const answer = await exchange(route.agent, {
        ...hop,
        headers: headersFor(hop, options.userAgent),
        headersMs: limits.headersMs,
        totalMs: limits.totalMs - (performance.now() - startedAt),
        maxBytes: wanted.maxBytes ?? limits.maxBytes,
        signal: wanted.signal,
      });
      const next = wanted.follow === false ? null : nextHop(hop, answer);
      if (next === null) return answer;
      seen.hops.push({ status: answer.status, from: hop.url.href, to: next.url.href });
      if (visited.has(`${next.method} ${next.url.href}`)) {
        throw new FetchFault('redirect-loop', { code: 'redirect_loop', host: hop.url.host });
      }
      if (seen.hops.length > limits.maxRedirects) {
        throw new FetchFault('too-many-redirects', { code: 'many_redirects', n: limits.maxRedirects });
      }
      if (losesAllowance(hop.url, next.url, route.isOwn(hop.url))) route = open;
      hop = next;
    }
  }

  function assertPort({ guard }: Route, url: URL): void {
    if (!guard.portPossible(portOf(url))) {
      throw new FetchFault('port', { code: 'port', host: url.hostname, n: portOf(url) });
    }
  }

  return {
    request,
    close: async () => {
      await Promise.all([listed.agent.destroy(), open.agent.destroy()]);
    },
  };
}

/** A way out with its own idea of where it may lead. */
interface Route {
  agent: Agent;
  guard: AddressGuard;
  /** Was the last connection to this origin one that only the list allows? */
  isOwn(url: URL): boolean;
}

const PUBLIC_ONLY = createAddressGuard();

function createRoute(allow: readonly string[], resolve: Resolve, timeoutMs: number): Route {
  const guard = createAddressGuard(allow);
  const own = new Set<string>();
  const onConnected = (origin: string, address: string): void => {
    const url = new URL(origin);
    if (PUBLIC_ONLY.judge(url.hostname, address, portOf(url)) === 'ok') own.delete(url.origin);
    else own.add(url.origin);
  };
  const agent = new Agent({
    connect: guardedConnector({ guard, resolve, timeoutMs, onConnected }),
    // A host never sees more than one connection from here.
    connections: 1,
    // No connection is kept: requests to one host are seconds apart at least, and a kept connection that the server
    // has just closed would look like a failure of the source.
    pipelining: 0,
    maxHeaderSize: 64 * 1024,
  });
  return { agent, guard, isOwn: (url) => own.has(url.origin) };
}

function portOf(url: URL): number {
  return Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

/** A header's value when it is there once or several times: the first. */
export function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function firstHop(wanted: GuardedRequest): HopRequest {
  const url = webUrl(wanted.url);
  if (url === null) {
    throw new FetchFault('bad-url', { code: 'bad_url' });
  }
  const headers: Record<string, string> = { ...wanted.headers };
  if (url.username !== '' || url.password !== '') {
    const pair = `${decodePart(url.username)}:${decodePart(url.password)}`;
    headers.authorization = `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`;
  }
  url.username = '';
  url.password = '';
  url.hash = '';
  return {
    url,
    method: wanted.method ?? 'GET',
    headers,
    bound: wanted.bound ?? null,
    body: wanted.body ?? null,
  };
}

/** A stray percent sign is part of the word, not a fault. */
function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
