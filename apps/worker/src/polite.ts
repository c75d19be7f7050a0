import {
  createHostGate,
  type FetchOutcome,
  fetchFeed,
  type GateClock,
  type Gated,
  type HostGate,
  hostKey,
} from '@throughline/feeds';
import { type Database, hostLedger } from '@throughline/store';
import type { Desk } from './desk.ts';

/** How long a job waits for its host's turn; whoever would wait longer goes back to the database. */
const WAIT_MS = 2_000;

/**
 * One request at a time to a host, a second after the last one: by a ledger in the database, so that all workers keep
 * to it, also over restarts. The operator's own origins (the sample wire) are asked whenever there is something to ask.
 */
export function createDeskGate(db: Database, clock: GateClock): HostGate {
  const gate = createHostGate({ clock, ledger: hostLedger(db), maxWaitMs: WAIT_MS });
  return {
    run: async (key, task) => (isOwn(key) ? { ran: true, value: await task() } : gate.run(key, task)),
    block: async (key, until) => {
      if (!isOwn(key)) await gate.block(key, until);
    },
  };
}

export const realClock: GateClock = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** Own origins are named by their origin, others by their host. */
export const isOwn = (key: string) => key.startsWith('http');

/** The name under which an address's host is gated. */
export function gateKey(url: string, ownOrigins: readonly string[]): string {
  const { origin } = new URL(url);
  return ownOrigins.includes(origin) ? origin : hostKey(url);
}

/** One polite request for a page that an item of a source names, or when its host has time. */
export function fetchPage(
  desk: Pick<Desk, 'client' | 'gate' | 'ownOrigins'>,
  url: string,
  sourceUrl: string,
): Promise<Gated<FetchOutcome>> {
  const foreign = hostKey(url) !== hostKey(sourceUrl);
  return desk.gate.run(gateKey(url, desk.ownOrigins), () =>
    fetchFeed(desk.client, { url, etag: null, lastModified: null, foreign }),
  );
}
