import { paragraphsHtml, escapeMarkup as x } from './markup.ts';
import type { FeedView, ItemView } from './view.ts';

/** Escaped text holds no `]]>`, so nothing in it can end the section. */
const cdata = (html: string): string => `<![CDATA[${html}]]>`;

function item(view: ItemView, feed: FeedView): string {
  const { item: sample, revision } = view;
  const lines = [
    `<title>${x(revision.title)}</title>`,
    `<link>${x(view.url)}</link>`,
    `<guid isPermaLink="false">${x(view.guid)}</guid>`,
    `<pubDate>${view.publishedAt.toUTCString()}</pubDate>`,
    `<description>${x(view.carried[0] ?? '')}</description>`,
    ...sample.categories.map((category) => `<category>${x(category)}</category>`),
  ];
  if (sample.author !== null) lines.push(`<dc:creator>${x(sample.author)}</dc:creator>`);
  if (view.language !== feed.source.language) lines.push(`<dc:language>${view.language}</dc:language>`);
  if (sample.revisions[0] !== revision)
    lines.push(`<atom:updated>${view.updatedAt.toISOString()}</atom:updated>`);
  if (!sample.teaser) {
    lines.push(`<content:encoded>${cdata(paragraphsHtml(view.carried))}</content:encoded>`);
  }
  return `<item>\n${lines.join('\n')}\n</item>`;
}

/** RSS 2.0 with content:encoded, dc:creator and a self link. */
export function renderRss2(feed: FeedView): string {
  const self = x(`${feed.origin}${feed.source.path}`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${x(feed.source.title)}</title>
<link>${x(`${feed.origin}/${feed.publisher.key}/`)}</link>
<description>${x(feed.publisher.about)}</description>
<language>${feed.source.language}</language>
<lastBuildDate>${feed.updatedAt.toUTCString()}</lastBuildDate>
<ttl>15</ttl>
<atom:link href="${self}" rel="self" type="application/rss+xml"/>
${feed.items.map((view) => item(view, feed)).join('\n')}
</channel>
</rss>
`;
}
