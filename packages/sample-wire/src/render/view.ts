import { revisionAt, type SampleItem, type SampleRevision } from '../items.ts';
import { publisherByKey, type SamplePublisher, type SampleSource, sourceByKey } from '../sources.ts';

/** What all of one answer shares. */
export type ViewContext = {
  readonly wireTime: Date;
  /** No slash at the end. */
  readonly origin: string;
  /** The date that readers are shown for a moment of the wire. */
  readonly dateOf: (moment: Date) => Date;
};

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
export const sampleGuid = (item: SampleItem): string =>
  `tag:${new URL(publisherByKey(sourceByKey(item.source).publisher).site).host},2025:${item.key}`;

/** The item at the context's time, or null when it is not out yet. */
export function itemView(item: SampleItem, context: ViewContext): ItemView | null {
  const { origin, dateOf } = context;
  const revision = revisionAt(item, context.wireTime);
  if (revision === null) return null;
  const source = sourceByKey(item.source);
  return {
    item,
    revision,
    url: `${origin}${articlePath(item)}`,
    guid: sampleGuid(item),
    language: item.language ?? source.language,
    publishedAt: dateOf(new Date(item.revisions[0].at)),
    updatedAt: dateOf(new Date(revision.at)),
    carried: item.teaser ? revision.paragraphs.slice(0, 1) : revision.paragraphs,
  };
}

/** The whole feed at the context's time. `updatedAt` is the newest change in it, never the time of the request. */
export function feedView(source: SampleSource, items: readonly SampleItem[], context: ViewContext): FeedView {
  const views = items
    .filter((item) => item.source === source.key)
    .map((item) => itemView(item, context))
    .filter((view) => view !== null)
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
  const publisher = publisherByKey(source.publisher);
  return { source, publisher, origin: context.origin, updatedAt: newestOf(views, context), items: views };
}

const wireBegins = new Date(Date.UTC(2025, 0, 1));

/** The newest change among views; the wire's beginning when there are none. */
export function newestOf(views: readonly ItemView[], context: ViewContext): Date {
  const changes = views.map((view) => view.updatedAt.getTime());
  return new Date(Math.max(context.dateOf(wireBegins).getTime(), ...changes));
}
