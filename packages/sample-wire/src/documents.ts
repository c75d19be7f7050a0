import type { SampleItem } from './items.ts';
import { feedTypes, renderFeed } from './render/feed.ts';
import { renderOpml } from './render/opml.ts';
import { renderArticle, renderIndex, renderSite } from './render/pages.ts';
import { articlePath, feedView, itemView, newestOf, type ViewContext } from './render/view.ts';
import { samplePublishers, sampleSources, sourceByKey } from './sources.ts';

/** What the server answers: everything but the HTTP around it. */
export type WireDocument = {
  readonly type: string;
  readonly body: string;
  /** Newest change of what is shown. */
  readonly modifiedAt: Date;
};

const htmlType = 'text/html; charset=utf-8';

/** A function from path and moment to the document there, or null. */
export function wireDocuments(
  items: readonly SampleItem[],
): (path: string, context: ViewContext) => WireDocument | null {
  const articles = new Map(items.map((item) => [articlePath(item), item]));
  const feeds = new Map(sampleSources.map((source) => [source.path, source]));
  const sites = new Map(samplePublishers.map((publisher) => [`/${publisher.key}/`, publisher]));

  const site = (path: string, context: ViewContext): WireDocument | null => {
    const publisher = sites.get(path);
    if (publisher === undefined) return null;
    const views = items
      .filter((item) => sourceByKey(item.source).publisher === publisher.key)
      .map((item) => itemView(item, context))
      .filter((view) => view !== null)
      .reverse();
    return { type: htmlType, body: renderSite(publisher, views), modifiedAt: newestOf(views, context) };
  };

  const article = (path: string, context: ViewContext): WireDocument | null => {
    const item = articles.get(path);
    const view = item === undefined ? null : itemView(item, context);
    return view && { type: htmlType, body: renderArticle(view), modifiedAt: view.updatedAt };
  };

  const feed = (path: string, context: ViewContext): WireDocument | null => {
    const source = feeds.get(path);
    if (source === undefined) return null;
    const view = feedView(source, items, context);
    return { type: feedTypes[source.format], body: renderFeed(view), modifiedAt: view.updatedAt };
  };

  const fixed = (path: string, context: ViewContext): WireDocument | null => {
    const modifiedAt = newestOf([], context);
    if (path === '/') return { type: htmlType, body: renderIndex(), modifiedAt };
    if (path !== '/opml.xml') return null;
    return {
      type: 'text/x-opml; charset=utf-8',
      body: renderOpml(sampleSources, context.origin),
      modifiedAt,
    };
  };

  return (path, context) =>
    feed(path, context) ?? article(path, context) ?? site(path, context) ?? fixed(path, context);
}
