import type { Discovery, FeedPreview, NoPreview } from '@throughline/feeds';
import type { SourceDiscovery, SourcePreview } from '@throughline/schema';
import { type Sql, sourceIdsByUrl } from '@throughline/store';

const ITEMS_SHOWN = 10;

/** What a look at a site found, as a person chooses from it. */
export async function candidatesOf(
  sql: Sql,
  found: Discovery,
  triedPaths: boolean,
): Promise<SourceDiscovery> {
  const feeds = found.kind === 'found' ? found.feeds : [];
  const known = await sourceIdsByUrl(
    sql,
    feeds.map((feed) => feed.url),
  );
  return {
    siteUrl: found.siteUrl,
    siteTitle: found.kind === 'failed' ? null : found.siteTitle,
    candidates: feeds.map(({ url, title, from }) => ({ url, title, from, sourceId: known.get(url) ?? null })),
    said: found.kind === 'found' ? null : found.said,
    mayTryPaths: found.kind === 'none' && !triedPaths,
  };
}

export function previewOf(preview: FeedPreview | NoPreview): SourcePreview {
  if (preview.kind === 'failed') return { ok: false, url: preview.url, said: preview.said };
  const { feed, items, format, warnings } = preview.feed;
  return {
    ok: true,
    url: preview.url,
    title: feed.title,
    description: feed.description?.slice(0, 500) ?? null,
    language: feed.language,
    format,
    itemCount: items.length,
    items: items.slice(0, ITEMS_SHOWN).map(({ title, summary, url, publishedAt }) => ({
      title: title ?? summary?.slice(0, 120) ?? '',
      url,
      publishedAt,
    })),
    hasHub: feed.hubUrl !== null,
    warnings: warnings.slice(0, 20),
  };
}
