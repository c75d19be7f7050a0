import type { ServerResponse } from 'node:http';
import { renderTroubleIndex } from './render/pages.ts';
import { sampleSources } from './sources.ts';

type Trouble = { readonly what: string; readonly answer: (response: ServerResponse, slowMs: number) => void };

const send = (response: ServerResponse, status: number, type: string, body: string): void => {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
  response.end(body);
};

const html = 'text/html; charset=utf-8';
const rss = 'application/rss+xml; charset=utf-8';
const emptyFeed =
  '<?xml version="1.0"?><rss version="2.0"><channel><title>Nothing yet</title><link>https://meridian.example</link><description>No items</description></channel></rss>';

function answerSlowly(response: ServerResponse, slowMs: number): void {
  const timer = setTimeout(() => send(response, 200, rss, emptyFeed), slowMs);
  response.once('close', () => clearTimeout(timer));
}

function redirect(response: ServerResponse, status: number, location: string): void {
  response.writeHead(status, { location });
  response.end();
}

/** Feeds that are broken on purpose, for trying out how a desk shows and survives it. */
const troubles: Readonly<Record<string, Trouble>> = {
  '/trouble/missing.xml': {
    what: '404, no such feed',
    answer: (response) => send(response, 404, html, '<h1>Not found</h1>'),
  },
  '/trouble/gone.xml': {
    what: '410, gone for good',
    answer: (response) => send(response, 410, html, '<h1>Gone</h1>'),
  },
  '/trouble/error.xml': {
    what: '500, the server fails',
    answer: (response) => send(response, 500, html, '<h1>Internal error</h1>'),
  },
  '/trouble/busy.xml': {
    what: '429, come back in an hour',
    answer: (response) => {
      response.setHeader('retry-after', '3600');
      send(response, 429, html, '<h1>Too many requests</h1>');
    },
  },
  '/trouble/slow.xml': { what: 'answers later than anybody should wait', answer: answerSlowly },
  '/trouble/page.xml': {
    what: '200, but a page and not a feed',
    answer: (response) =>
      send(response, 200, html, '<!doctype html><title>Welcome</title><p>This is a page, not a feed.</p>'),
  },
  '/trouble/broken.xml': {
    what: 'XML that ends in the middle',
    answer: (response) =>
      send(response, 200, rss, '<?xml version="1.0"?><rss version="2.0"><channel><title>Cut & off</titl'),
  },
  '/trouble/empty.xml': {
    what: 'a feed without items',
    answer: (response) => send(response, 200, rss, emptyFeed),
  },
  '/trouble/loop.xml': {
    what: 'redirects to itself',
    answer: (response) => redirect(response, 302, '/trouble/loop.xml'),
  },
  '/trouble/moved.xml': {
    what: 'moved for good to the first sample source',
    answer: (response) => redirect(response, 301, sampleSources[0]?.path ?? '/'),
  },
};

/** Answers a path under /trouble/; false when there is none. */
export function answerTrouble(path: string, response: ServerResponse, slowMs: number): boolean {
  if (path === '/trouble/') {
    const list = Object.entries(troubles).map(([at, { what }]) => [at, what] as const);
    send(response, 200, html, renderTroubleIndex(list));
    return true;
  }
  const trouble = troubles[path];
  trouble?.answer(response, slowMs);
  return trouble !== undefined;
}
