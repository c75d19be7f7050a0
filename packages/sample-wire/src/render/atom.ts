import { paragraphsHtml, escapeMarkup as x } from './markup.ts';
import type { FeedView, ItemView } from './view.ts';

function entry(view: ItemView): string {
  const { item: sample, revision } = view;
  const lines = [
    `<id>${x(view.guid)}</id>`,
    `<title>${x(revision.title)}</title>`,
    `<link rel="alternate" type="text/html" href="${x(view.url)}"/>`,
    `<published>${view.publishedAt.toISOString()}</published>`,
    `<updated>${view.updatedAt.toISOString()}</updated>`,
    `<summary>${x(view.carried[0] ?? '')}</summary>`,
    ...sample.categories.map((category) => `<category term="${x(category)}"/>`),
  ];
  if (sample.author !== null) lines.push(`<author><name>${x(sample.author)}</name></author>`);
  if (!sample.teaser) lines.push(`<content type="html">${x(paragraphsHtml(view.carried))}</content>`);
  return `<entry xml:lang="${view.language}">\n${lines.join('\n')}\n</entry>`;
}

/** Atom 1.0 with escaped HTML content. */
export function renderAtom(feed: FeedView): string {
  const self = `${feed.origin}${feed.source.path}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.source.language}">
<id>tag:${new URL(feed.publisher.site).host},2025:${feed.source.key}</id>
<title>${x(feed.source.title)}</title>
<subtitle>${x(feed.publisher.about)}</subtitle>
<author><name>${x(feed.publisher.name)}</name></author>
<link rel="self" type="application/atom+xml" href="${x(self)}"/>
<link rel="alternate" type="text/html" href="${x(`${feed.origin}/${feed.publisher.key}/`)}"/>
<updated>${feed.updatedAt.toISOString()}</updated>
${feed.items.map(entry).join('\n')}
</feed>
`;
}
