import type { FetchOnce, FetchOutcome } from '@throughline/feeds';
import type { Desk } from './desk.ts';
import { fetchPage, gateKey } from './polite.ts';

const HOUR_MS = 3_600_000;
/** Faults that may be over in an hour. */
const PASSES = /^(dns|refused|unreachable|reset|timeout|incomplete|aborted|http-(408|429|5\d\d))$/;

export const mayPass = (code: string): boolean => PASSES.test(code);

/** Reads one page through the gate of its host; a host that asks for a pause gets an hour from the whole desk. */
export async function readPolitely<Page>(
  desk: Desk,
  { url, sourceUrl }: { url: string; sourceUrl: string },
  read: (fetchOnce: FetchOnce, url: string) => Promise<Page>,
): Promise<{ kind: 'read'; page: Page } | { kind: 'busy'; until: Date }> {
  let outcome: FetchOutcome | null = null;
  const page = await read(async (address) => {
    const gated = await fetchPage(desk, address, sourceUrl);
    if (!gated.ran) throw new HostBusy(gated.until);
    outcome = gated.value;
    return gated.value;
  }, url).catch((error: unknown) => {
    if (error instanceof HostBusy) return error;
    throw error;
  });
  if (page instanceof HostBusy) return { kind: 'busy', until: new Date(page.until) };
  await blockIfAsked(desk, outcome);
  return { kind: 'read', page };
}

class HostBusy extends Error {
  readonly until: number;
  constructor(until: number) {
    super('the host has no time now');
    this.until = until;
  }
}

async function blockIfAsked(desk: Desk, outcome: FetchOutcome | null): Promise<void> {
  if (outcome?.status !== 429) return;
  const until = desk.now().getTime() + HOUR_MS;
  await desk.gate.block(gateKey(outcome.finalUrl, desk.ownOrigins), until);
}
