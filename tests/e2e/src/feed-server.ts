import { createServer } from 'node:http';

export interface FeedServer {
  /** `http://127.0.0.1:1234`: `/bulletins.xml` is a feed, everything else is not there. */
  address: string;
  stop(): void;
}

const item = (n: number) =>
  `<item><title>A harbour bulletin that nobody has seen, ${n}</title>` +
  `<guid isPermaLink="false">bulletin-${n}</guid><pubDate>${new Date().toUTCString()}</pubDate>` +
  `<description>Ships waited.</description></item>`;

const feed = () =>
  `<rss version="2.0"><channel><title>Harbour bulletins</title><link>http://127.0.0.1/</link>` +
  `<description>Ships</description>${[1, 2, 3].map(item).join('')}</channel></rss>`;

/** A publisher of the tests' own, for what the sample wire does not do at the moment it is wanted. */
export async function startFeedServer(): Promise<FeedServer> {
  const server = createServer((request, response) => {
    if (request.url?.split('?')[0] !== '/bulletins.xml') {
      response.statusCode = 404;
      response.end('There is nothing here.');
      return;
    }
    response.setHeader('content-type', 'application/rss+xml');
    response.end(feed());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the feed server has no port');
  return { address: `http://127.0.0.1:${address.port}`, stop: () => server.close() };
}
