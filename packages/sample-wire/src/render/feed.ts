import type { SampleFormat } from '../sources.ts';
import { renderAtom } from './atom.ts';
import { renderJsonFeed } from './json-feed.ts';
import { renderRss1 } from './rss1.ts';
import { renderRss2 } from './rss2.ts';
import type { FeedView } from './view.ts';

const renderers: Record<SampleFormat, (feed: FeedView) => string> = {
  rss2: renderRss2,
  rss1: renderRss1,
  atom1: renderAtom,
  jsonfeed1: renderJsonFeed,
};

export const feedTypes: Record<SampleFormat, string> = {
  rss2: 'application/rss+xml; charset=utf-8',
  rss1: 'application/rdf+xml; charset=utf-8',
  atom1: 'application/atom+xml; charset=utf-8',
  jsonfeed1: 'application/feed+json; charset=utf-8',
};

/** The feed's body in its source's own format. */
export const renderFeed = (feed: FeedView): string => renderers[feed.source.format](feed);
