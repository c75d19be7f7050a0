import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

/** A server that does everything wrong on purpose, spoken in raw bytes because a well-behaved library would refuse. */

export interface HostileOrigin {
  url: string;
  host: string;
  /** Sockets that are open at this moment. */
  open(): number;
  close(): Promise<void>;
}

type Trick = (socket: Socket) => void;

const OK = 'HTTP/1.1 200 OK\r\n';
const CHUNKED = `${OK}Transfer-Encoding: chunked\r\n\r\n`;
const MEGABYTE = 1024 * 1024;

/** Writes again and again, as fast as the other side reads or every few milliseconds, until the socket closes. */
function pour(socket: Socket, bytes: () => string | Buffer, everyMs = 0): void {
  const next = (): void => {
    if (socket.destroyed) return;
    const ready = socket.write(bytes());
    if (everyMs > 0) setTimeout(next, everyMs);
    else if (ready) setImmediate(next);
    else socket.once('drain', next);
  };
  next();
}

function compressed(encoding: string, body: Buffer): Trick {
  return (socket) => {
    socket.write(`${OK}Content-Encoding: ${encoding}\r\nContent-Length: ${body.length}\r\n\r\n`);
    socket.end(body);
  };
}

const plain =
  (text: string): Trick =>
  (socket) =>
    void socket.end(text);

function bombs(): Record<string, Trick> {
  const zeros = Buffer.alloc(20 * MEGABYTE);
  const gzip = gzipSync(zeros);
  return {
    '/bomb-gzip': compressed('gzip', gzip),
    '/bomb-br': compressed('br', brotliCompressSync(zeros)),
    '/bomb-deflate': compressed('deflate', deflateSync(zeros)),
    '/bomb-twice': compressed('gzip, gzip', gzipSync(gzip)),
    '/bomb-layers': compressed(Array(50).fill('gzip').join(', '), gzip),
    '/gzip-cut': compressed('gzip', gzipSync('<rss/>'.repeat(1000)).subarray(0, 40)),
    '/gzip-broken': compressed('gzip', Buffer.concat([gzipSync('x').subarray(0, 10), Buffer.alloc(50, 7)])),
    '/br-broken': compressed('br', Buffer.alloc(50, 255)),
    '/zstd': compressed('zstd', Buffer.alloc(50, 7)),
  };
}

const TRICKS: Record<string, Trick> = {
  ...bombs(),
  '/silence': () => {},
  '/hang-up': (socket) => void socket.destroy(),
  '/slow-headers': (socket) => {
    socket.write(OK);
    pour(socket, () => 'X-Slow: 1\r\n', 15);
  },
  '/endless-headers': (socket) => {
    socket.write(OK);
    pour(socket, () => `X-More: ${'x'.repeat(1000)}\r\n`);
  },
  '/endless-hints': (socket) => pour(socket, () => 'HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n', 15),
  '/slow-body': (socket) => {
    socket.write(CHUNKED);
    pour(socket, () => '1\r\nx\r\n', 15);
  },
  '/slow-error': (socket) => {
    socket.write('HTTP/1.1 500 Oops\r\nTransfer-Encoding: chunked\r\n\r\n');
    pour(socket, () => '1\r\nx\r\n', 15);
  },
  '/endless-chunks': (socket) => {
    socket.write(CHUNKED);
    pour(socket, () => `4000\r\n${'x'.repeat(0x4000)}\r\n`);
  },
  '/endless-error': (socket) => {
    socket.write('HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n');
    pour(socket, () => `4000\r\n${'x'.repeat(0x4000)}\r\n`);
  },
  '/endless-until-close': (socket) => {
    socket.write(`${OK}\r\n`);
    pour(socket, () => 'x'.repeat(0x4000));
  },
  '/announced-huge': plain(`${OK}Content-Length: 99999999999\r\n\r\nx`),
  '/announced-more': plain(`${OK}Content-Length: 1000\r\n\r\n<rss/>`),
  '/announced-less': plain(`${OK}Content-Length: 6\r\nConnection: close\r\n\r\n<rss/><script>`),
  '/two-lengths': plain(`${OK}Content-Length: 6\r\nContent-Length: 7\r\n\r\n<rss/>x`),
  '/chunks-cut': plain(`${CHUNKED}6\r\n<rss/>\r\n`),
  '/chunks-broken': plain(`${CHUNKED}zz\r\n<rss/>\r\n0\r\n\r\n`),
  '/not-http': plain('SSH-2.0-OpenSSH_9.2\r\n'),
  '/http09': plain('<rss/>'),
  '/no-location': plain('HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n'),
  '/split-location': plain('HTTP/1.1 302 Found\r\nLocation: /\u0000\r\nContent-Length: 0\r\n\r\n'),
  '/upgrade': plain('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'),
};

export const TRICK_PATHS: readonly string[] = Object.keys(TRICKS);

/** `/slow-hops/N` answers late and passes on to N+1, for ever. */
function slowHop(path: string, socket: Socket): void {
  const number = Number(path.slice('/slow-hops/'.length));
  const answer = `HTTP/1.1 302 Found\r\nLocation: /slow-hops/${number + 1}\r\nContent-Length: 0\r\n\r\n`;
  setTimeout(() => socket.write(answer), 120);
}

export async function startHostileOrigin(): Promise<HostileOrigin> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (data) => {
      const path = data.toString('latin1').split(' ', 2)[1] ?? '';
      if (path.startsWith('/slow-hops/')) slowHop(path, socket);
      else TRICKS[path]?.(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    open: () => sockets.size,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
