import type { StorylineDocument } from '@throughline/schema';
import { articleParts } from './html.ts';
import { articleStyle } from './html-style.ts';
import { newsArticle, scriptSafeJson } from './json-ld.ts';
import { manifestOf } from './manifest.ts';
import { escapeMarkup, oneLine, safeImage } from './well-formed.ts';

const text = (value: string) => escapeMarkup(oneLine(value));

/** No script, nothing fetched but images; the page says so itself, wherever it is opened. */
const policy = (images: string) =>
  `default-src 'none'; style-src 'unsafe-inline'; img-src ${images}; base-uri 'none'; form-action 'none'`;

/** The piece as one self-contained page: it is at once the preview, the export and the published page. */
export function toHtml(document: StorylineDocument): string {
  return htmlPage(document, policy('https: http: data:'));
}

/** The same page for a printer that reaches nothing: a picture is in it, or is not there. */
export function toPrintedHtml(document: StorylineDocument): string {
  return htmlPage(document, policy('data:'));
}

function htmlPage(document: StorylineDocument, contentPolicy: string): string {
  const { headline, header, hero, sections, backMatter, footer } = articleParts(document);
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${contentPolicy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${headline}</title>`,
    document.standfirst && `<meta name="description" content="${text(document.standfirst)}">`,
    `<meta name="throughline:manifest" content="${manifestOf(document)}">`,
    ...openGraph(document),
    document.url !== null && `<link rel="canonical" href="${escapeMarkup(document.url)}">`,
    `<style>\n${articleStyle}\n</style>`,
    `<script type="application/ld+json">${scriptSafeJson(newsArticle(document))}</script>`,
  ];
  const figure = contentPolicy.includes('http') || document.hero?.url.startsWith('data:') ? hero : '';
  const article = ['<article>', '<header>', header, '</header>', figure, ...sections, '</article>'];
  return `<!doctype html>
<html lang="${text(document.language)}" dir="${document.direction}">
<head>
${head.filter(Boolean).join('\n')}
</head>
<body>
<main>
${[...article, backMatter].filter(Boolean).join('\n')}
<footer>${footer}</footer>
</main>
</body>
</html>
`;
}

/** What a link to the page shows elsewhere (ogp.me). */
function openGraph(document: StorylineDocument): string[] {
  const image = document.hero === null ? null : safeImage(document.hero.url);
  const rows: [string, string | null][] = [
    ['og:type', 'article'],
    ['og:title', document.headline],
    ['og:description', document.standfirst || null],
    ['og:url', document.url],
    ['og:locale', document.language.replace('-', '_')],
    ['og:image', image?.startsWith('http') ? image : null],
    ['og:image:alt', image?.startsWith('http') ? (document.hero?.alt ?? null) : null],
    ['article:published_time', document.date],
    ['article:modified_time', document.updatedAt],
    ...document.bylines.map((name): [string, string] => ['article:author', name]),
    ...document.topics.map((topic): [string, string] => ['article:tag', topic.name]),
  ];
  return rows.flatMap(([property, content]) =>
    content === null ? [] : [`<meta property="${property}" content="${text(content)}">`],
  );
}
