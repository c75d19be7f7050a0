import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HostileOrigin, startHostileOrigin, TRICK_PATHS } from '../testing/hostile-origin.ts';
import { createGuardedClient, type GuardedClient } from './client.ts';
import { fetchFeed } from './fetch-feed.ts';

const MAX_BYTES = 256 * 1024;
/** Where time must run out. Elsewhere it must not, however busy the machine is: nothing there waits for it. */
const SHORT = { headersMs: 200, totalMs: 400, maxBytes: MAX_BYTES };
const LONG = { headersMs: 30_000, totalMs: 60_000, maxBytes: MAX_BYTES };

/** What each trick must come to. */
const EXPECTED: Record<string, string> = {
  '/bomb-gzip': 'too-large',
  '/bomb-br': 'too-large',
  '/bomb-deflate': 'too-large',
  '/bomb-twice': 'too-large',
  '/bomb-layers': 'encoding',
  '/gzip-cut': 'incomplete',
  '/gzip-broken': 'encoding',
  '/br-broken': 'encoding',
  '/zstd': 'encoding',
  '/silence': 'timeout',
  '/hang-up': 'reset',
  '/slow-headers': 'timeout',
  '/endless-headers': 'protocol',
  '/endless-hints': 'timeout',
  '/slow-body': 'timeout',
  '/slow-error': 'timeout',
  '/endless-chunks': 'too-large',
  '/endless-error': 'http-404',
  '/endless-until-close': 'too-large',
  '/announced-huge': 'too-large',
  '/announced-more': 'incomplete',
  '/announced-less': 'body <rss/>',
  '/two-lengths': 'incomplete',
  '/chunks-cut': 'incomplete',
  '/chunks-broken': 'protocol',
  '/not-http': 'protocol',
  '/http09': 'protocol',
  '/no-location': 'bad-redirect',
  '/split-location': 'protocol',
  '/upgrade': 'reset',
  '/slow-hops/0': 'timeout',
};

let origin: HostileOrigin;
let hasty: GuardedClient;
let patient: GuardedClient;
beforeAll(async () => {
  origin = await startHostileOrigin();
  const allow = [origin.host];
  hasty = createGuardedClient({ userAgent: 'Desk', allow, limits: SHORT });
  patient = createGuardedClient({ userAgent: 'Desk', allow, limits: LONG });
});
afterAll(async () => {
  await Promise.all([hasty.close(), patient.close()]);
  await origin.close();
});

async function outcomeOf(path: string): Promise<string> {
  const client = EXPECTED[path] === 'timeout' ? hasty : patient;
  const outcome = await fetchFeed(client, { url: origin.url + path, etag: null, lastModified: null });
  if (outcome.kind === 'failed') {
    expect(outcome.message).toMatch(/^.+\.$/);
    return outcome.code;
  }
  return outcome.kind === 'body' ? `body ${outcome.body}` : outcome.kind;
}

describe('a hostile origin', () => {
  it.each(TRICK_PATHS)('%s comes to a plain outcome', async (path) => {
    expect(await outcomeOf(path)).toBe(EXPECTED[path]);
  });

  it('cannot win time by passing the desk on', async () => {
    expect(await outcomeOf('/slow-hops/0')).toBe('timeout');
  });

  it('is left with no open connection', async () => {
    await Promise.all(['/slow-body', '/endless-chunks', '/silence', '/slow-error'].map(outcomeOf));
    await expect.poll(() => origin.open(), { interval: 5 }).toBe(0);
  });

  it('holds up only its own connection, and the next request to it works', async () => {
    const [first, second] = await Promise.all([outcomeOf('/endless-chunks'), outcomeOf('/announced-less')]);
    expect([first, second]).toEqual(['too-large', 'body <rss/>']);
  });
});
