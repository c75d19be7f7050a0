import type { SampleItem } from './items.ts';
import { feedTypes, renderFeed } from './render/feed.ts';
import { renderOpml } from './render/opml.ts';
import { renderArticle, renderIndex, renderSite } from './render/pages.ts';
import { articlePath, feedView, itemView } from './render/view.ts';
import { samplePublishers, sampleSources, sourceByKey } from './sources.ts';

/** What the server answers: everything but the HTTP around it. */
export type WireDocument = {
  readonly type: string;
  readonly body: string;
  /** Newest change of what is shown. */
  readonly modifiedAt: Date;
};

const htmlType = 'text/html; charset=utf-8';
const wireBegins = new Date(Date.UTC(2025, 0, 1));

/** A function from path and wire time to the document there, or null. `origin` has no slash at its end. */
export function wireDocuments(
  items: readonly SampleItem[],
): (path: string, wireTime: Date, origin: string) => WireDocument | null {
  const articles = new Map(items.map((item) => [articlePath(item), item]));
  const feeds = new Map(sampleSources.map((source) => [source.path, source]));
  const sites = new Map(samplePublishers.map((publisher) => [`/${publisher.key}/`, publisher]));

  const site = (path: string, wireTime: Date, origin: string): WireDocument | null => {
    const publisher = sites.get(path);
    if (publisher === undefined) return null;
    const views = items
      .filter((item) => sourceByKey(item.source).publisher === publisher.key)
      .map((item) => itemView(item, wireTime, origin))
      .filter((view) => view !== null)
      .reverse();
    const newest = Math.max(wireBegins.getTime(), ...views.map((view) => view.updatedAt.getTime()));
    return { type: htmlType, body: renderSite(publisher, views), modifiedAt: new Date(newest) };
  };

  const article = (path: string, wireTime: Date, origin: string): WireDocument | null => {
    const item = articles.get(path);
    const view = item === undefined ? null : itemView(item, wireTime, origin);
    return view && { type: htmlType, body: renderArticle(view), modifiedAt: view.updatedAt };
  };

  const feed = (path: string, wireTime: Date, origin: string): WireDocument | null => {
    const source = feeds.get(path);
    if (source === undefined) return null;
    const view = feedView(source, items, wireTime, origin);
    return { type: feedTypes[source.format], body: renderFeed(view), modifiedAt: view.updatedAt };
  };

  const fixed = (path: string, origin: string): WireDocument | null => {
    if (path === '/') return { type: htmlType, body: renderIndex(), modifiedAt: wireBegins };
    if (path !== '/opml.xml') return null;
    return {
      type: 'text/x-opml; charset=utf-8',
      body: renderOpml(sampleSources, origin),
      modifiedAt: wireBegins,
    };
  };

  return (path, wireTime, origin) =>
    feed(path, wireTime, origin) ??
    article(path, wireTime, origin) ??
    site(path, wireTime, origin) ??
    fixed(path, origin);
}
