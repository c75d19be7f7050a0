import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type WireDocument, wireDocuments } from './documents.ts';
import type { SampleItem } from './items.ts';
import type { ViewContext } from './render/view.ts';
import { type Replay, timelineOf } from './timeline.ts';
import { answerTrouble } from './trouble.ts';
import { sampleItems, sampleWireNow } from './wire.ts';

export type SampleWireOptions = {
  /** Address to bind to. Default 127.0.0.1. */
  readonly host?: string;
  /** 0 (default) takes a free port. */
  readonly port?: number;
  /** The machine's time; `() => new Date()` when absent. */
  readonly clock?: () => Date;
  /**
   * Default: all up to `sampleWireNow`, then one arrival or edit every two minutes after this start.
   * A desk that is started again should give the `startedAt` of its first start, or late items are withdrawn.
   */
  readonly replay?: Replay;
  /**
   * `written` (default): the dates of spring 2025. `live`: as if the wire had run until now, each item dated
   * when the clock saw it. Give `replay` a `startedAt` that survives restarts then, or all dates move with it.
   */
  readonly dates?: 'written' | 'live';
  /** How long `/trouble/slow.xml` lets one wait, in ms. Default 60,000. */
  readonly slowMs?: number;
};

export type SampleWire = {
  /** `http://127.0.0.1:PORT`, no slash at the end. */
  readonly origin: string;
  readonly port: number;
  /** The moment of spring 2025 that the wire shows now. */
  readonly wireTime: () => Date;
  /** Ends open connections too; may be called twice. */
  readonly close: () => Promise<void>;
};

const trickleEveryMs = 120_000;

const etagOf = (document: WireDocument): string =>
  `"${createHash('sha256').update(document.body).digest('hex').slice(0, 24)}"`;

/** RFC 9110, 13.2.2: If-None-Match decides alone where it is given. */
function isUnchanged(request: IncomingMessage, etag: string, modifiedAt: Date): boolean {
  const tags = request.headers['if-none-match'];
  if (tags !== undefined)
    return tags.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  return modifiedAt.getTime() <= since;
}

function sendDocument(request: IncomingMessage, response: ServerResponse, document: WireDocument): void {
  const etag = etagOf(document);
  response.setHeader('etag', etag);
  response.setHeader('last-modified', document.modifiedAt.toUTCString());
  response.setHeader('cache-control', 'max-age=60');
  if (isUnchanged(request, etag, document.modifiedAt)) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(200, {
    'content-type': document.type,
    'content-length': Buffer.byteLength(document.body),
  });
  response.end(request.method === 'HEAD' ? undefined : document.body);
}

function sendPlain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
}

function handlerOf(
  items: readonly SampleItem[],
  contextNow: () => ViewContext,
  slowMs: number,
): (request: IncomingMessage, response: ServerResponse) => void {
  const documentAt = wireDocuments(items);
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      sendPlain(response, 405, 'Only reading is possible here.\n');
      return;
    }
    const path = (request.url ?? '/').replace(/[?#].*$/s, '');
    if (answerTrouble(path, response, slowMs)) return;
    const document = documentAt(path, contextNow());
    if (document === null) sendPlain(response, 404, 'Nothing is published at this address (yet).\n');
    else sendDocument(request, response, document);
  };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/**
 * Serves the whole wire over HTTP: feeds with validators, article pages, publishers' sites, OPML, broken feeds.
 * The same clock and replay give the same bytes.
 * @throws the listen error (EADDRINUSE, EACCES) when the port cannot be had.
 */
export async function startSampleWire(options: SampleWireOptions = {}): Promise<SampleWire> {
  const { host = '127.0.0.1', port: wanted = 0, clock = () => new Date(), slowMs = 60_000 } = options;
  const startedAt = clock();
  const replay: Replay = options.replay ?? {
    mode: 'trickle',
    startedAt,
    from: sampleWireNow,
    everyMs: trickleEveryMs,
  };
  const timeline = timelineOf(sampleItems, replay);
  const dateOf = options.dates === 'live' ? timeline.clockTime : (moment: Date) => moment;
  const wireTime = () => timeline.wireTime(clock());
  let origin = '';
  const server = createServer(
    handlerOf(sampleItems, () => ({ origin, wireTime: wireTime(), dateOf }), slowMs),
  );
  const port = await listen(server, wanted, host);
  origin = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin, port, wireTime, close };
}
