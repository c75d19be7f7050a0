import { createServer } from 'node:http';

export interface FeedServer {
  /**
   * `http://127.0.0.1:1234`: `/bulletins.xml` and `/ferries.xml` are feeds, `/ferry.html` is the page of the latter's
   * only item; once it was asked with `?edit`, it says something else. Everything else is not there.
   */
  address: string;
  stop(): void;
}

const item = (n: number) =>
  `<item><title>A harbour bulletin that nobody has seen, ${n}</title>` +
  `<guid isPermaLink="false">bulletin-${n}</guid><pubDate>${new Date().toUTCString()}</pubDate>` +
  `<description>Ships waited.</description></item>`;

const bulletins = () => [1, 2, 3].map(item).join('');

const feed = (title: string, items: string) =>
  `<rss version="2.0"><channel><title>${title}</title><link>http://127.0.0.1/</link>` +
  `<description>Ships</description>${items}</channel></rss>`;

const ferry = (passengers: number) =>
  `The night ferry to the islands carried ${passengers} passengers on its first crossing of the year, the company said. ` +
  'The crossing took nine hours in a heavy swell, and the harbour master closed the outer mole to visitors. ' +
  'A second ship stays in the yard until its new engines have been tried. ' +
  'Fares remain as they were, but cars will have to be announced a week ahead from the summer on.';

const ferryItem = (host: string) =>
  `<item><title>A ferry and its passengers</title><link>http://${host}/ferry.html</link>` +
  `<pubDate>${new Date().toUTCString()}</pubDate><description>${ferry(412)}</description></item>`;

/** A publisher of the tests' own, for what the sample wire does not do at the moment it is wanted. */
export async function startFeedServer(): Promise<FeedServer> {
  let edited = false;
  const server = createServer((request, response) => {
    const [path, query] = (request.url ?? '').split('?');
    if (path === '/ferry.html') {
      edited ||= query === 'edit';
      response.setHeader('content-type', 'text/html');
      response.end(
        `<!doctype html><title>Ferry</title><article><p>${ferry(edited ? 398 : 412)}</p></article>`,
      );
      return;
    }
    const items = { '/bulletins.xml': bulletins(), '/ferries.xml': ferryItem(request.headers.host ?? '') }[
      path ?? ''
    ];
    if (items === undefined) {
      response.statusCode = 404;
      response.end('There is nothing here.');
      return;
    }
    response.setHeader('content-type', 'application/rss+xml');
    response.end(feed('Harbour bulletins', items));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the feed server has no port');
  return { address: `http://127.0.0.1:${address.port}`, stop: () => server.close() };
}
