import { paragraphsHtml, escapeMarkup as x } from './markup.ts';
import type { FeedView, ItemView } from './view.ts';

function item(view: ItemView): string {
  const { item: sample, revision } = view;
  const lines = [
    `<title>${x(revision.title)}</title>`,
    `<link>${x(view.url)}</link>`,
    `<description>${x(view.carried[0] ?? '')}</description>`,
    `<dc:identifier>${x(view.guid)}</dc:identifier>`,
    `<dc:date>${view.publishedAt.toISOString()}</dc:date>`,
    `<dc:language>${view.language}</dc:language>`,
    ...sample.categories.map((category) => `<dc:subject>${x(category)}</dc:subject>`),
  ];
  if (sample.author !== null) lines.push(`<dc:creator>${x(sample.author)}</dc:creator>`);
  if (!sample.teaser) lines.push(`<content:encoded>${x(paragraphsHtml(view.carried))}</content:encoded>`);
  return `<item rdf:about="${x(view.guid)}">\n${lines.join('\n')}\n</item>`;
}

/** RSS 1.0 (RDF): the items stand beside the channel, dates and authors are Dublin Core. */
export function renderRss1(feed: FeedView): string {
  const resources = feed.items.map((view) => `<rdf:li rdf:resource="${x(view.guid)}"/>`).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel rdf:about="${x(`${feed.origin}${feed.source.path}`)}">
<title>${x(feed.source.title)}</title>
<link>${x(`${feed.origin}/${feed.publisher.key}/`)}</link>
<description>${x(feed.publisher.about)}</description>
<dc:language>${feed.source.language}</dc:language>
<dc:date>${feed.updatedAt.toISOString()}</dc:date>
<items>
<rdf:Seq>
${resources}
</rdf:Seq>
</items>
</channel>
${feed.items.map(item).join('\n')}
</rdf:RDF>
`;
}
