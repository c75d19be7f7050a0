import { revisionAt, type SampleItem, type SampleRevision } from '../items.ts';
import { publisherByKey, type SamplePublisher, type SampleSource, sourceByKey } from '../sources.ts';

/** One item as readers see it at a moment of the wire's time. */
export type ItemView = {
  readonly item: SampleItem;
  readonly revision: SampleRevision;
  readonly url: string;
  readonly guid: string;
  readonly language: string;
  readonly publishedAt: Date;
  readonly updatedAt: Date;
  /** The paragraphs that the feed carries. */
  readonly carried: readonly string[];
};

export type FeedView = {
  readonly source: SampleSource;
  readonly publisher: SamplePublisher;
  readonly origin: string;
  readonly updatedAt: Date;
  /** Newest first. */
  readonly items: readonly ItemView[];
};

/** Path of an item's page on the wire's server. */
export function articlePath(item: SampleItem): string {
  const day = item.revisions[0].at.slice(0, 10).replaceAll('-', '/');
  return `/${sourceByKey(item.source).publisher}/${day}/${item.key}.html`;
}

/** Opaque and the same on every port, so that a desk recognises its items after a restart. */
const guidOf = (item: SampleItem, publisher: SamplePublisher): string =>
  `tag:${new URL(publisher.site).host},2025:${item.key}`;

/** The item at `wireTime`, or null when it is not out yet. */
export function itemView(item: SampleItem, wireTime: Date, origin: string): ItemView | null {
  const revision = revisionAt(item, wireTime);
  if (revision === null) return null;
  const source = sourceByKey(item.source);
  return {
    item,
    revision,
    url: `${origin}${articlePath(item)}`,
    guid: guidOf(item, publisherByKey(source.publisher)),
    language: item.language ?? source.language,
    publishedAt: new Date(item.revisions[0].at),
    updatedAt: new Date(revision.at),
    carried: item.teaser ? revision.paragraphs.slice(0, 1) : revision.paragraphs,
  };
}

/** The whole feed at `wireTime`. `updatedAt` is the newest change in it, never the time of the request. */
export function feedView(
  source: SampleSource,
  items: readonly SampleItem[],
  wireTime: Date,
  origin: string,
): FeedView {
  const views = items
    .filter((item) => item.source === source.key)
    .map((item) => itemView(item, wireTime, origin))
    .filter((view) => view !== null)
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
  const newest = Math.max(Date.UTC(2025, 0, 1), ...views.map((view) => view.updatedAt.getTime()));
  const publisher = publisherByKey(source.publisher);
  return { source, publisher, origin, updatedAt: new Date(newest), items: views };
}
