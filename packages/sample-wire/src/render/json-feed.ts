import { paragraphsHtml } from './markup.ts';
import type { FeedView, ItemView } from './view.ts';

function item(view: ItemView) {
  const { item: sample, revision } = view;
  return {
    id: view.guid,
    url: view.url,
    title: revision.title,
    summary: view.carried[0] ?? '',
    content_html: paragraphsHtml(view.carried),
    date_published: view.publishedAt.toISOString(),
    date_modified: view.updatedAt.toISOString(),
    authors: sample.author === null ? [] : [{ name: sample.author }],
    tags: sample.categories,
    language: view.language,
  };
}

/** JSON Feed 1.1. */
export function renderJsonFeed(feed: FeedView): string {
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.source.title,
    description: feed.publisher.about,
    home_page_url: `${feed.origin}/${feed.publisher.key}/`,
    feed_url: `${feed.origin}${feed.source.path}`,
    language: feed.source.language,
    authors: [{ name: feed.publisher.name }],
    items: feed.items.map(item),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}
