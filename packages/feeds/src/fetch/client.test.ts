import type { IncomingHttpHeaders } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { type LocalOrigin, startOrigin } from '../testing/local-origin.ts';
import { type ClientOptions, createGuardedClient } from './client.ts';
import { losesAllowance } from './redirect.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

type Seen = { path: string; method: string; headers: IncomingHttpHeaders; body: string };

async function recorder(redirect: (path: string) => [number, string] | null = () => null) {
  const seen: Seen[] = [];
  const origin: LocalOrigin = await startOrigin((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      seen.push({ path: request.url ?? '', method: request.method ?? '', headers: request.headers, body });
      const step = redirect(request.url ?? '');
      response.setHeader('set-cookie', 'id=1; Path=/');
      if (step === null) response.end('ok');
      else response.writeHead(step[0], { location: step[1] }).end();
    });
  });
  cleanups.push(origin.close);
  return { ...origin, seen };
}

function client(options: Partial<ClientOptions>) {
  const made = createGuardedClient({ userAgent: 'Desk', ...options });
  cleanups.push(made.close);
  return made;
}

describe('redirects', () => {
  it('keep credentials on their own origin and drop everything else that is not harmless', async () => {
    const other = await recorder();
    const first = await recorder((path) =>
      path === '/same' ? [302, '/cross'] : [302, `http://u:p@${other.host}/there#part`],
    );
    const outcome = await client({ allow: [first.host, other.host] }).request({
      url: `http://na%40me:wo%rd@${first.host}/same`,
      headers: { 'x-api-key': 'secret', cookie: 'a=b', accept: 'text/xml', 'if-none-match': '"1"' },
    });
    expect(outcome).toMatchObject({ kind: 'answer', url: `${other.url}/there` });
    const basic = `Basic ${Buffer.from('na@me:wo%rd').toString('base64')}`;
    expect(first.seen.map(({ headers }) => headers.authorization)).toEqual([basic, basic]);
    expect(first.seen[1]?.headers['x-api-key']).toBe('secret');
    const { host, connection, ...left } = other.seen[0]?.headers ?? {};
    expect(left).toEqual({
      accept: 'text/xml',
      'if-none-match': '"1"',
      'accept-encoding': 'gzip, br, deflate',
      'user-agent': 'Desk',
    });
    expect(JSON.stringify(outcome.hops)).not.toContain('wo%rd');
  });

  it('show what one origin gave out to that origin only', async () => {
    const other = await recorder();
    const first = await recorder(() => [301, `${other.url}/feed`]);
    const guarded = client({ allow: [first.host, other.host] });
    await guarded.request({
      url: `${first.url}/feed`,
      bound: { origin: other.url, headers: { 'if-none-match': '"1"' } },
    });
    expect(first.seen[0]?.headers['if-none-match']).toBeUndefined();
    expect(other.seen[0]?.headers['if-none-match']).toBe('"1"');
  });

  it('send back no cookie that was set on the way', async () => {
    const origin = await recorder((path) => (path === '/a' ? [302, '/b'] : null));
    await client({ allow: [origin.host] }).request({ url: `${origin.url}/a` });
    expect(origin.seen[1]?.headers.cookie).toBeUndefined();
    expect(origin.seen[1]?.headers.referer).toBeUndefined();
  });

  it('post again only where the server says so (307, 308)', async () => {
    const origin = await recorder((path) => {
      const status = Number(path.slice(1));
      return status > 0 ? [status, '/end'] : null;
    });
    const guarded = client({ allow: [origin.host] });
    for (const status of [301, 302, 303, 307, 308]) {
      await guarded.request({
        url: `${origin.url}/${status}`,
        method: 'POST',
        body: 'a=b',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    }
    const ends = origin.seen.filter((request) => request.path === '/end');
    expect(ends.map(({ method, body }) => `${method} ${body}`)).toEqual([
      'GET ',
      'GET ',
      'GET ',
      'POST a=b',
      'POST a=b',
    ]);
    expect(ends[0]?.headers['content-type']).toBeUndefined();
  });

  it('stop at a circle, after five hops, and at what is no web address', async () => {
    const origin = await recorder((path) => {
      const number = Number(path.slice(1));
      if (path === '/circle') return [302, '/circle2'];
      if (path === '/circle2') return [302, '/circle#again'];
      if (path === '/file') return [302, 'file:///etc/passwd'];
      return number > 0 ? [302, `/${number - 1}`] : null;
    });
    const guarded = client({ allow: [origin.host] });
    const code = async (path: string) => {
      const outcome = await guarded.request({ url: origin.url + path });
      return outcome.kind === 'failed' ? outcome.code : outcome.status;
    };
    expect(await code('/circle')).toBe('redirect-loop');
    expect(await code('/5')).toBe(200);
    expect(await code('/6')).toBe('too-many-redirects');
    expect(await code('/file')).toBe('bad-redirect');
  });

  it('cannot lead to a private address or an unusual port', async () => {
    const inner = await recorder();
    const origin = await recorder((path) => [302, path === '/port' ? 'http://198.51.100.7:22/' : inner.url]);
    const guarded = client({ allow: [origin.host] });
    const outcome = await guarded.request({ url: `${origin.url}/` });
    expect(outcome).toMatchObject({ kind: 'failed', code: 'port', hops: [{ status: 302 }] });
    const allowed = client({ allow: [origin.host, `10.1.1.1:${new URL(inner.url).port}`] });
    expect(await allowed.request({ url: `${origin.url}/` })).toMatchObject({ code: 'private-address' });
    expect(inner.seen).toEqual([]);
  });
});

describe('what the list allows', () => {
  it('is closed to redirects and links from outside', async () => {
    const inner = await recorder();
    const outer = await recorder(() => [302, `${inner.url}/admin`]);
    const guarded = client({ allow: [inner.host, outer.host] });
    // From the operator's own network into it: as the list says.
    expect(await guarded.request({ url: `${outer.url}/` })).toMatchObject({ kind: 'answer', status: 200 });
    expect(inner.seen).toHaveLength(1);
    expect(await guarded.request({ url: inner.url, foreign: true })).toMatchObject({
      kind: 'failed',
      code: 'port',
    });
    expect(inner.seen).toHaveLength(1);
  });
});

describe('what the list allows after a redirect', () => {
  it('ends where a public host passes on to another', () => {
    const [outside, same, inside] = ['http://a.example/', 'http://a.example/b', 'http://10.0.0.1/'].map(
      (url) => new URL(url),
    ) as [URL, URL, URL];
    expect(losesAllowance(outside, inside, false)).toBe(true);
    expect(losesAllowance(outside, same, false)).toBe(false);
    expect(losesAllowance(inside, outside, true)).toBe(false);
  });
});

describe('names', () => {
  it('are judged by all their addresses, at the moment of connecting', async () => {
    const origin = await recorder();
    const port = new URL(origin.url).port;
    const answers = [['127.0.0.1'], ['127.0.0.1', '10.0.0.1'], ['10.0.0.1']];
    let asked = 0;
    const guarded = client({ allow: [`127.0.0.1:${port}`], resolve: async () => answers[asked++] ?? [] });
    const ask = () =>
      guarded.request({ url: `http://rebinding.internal:${port}/`, headers: { connection: 'close' } });
    const fresh = () =>
      client({ allow: [`127.0.0.1:${port}`], resolve: async () => answers[asked++] ?? [] }).request({
        url: `http://rebinding.internal:${port}/`,
      });
    expect(await ask()).toMatchObject({ kind: 'answer', status: 200 });
    expect(await fresh()).toMatchObject({ kind: 'failed', code: 'private-address' });
    expect(await fresh()).toMatchObject({ kind: 'failed', code: 'private-address' });
    expect(asked).toBe(3);
    expect(origin.seen).toHaveLength(1);
    expect(origin.seen[0]?.headers.host).toBe(`rebinding.internal:${port}`);
  });

  it('of others lead into no private network that is allowed, whatever they resolve to by now', async () => {
    const origin = await recorder();
    const port = new URL(origin.url).port;
    const guarded = client({ allow: [`127.0.0.0/8:${port}`], resolve: async () => ['127.0.0.1'] });
    const ask = (name: string) => guarded.request({ url: `http://${name}:${port}/` });
    expect(await ask('feeds.example')).toMatchObject({ kind: 'failed', code: 'private-address' });
    expect(await ask('feeds.internal')).toMatchObject({ kind: 'answer', status: 200 });
    expect(origin.seen).toHaveLength(1);
  });

  it('that lead nowhere say so', async () => {
    const unknown = client({
      resolve: async () => {
        throw Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
      },
    });
    expect(await unknown.request({ url: 'https://nowhere.example/' })).toMatchObject({
      kind: 'failed',
      code: 'dns',
      message: 'The name nowhere.example could not be found.',
    });
    expect(await client({ resolve: async () => [] }).request({ url: 'http://empty.example/' })).toMatchObject(
      {
        code: 'dns',
      },
    );
  });

  it('may be allowed by name, whatever they resolve to', async () => {
    const origin = await recorder();
    const port = new URL(origin.url).port;
    const guarded = client({ allow: [`wiki.intern:${port}`], resolve: async () => ['127.0.0.1'] });
    expect(await guarded.request({ url: `http://wiki.intern:${port}/` })).toMatchObject({ status: 200 });
    expect(await guarded.request({ url: `http://other.intern:${port}/` })).toMatchObject({
      code: 'private-address',
    });
  });
});

describe('a request', () => {
  it('that cannot be made fails with a sentence', async () => {
    const closed = await recorder();
    await closed.close();
    const guarded = client({ allow: [closed.host] });
    expect(await guarded.request({ url: closed.url })).toMatchObject({ code: 'refused' });
    for (const url of ['ftp://a.example/', 'file:///etc/passwd', 'no address', 'javascript:alert(1)', '']) {
      expect(await guarded.request({ url })).toMatchObject({ kind: 'failed', code: 'bad-url' });
    }
    expect(await guarded.request({ url: `${closed.url}/`, headers: { 'bad header': 'x' } })).toMatchObject({
      kind: 'failed',
    });
  });

  it('to a server that speaks no TLS says so', async () => {
    const origin = await recorder();
    const guarded = client({ allow: [origin.host] });
    expect(await guarded.request({ url: `https://${origin.host}/` })).toMatchObject({
      kind: 'failed',
      code: 'tls',
    });
  });

  it('does not wait for a resolver that never answers, and the next one works', async () => {
    const origin = await recorder();
    const port = new URL(origin.url).port;
    let asked = 0;
    const guarded = client({
      allow: [origin.host],
      resolve: () => (asked++ === 0 ? new Promise(() => {}) : Promise.resolve(['127.0.0.1'])),
      limits: { headersMs: 60, totalMs: 100 },
    });
    const url = `http://slow.internal:${port}/`;
    expect(await guarded.request({ url })).toMatchObject({ kind: 'failed', code: 'timeout' });
    await expect.poll(async () => (await guarded.request({ url })).kind, { interval: 5 }).toBe('answer');
  });

  it('can be called off, before and while it runs', async () => {
    const origin = await startOrigin(() => {});
    cleanups.push(origin.close);
    const guarded = client({ allow: [origin.host] });
    expect(await guarded.request({ url: origin.url, signal: AbortSignal.abort() })).toMatchObject({
      code: 'aborted',
    });
    const outcome = guarded.request({ url: origin.url, signal: AbortSignal.timeout(20) });
    expect(await outcome).toMatchObject({ code: 'aborted' });
  });

  it('needs an allow list that can be read', () => {
    for (const entry of ['10.0.0.0/99', '1.2.3.4/8/9', 'http://a.example', '', 'a:b:c:d']) {
      expect(() => createGuardedClient({ userAgent: 'Desk', allow: [entry] })).toThrow(RangeError);
    }
  });
});
