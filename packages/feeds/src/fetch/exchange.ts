import type { Dispatcher } from 'undici';
import { tooLarge } from './decode-body.ts';
import { FetchFault } from './failure.ts';

/** One request and its one answer: no redirects, no decoding. */

export type HeaderValues = Record<string, string | string[] | undefined>;

export interface Exchange {
  url: URL;
  method: string;
  headers: Record<string, string>;
  body: string | Uint8Array | null;
  /** Milliseconds until the headers must be here, looking up and connecting included. */
  headersMs: number;
  /** Milliseconds until everything must be here. */
  totalMs: number;
  /** Bytes of the body as sent over the wire. */
  maxBytes: number;
  signal: AbortSignal | undefined;
}

export interface RawAnswer {
  status: number;
  /** Lower-case names; values as latin1, which keeps every byte. */
  headers: HeaderValues;
  body: Buffer;
}

/** Of an answer that is not going to be used (a redirect, an error page), no more than this is read. */
const UNUSED_BODY_BYTES = 64 * 1024;

/** @throws FetchFault or what the network threw */
export function exchange(dispatcher: Dispatcher, request: Exchange): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const host = request.url.host;
    const answer: RawAnswer = { status: 0, headers: {}, body: Buffer.alloc(0) };
    const chunks: Buffer[] = [];
    let size = 0;
    let settled = false;
    let controller: Dispatcher.DispatchController | null = null;

    const settle = (act: () => void): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      request.signal?.removeEventListener('abort', onAbort);
      act();
    };
    /** Ends the exchange from this side; the socket is closed, never left to drip. */
    const stop = (fault: FetchFault): void => {
      settle(() => reject(fault));
      controller?.abort(fault);
    };
    const finish = (): void => {
      answer.body = chunks.length === 1 ? (chunks[0] ?? answer.body) : Buffer.concat(chunks, size);
      settle(() => resolve(answer));
    };
    const timeUp = (): void => stop(new FetchFault('timeout', { code: 'timeout', host }));
    const bodyTimeUp = (): void => stop(new FetchFault('timeout', { code: 'endless', host }));
    const onAbort = (): void => stop(new FetchFault('aborted', { code: 'aborted' }));

    const startedAt = performance.now();
    let timer = setTimeout(timeUp, Math.min(request.headersMs, request.totalMs));
    request.signal?.addEventListener('abort', onAbort, { once: true });
    if (request.signal?.aborted) return onAbort();

    dispatcher.dispatch(
      {
        origin: request.url.origin,
        path: request.url.pathname + request.url.search,
        method: request.method,
        headers: request.headers,
        body: request.body,
        // Deadlines are kept here: the library's own timers are a second coarse and its body timer counts idle time.
        headersTimeout: 0,
        bodyTimeout: 0,
      },
      {
        onRequestStart(started) {
          controller = started;
          if (settled) started.abort(new FetchFault('aborted', { code: 'aborted' }));
        },
        onResponseStart(_controller, status, headers) {
          // 1xx answers come before the real one.
          if (status < 200) return;
          answer.status = status;
          answer.headers = headers;
          const announced = Number(headers['content-length']);
          if (isUsed(status) && announced > request.maxBytes) return stop(tooLarge(request.maxBytes));
          clearTimeout(timer);
          timer = setTimeout(bodyTimeUp, request.totalMs - (performance.now() - startedAt));
        },
        onResponseData(_controller, chunk) {
          if (settled) return;
          size += chunk.length;
          if (isUsed(answer.status)) {
            if (size > request.maxBytes) stop(tooLarge(request.maxBytes));
            else chunks.push(chunk);
            return;
          }
          if (size > UNUSED_BODY_BYTES) {
            size = 0;
            finish();
            controller?.abort(new FetchFault('aborted', { code: 'aborted' }));
          }
        },
        onResponseEnd() {
          if (!isUsed(answer.status)) size = 0;
          finish();
        },
        onResponseError(_controller, error) {
          const begun = answer.status !== 0 && !(error instanceof FetchFault);
          const brokenOff = begun && error.name === 'SocketError';
          settle(() =>
            reject(brokenOff ? new FetchFault('incomplete', { code: 'broken_off', host }) : error),
          );
        },
      },
    );
  });
}

function isUsed(status: number): boolean {
  return status >= 200 && status < 300;
}
