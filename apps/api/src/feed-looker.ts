import {
  createHostGate,
  type Discovery,
  discoverFeeds,
  type FeedPreview,
  type FeedRequest,
  type FetchOnce,
  type FetchOutcome,
  fetchFeed,
  type GuardedClient,
  hostKey,
  type NoPreview,
  previewFeed,
  readWebPage,
  type WebPage,
} from '@throughline/feeds';
import { inEnglish, type Said } from '@throughline/schema';
import { type Database, hostLedger } from '@throughline/store';

/** Looks at sites and feeds that a person is about to add, as politely as the worker. */
export interface FeedLooker {
  discover(address: string, tryCommonPaths: boolean): Promise<Discovery>;
  preview(url: string): Promise<FeedPreview | NoPreview>;
  /** Reads one web page. */
  page(url: string): Promise<WebPage>;
  /** Reads the bytes of a picture, whatever they are. */
  picture(url: string): Promise<FetchOutcome>;
  /** What a look at this address has read, so that adding it needs no second request; each is handed out once. */
  takePreview(url: string): FeedPreview | null;
}

/** How long a look is kept for adding, and how many are. */
const KEEP_MS = 10 * 60_000;
const KEEP_AT_MOST = 20;
/** A picture is kept in each state of the piece: no larger than a page needs it. */
const PICTURE_BYTES = 700_000;
/** People wait for this: a host that has no time by then is said to be busy. */
const WAIT_MS = 15_000;

export interface LookerOptions {
  db: Database;
  client: GuardedClient;
  ownOrigins: readonly string[];
  now?: () => number;
}

export function createFeedLooker({ db, client, ownOrigins, now = Date.now }: LookerOptions): FeedLooker {
  const gate = createHostGate({
    clock: { now, sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) },
    ledger: hostLedger(db),
    maxWaitMs: WAIT_MS,
    isOwn: (key) => key.startsWith('http'),
  });
  const kept = new Map<string, { preview: FeedPreview; until: number }>();

  const fetchGated = async (url: string, wanted: Pick<FeedRequest, 'accept' | 'maxBytes'>) => {
    const key = gateKey(url, ownOrigins);
    const gated = await gate.run(key, () =>
      fetchFeed(client, { url, etag: null, lastModified: null, ...wanted }),
    );
    if (!gated.ran) return busy(url);
    const { value } = gated;
    if (value.status === 429) await gate.block(key, now() + BLOCK_MS);
    return value;
  };
  const fetchOnce: FetchOnce = (url) => fetchGated(url, {});
  const keep = (preview: FeedPreview) => {
    for (const [url, { until }] of kept) if (until < now() || kept.size >= KEEP_AT_MOST) kept.delete(url);
    kept.set(preview.url, { preview, until: now() + KEEP_MS });
  };
  const peek = (url: string): FeedPreview | null => {
    const entry = kept.get(url);
    return entry !== undefined && entry.until >= now() ? entry.preview : null;
  };

  return {
    discover: async (address, tryCommonPaths) => {
      const found = await discoverFeeds(fetchOnce, address, { tryCommonPaths });
      const feeds = found.kind === 'found' ? found.feeds : [];
      for (const { preview } of feeds) if (preview !== null) keep(preview);
      return found;
    },
    preview: async (url) => {
      const before = peek(url);
      if (before !== null) return before;
      const preview = await previewFeed(fetchOnce, url);
      if (preview.kind === 'feed') keep(preview);
      return preview;
    },
    page: (url) => readWebPage(fetchOnce, url),
    picture: (url) =>
      fetchGated(url, { accept: 'image/jpeg, image/png, image/gif, image/webp', maxBytes: PICTURE_BYTES }),
    takePreview: (url) => {
      const preview = peek(url);
      kept.delete(url);
      return preview;
    },
  };
}

/** After a 429 that a look met. */
const BLOCK_MS = 3_600_000;

function gateKey(url: string, ownOrigins: readonly string[]): string {
  const { origin } = new URL(url);
  return ownOrigins.includes(origin) ? origin : hostKey(url);
}

function busy(url: string): FetchOutcome {
  const said: Said = { code: 'busy', host: new URL(url).host };
  return {
    kind: 'failed',
    url,
    finalUrl: url,
    status: null,
    freshness: { cacheControl: null, expires: null, date: null, age: null, retryAfter: null },
    movedTo: null,
    durationMs: 0,
    bytes: 0,
    code: 'http-429',
    said,
    message: inEnglish(said),
    permanent: false,
  };
}
