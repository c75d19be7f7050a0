import type { StorylineDocument } from '@throughline/schema';
import { manifestOf } from './manifest.ts';
import { storylineUri } from './ninjs.ts';
import type { PublishedFrame } from './published-frame.ts';
import { updatesOf } from './updates.ts';
import { escapeMarkup, oneLine } from './well-formed.ts';

const element = (name: string, value: string) => `<${name}>${escapeMarkup(value)}</${name}>`;

/** RSS 2.0 of a storyline's updates. */
export function toRss(document: StorylineDocument, frame?: PublishedFrame): string {
  const address = frame?.address ?? document.url;
  const updated = frame?.publication.versions[0]?.at ?? document.updatedAt;
  const items = updatesOf(document, frame).map(({ id, url, title, html, at }) =>
    [
      '<item>',
      element('title', title),
      ...(url === null ? [] : [element('link', url)]),
      `<guid isPermaLink="false">${escapeMarkup(id)}</guid>`,
      element('pubDate', new Date(at).toUTCString()),
      element('description', html),
      '</item>',
    ].join('\n'),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
${element('title', oneLine(document.headline))}
${element('link', address ?? storylineUri(document))}
${frame ? `<atom:link rel="self" type="application/rss+xml" href="${escapeMarkup(`${frame.address}/rss.xml`)}"/>\n` : ''}${element('description', oneLine(document.standfirst) || oneLine(document.headline))}
${element('language', document.language)}
${element('dc:identifier', manifestOf(document))}
${element('lastBuildDate', new Date(updated).toUTCString())}
${items.join('\n')}
</channel>
</rss>
`;
}

/** Atom 1.0 (RFC 4287) of a storyline's updates. */
export function toAtom(document: StorylineDocument, frame?: PublishedFrame): string {
  const address = frame?.address ?? document.url;
  const updated = frame?.publication.versions[0]?.at ?? document.updatedAt;
  const language = escapeMarkup(document.language);
  const authors = (document.bylines.length > 0 ? document.bylines : ['Throughline']).map(
    (name) => `<author>${element('name', oneLine(name))}</author>`,
  );
  const entries = updatesOf(document, frame).map(({ id, url, title, html, at }) =>
    [
      '<entry>',
      element('id', id),
      element('title', title),
      element('published', at),
      element('updated', at),
      ...(url === null ? [] : [`<link rel="alternate" href="${escapeMarkup(url)}"/>`]),
      `<content type="html" xml:lang="${language}">${escapeMarkup(html)}</content>`,
      '</entry>',
    ].join('\n'),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xml:lang="${language}">
${element('id', storylineUri(document))}
${element('title', oneLine(document.headline))}
${element('subtitle', oneLine(document.standfirst))}
${element('updated', updated)}
${element('dc:identifier', manifestOf(document))}
${address === null ? '' : `<link rel="alternate" href="${escapeMarkup(address)}"/>\n`}${frame ? `<link rel="self" href="${escapeMarkup(`${frame.address}/atom.xml`)}"/>\n` : ''}${authors.join('\n')}
${entries.join('\n')}
</feed>
`;
}

/** JSON Feed 1.1 of a storyline's updates. */
export function toJsonFeed(document: StorylineDocument, frame?: PublishedFrame): string {
  const address = frame?.address ?? document.url;
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: oneLine(document.headline),
    ...(address === null ? {} : { home_page_url: address }),
    ...(frame ? { feed_url: `${frame.address}/feed.json` } : {}),
    ...(document.standfirst === '' ? {} : { description: oneLine(document.standfirst) }),
    language: document.language,
    _throughline: { revision: document.revision, manifest: manifestOf(document) },
    ...(document.bylines.length === 0
      ? {}
      : { authors: document.bylines.map((name) => ({ name: oneLine(name) })) }),
    items: updatesOf(document, frame).map(({ id, url, title, html, at }) => ({
      id,
      ...(url === null ? {} : { url }),
      title,
      content_html: html,
      date_published: at,
    })),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}
