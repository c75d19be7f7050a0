import type { FetchedBody } from '@throughline/feeds';

/** A fetched body as it waits in the database: the worker puts both parts together again. */
export function answerOf({ body, ...head }: FetchedBody): { head: Omit<FetchedBody, 'body'>; body: Buffer } {
  return { head, body };
}
