import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { startOrigin } from '../testing/local-origin.ts';
import { createGuardedClient } from './client.ts';
import { fetchFeed, summarize } from './fetch-feed.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

async function origin(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const seen: { path: string; headers: IncomingHttpHeaders; raw: string[] }[] = [];
  const server = await startOrigin((request, response) => {
    seen.push({ path: request.url ?? '', headers: request.headers, raw: request.rawHeaders });
    answer(request, response);
  });
  const client = createGuardedClient({ userAgent: 'Desk/1.0 (+https://desk.example)', allow: [server.host] });
  cleanups.push(server.close, client.close);
  const get = (
    path: string,
    etag: string | null = null,
    lastModified: string | null = null,
    bodyHash?: string,
  ) => fetchFeed(client, { url: server.url + path, etag, lastModified, ...(bodyHash ? { bodyHash } : {}) });
  return { ...server, client, seen, get };
}

describe('fetchFeed', () => {
  it('hands out the body with the validators and the headers that speak of time, as received', async () => {
    const { get, seen, url } = await origin((_request, response) => {
      response.writeHead(200, {
        etag: 'W/"a, b"',
        'last-modified': 'yesterday, around noon',
        'cache-control': 'max-age=60',
        'content-type': 'application/rss+xml',
        link: '<https://hub.example/>; rel="hub"',
      });
      response.end('<rss/>');
    });
    const outcome = await get('/feed?x=1#part');
    expect(outcome).toMatchObject({
      kind: 'body',
      status: 200,
      validators: { etag: 'W/"a, b"', lastModified: 'yesterday, around noon' },
      freshness: { cacheControl: 'max-age=60', expires: null, retryAfter: null },
      contentType: 'application/rss+xml',
      link: ['<https://hub.example/>; rel="hub"'],
      finalUrl: `${url}/feed?x=1`,
      movedTo: null,
      bytes: 6,
    });
    expect(outcome.kind === 'body' && outcome.body.toString()).toBe('<rss/>');
    expect(summarize(outcome)).toMatchObject({ kind: 'body', bytes: 6, code: null, message: null });
    expect(seen[0]?.path).toBe('/feed?x=1');
  });

  it('is honest and says nothing that it need not say', async () => {
    const { get, seen } = await origin((_request, response) => response.end('x'));
    await get('/');
    const { host, connection, ...headers } = seen[0]?.headers ?? {};
    expect(Object.keys(headers).sort()).toEqual(['accept', 'accept-encoding', 'user-agent']);
    expect(headers['user-agent']).toBe('Desk/1.0 (+https://desk.example)');
  });

  it('returns validators byte for byte and takes 304 for an answer', async () => {
    const etag = 'W/"Ã¤ \x80ÿ';
    const { get, seen } = await origin((request, response) => {
      if (request.headers['if-none-match'] === undefined) {
        response.setHeader('etag', etag);
        // As bytes: Node would write the headers in the encoding of a text.
        return response.end(Buffer.from('<rss/>'));
      }
      return response.writeHead(304, { 'cache-control': 'max-age=900' }).end();
    });
    const first = await get('/');
    const validators = first.kind === 'body' ? first.validators : null;
    expect(validators).toEqual({ etag, lastModified: null });
    const second = await get('/', validators?.etag);
    expect(second).toMatchObject({
      kind: 'unchanged',
      by: 'status',
      validators: { etag, lastModified: null },
      freshness: { cacheControl: 'max-age=900' },
    });
    expect(seen[1]?.raw[seen[1].raw.indexOf('if-none-match') + 1]).toBe(etag);
    expect(seen[1]?.headers['if-modified-since']).toBeUndefined();
  });

  it('knows the same bytes again, and takes over their new validators', async () => {
    let version = 0;
    const { get } = await origin((_request, response) => {
      response.setHeader('etag', `"${++version}"`);
      response.end('<rss/>');
    });
    const first = await get('/');
    const hash = first.kind === 'body' ? first.bodyHash : '';
    const second = await get('/', '"1"', null, hash);
    expect(second).toMatchObject({ kind: 'unchanged', by: 'hash', validators: { etag: '"2"' } });
  });

  it('forgets validators that the server does not give any more', async () => {
    const { get } = await origin((_request, response) => response.end('<rss/>'));
    expect(await get('/', '"old"', 'old')).toMatchObject({
      kind: 'body',
      validators: { etag: null, lastModified: null },
    });
  });

  it.each([
    ['gzip', gzipSync('<rss/>')],
    ['x-gzip', gzipSync('<rss/>')],
    ['br', brotliCompressSync('<rss/>')],
    ['deflate', deflateSync('<rss/>')],
    ['deflate', deflateRawSync('<rss/>')],
    ['gzip, br', brotliCompressSync(gzipSync('<rss/>'))],
    ['gzip', Buffer.from('<rss/>')],
    ['utf-8', Buffer.from('<rss/>')],
  ])('reads content-encoding %s', async (encoding, bytes) => {
    const { get } = await origin((_request, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(bytes),
    );
    const outcome = await get('/');
    expect(outcome.kind === 'body' && outcome.body.toString()).toBe('<rss/>');
  });

  it('reports where permanent redirects lead, up to the first temporary one', async () => {
    const { get, url } = await origin((request, response) => {
      const steps: Record<string, [number, string]> = {
        '/a': [301, '/b'],
        '/b': [308, '/c?x=%20y'],
        '/c?x=%20y': [302, '/d'],
      };
      const step = steps[request.url ?? ''];
      if (step === undefined) return response.end('<rss/>');
      return response.writeHead(step[0], { location: step[1] }).end('moved');
    });
    expect(await get('/a')).toMatchObject({
      kind: 'body',
      movedTo: `${url}/c?x=%20y`,
      finalUrl: `${url}/d`,
    });
    expect(await get('/c?x=%20y')).toMatchObject({ kind: 'body', movedTo: null });
  });

  it('keeps name and password where a feed moved on its own origin, and knows of no move to another', async () => {
    const other = await origin((_request, response) => response.end('<rss/>'));
    const { host } = await origin((request, response) => {
      const location = request.url === '/away' ? `${other.url}/feed` : '/feed/';
      if (request.url === '/feed/') response.end('<rss/>');
      else response.writeHead(301, { location }).end();
    });
    const open = createGuardedClient({ userAgent: 'Desk', allow: [host, other.host] });
    cleanups.push(open.close);
    const get = (path: string) =>
      fetchFeed(open, { url: `http://na%40me:wo%rd@${host}${path}`, etag: null, lastModified: null });
    expect(await get('/feed')).toMatchObject({
      kind: 'body',
      movedTo: `http://na%40me:wo%rd@${host}/feed/`,
      finalUrl: `http://${host}/feed/`,
    });
    expect(await get('/away')).toMatchObject({
      kind: 'body',
      movedTo: null,
      finalUrl: `${other.url}/feed`,
    });
  });

  it('names every refusal in a sentence; only 410 is for good', async () => {
    const { get, host } = await origin((request, response) =>
      response.writeHead(Number(request.url?.slice(1)), { 'retry-after': '120' }).end('<h1>no</h1>'),
    );
    for (const status of [400, 401, 403, 404, 410, 418, 429, 500, 503, 599]) {
      const outcome = await get(`/${status}`);
      expect(outcome).toMatchObject({
        kind: 'failed',
        status,
        code: `http-${status}`,
        permanent: status === 410,
        freshness: { retryAfter: '120' },
        bytes: 0,
      });
      expect(outcome.kind === 'failed' && outcome.message).toMatch(
        new RegExp(`^${host} .+ \\(${status}\\)\\.$`),
      );
    }
  });

  it('takes an unasked 304 and other odd answers for failures', async () => {
    const { get } = await origin((request, response) =>
      response.writeHead(Number(request.url?.slice(1))).end(),
    );
    expect(await get('/304')).toMatchObject({ kind: 'failed', code: 'http-304' });
    expect(await get('/204')).toMatchObject({ kind: 'failed', code: 'http-204' });
  });
});
