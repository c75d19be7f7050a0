import { createServer } from 'node:http';
import { type AddressInfo, createServer as createListener } from 'node:net';
import { makeCorpus } from './feed-corpus.ts';

/**
 * A process of its own that serves the feeds, each from its own loopback address, with ETag and 304.
 * Tells its parent the addresses; the parent ends it.
 */
const corpus = makeCorpus(Number(process.argv[2] ?? '1000'));
const byHost = new Map<string, { bytes: Uint8Array; etag: string }>();

const http = createServer((request, response) => {
  const feed = byHost.get(request.headers.host ?? '');
  if (feed === undefined) return response.writeHead(404).end();
  const headers = { etag: feed.etag, 'content-type': 'application/xml' };
  if (request.headers['if-none-match'] === feed.etag) return response.writeHead(304, headers).end();
  return response.writeHead(200, { ...headers, 'content-length': feed.bytes.length }).end(feed.bytes);
});

/** 127.0.1.1, 127.0.1.2 ...: every feed has a host of its own, so that the rule of one request a host stays on. */
function addressOf(index: number): string {
  return `127.0.${1 + Math.floor(index / 250)}.${1 + (index % 250)}`;
}

const urls = await Promise.all(
  corpus.map(async (feed, index) => {
    const address = addressOf(index);
    const listener = createListener((socket) => http.emit('connection', socket));
    await new Promise<void>((resolve) => listener.listen(0, address, resolve));
    const host = `${address}:${(listener.address() as AddressInfo).port}`;
    byHost.set(host, { bytes: feed.bytes, etag: `"${index}-${feed.bytes.length}"` });
    return `http://${host}/feed.xml`;
  }),
);
process.send?.({ urls, items: corpus.reduce((sum, feed) => sum + feed.items, 0) });
process.on('disconnect', () => process.exit(0));
