import {
  publisherByKey,
  type SamplePublisher,
  samplePublishers,
  sampleSources,
  sourceByKey,
} from '../sources.ts';
import { feedTypes } from './feed.ts';
import { directionOf, paragraphsHtml, escapeMarkup as x } from './markup.ts';
import type { ItemView } from './view.ts';

const style = `
:root { color-scheme: light dark; --ink: #1c1b19; --quiet: #6b675f; --paper: #fdfcf9; --rule: #ddd8cc; --link: #14507a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e5dc; --quiet: #a19c90; --paper: #191816; --rule: #3a3732; --link: #8dc1e8; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 42rem; padding: 1.5rem 1.25rem 4rem; background: var(--paper); color: var(--ink); font: 1.125rem/1.65 Georgia, 'Noto Serif', 'Noto Nastaliq Urdu', 'Noto Naskh Arabic', serif; }
header, footer { font: 0.875rem/1.5 system-ui, sans-serif; color: var(--quiet); }
header { border-bottom: 1px solid var(--rule); padding-bottom: 0.75rem; }
footer { border-top: 1px solid var(--rule); margin-top: 3rem; padding-top: 0.75rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 2rem 0 0.5rem; }
html:lang(ur) body { line-height: 2.1; }
html:lang(ur) h1 { line-height: 1.8; }
a { color: var(--link); }
.byline, .note { font: 0.9375rem/1.5 system-ui, sans-serif; color: var(--quiet); }
.note { border-inline-start: 3px solid var(--rule); padding-inline-start: 0.75rem; }
li { margin: 0.4rem 0; }
`;

const notice = 'Sample wire: an invented outlet, written for trying Throughline out.';

function page(options: { title: string; language: string; head?: string; body: string }): string {
  const { title, language, head = '', body } = options;
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${x(title)}</title>
${head}
<style>${style}</style>
</head>
<body>
${body}
<footer lang="en" dir="ltr"><p>${notice}</p></footer>
</body>
</html>
`;
}

const day = (date: Date): string => date.toISOString().slice(0, 16).replace('T', ' ');

function byline(view: ItemView): string {
  const parts = view.item.author === null ? [] : [`<span rel="author">${x(view.item.author)}</span>`];
  parts.push(
    `<time dir="ltr" datetime="${view.publishedAt.toISOString()}">${day(view.publishedAt)} UTC</time>`,
  );
  if (view.updatedAt > view.publishedAt)
    parts.push(
      `<time dir="ltr" datetime="${view.updatedAt.toISOString()}">↻ ${day(view.updatedAt)} UTC</time>`,
    );
  return parts.join(' · ');
}

/** The page behind an item's link: the whole text, also where the feed carries a teaser only. */
export function renderArticle(view: ItemView): string {
  const publisher = publisherByKey(sourceByKey(view.item.source).publisher);
  const note = view.revision.note === null ? '' : `<p class="note">${x(view.revision.note)}</p>`;
  return page({
    title: `${view.revision.title} | ${publisher.name}`,
    language: view.language,
    head: `<link rel="canonical" href="${x(view.url)}">
<meta property="og:type" content="article">
<meta property="og:title" content="${x(view.revision.title)}">
<meta property="article:published_time" content="${view.publishedAt.toISOString()}">`,
    body: `<header><a href="/${publisher.key}/">${x(publisher.name)}</a></header>
<main>
<article>
<h1>${x(view.revision.title)}</h1>
<p class="byline">${byline(view)}</p>
${paragraphsHtml(view.revision.paragraphs)}
${note}
</article>
</main>`,
  });
}

/** A publisher's front page: its feeds can be discovered from it. `views` newest first. */
export function renderSite(publisher: SamplePublisher, views: readonly ItemView[]): string {
  const own = sampleSources.filter((source) => source.publisher === publisher.key);
  const alternates = own.map(
    (source) =>
      `<link rel="alternate" type="${feedTypes[source.format].replace(/;.*/, '')}" title="${x(source.title)}" href="${source.path}">`,
  );
  const line = (view: ItemView): string =>
    `<li lang="${view.language}" dir="${directionOf(view.language)}"><a href="${x(new URL(view.url).pathname)}">${x(view.revision.title)}</a></li>`;
  return page({
    title: publisher.name,
    language: publisher.language,
    head: alternates.join('\n'),
    body: `<header>${own.map((source) => `<a href="${source.path}">${x(source.title)}</a>`).join(' · ')}</header>
<main>
<h1>${x(publisher.name)}</h1>
<p>${x(publisher.about)}</p>
<ul>
${views.map(line).join('\n')}
</ul>
</main>`,
  });
}

/** The wire's own front page. */
export function renderIndex(): string {
  const line = (publisher: SamplePublisher): string =>
    `<li><a href="/${publisher.key}/" lang="${publisher.language}">${x(publisher.name)}</a></li>`;
  return page({
    title: 'Throughline sample wire',
    language: 'en',
    body: `<main>
<h1>Throughline sample wire</h1>
<p>Invented outlets with real feeds. All of them as one list: <a href="/opml.xml">OPML</a>. Feeds that fail on purpose: <a href="/trouble/">trouble</a>.</p>
<ul>
${samplePublishers.map(line).join('\n')}
</ul>
</main>`,
  });
}

/** The list of addresses that fail on purpose. */
export function renderTroubleIndex(paths: readonly (readonly [path: string, what: string])[]): string {
  const lines = paths.map(([path, what]) => `<li><a href="${path}">${path}</a>: ${x(what)}</li>`);
  return page({
    title: 'Trouble on purpose',
    language: 'en',
    body: `<main>\n<h1>Trouble on purpose</h1>\n<ul>\n${lines.join('\n')}\n</ul>\n</main>`,
  });
}
