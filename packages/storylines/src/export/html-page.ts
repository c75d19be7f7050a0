import { createHash } from 'node:crypto';
import type { StorylineDocument } from '@throughline/schema';
import { articleParts } from './html.ts';
import { articleStyle } from './html-style.ts';
import { newsArticle, scriptSafeJson } from './json-ld.ts';
import { manifestOf } from './manifest.ts';
import type { PublishedFrame } from './published-frame.ts';
import { correctionsHtml, feedLinks, versionBanner, versionFooter } from './published-parts.ts';
import { escapeMarkup, oneLine, safeImage } from './well-formed.ts';

const text = (value: string) => escapeMarkup(oneLine(value));
const style = `\n${articleStyle}\n`;
const styleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/** No script, no style but its own, nothing fetched but images. A page says so itself, wherever it is opened. */
const policy = (images: string) =>
  `default-src 'none'; style-src ${styleHash}; img-src ${images}; base-uri 'none'; form-action 'none'`;

/** What a server says of a published page: a page cannot say of itself that nobody may frame it. */
export const publishedPolicy = `${policy('https: http: data:')}; frame-ancestors 'none'`;

/** The piece as one self-contained page: it is at once the preview, the export and, in its frame, the published page. */
export function toHtml(document: StorylineDocument, frame?: PublishedFrame): string {
  const { headline, header, hero, sections, backMatter, footer } = articleParts(document);
  const banner = frame && versionBanner(frame, document);
  const article = ['<article>', '<header>', header, '</header>', hero, ...sections, '</article>'];
  const corrections = frame && correctionsHtml(frame, document);
  return wholePage({
    document,
    title: headline,
    head: articleHead(document, frame),
    main: [banner, ...article, corrections, backMatter],
    footer: frame ? `${footer}<br/>${versionFooter(frame, document)}` : footer,
  });
}

/** The page for a printer that reaches nothing: a picture is in it, or is not there. */
export function toPrintedHtml(document: StorylineDocument): string {
  const { headline, header, hero, sections, backMatter, footer } = articleParts(document);
  const figure = document.hero?.url.startsWith('data:') ? hero : '';
  return wholePage({
    document,
    title: headline,
    head: [],
    images: 'data:',
    main: ['<article>', '<header>', header, '</header>', figure, ...sections, '</article>', backMatter],
    footer,
  });
}

interface Page {
  document: Pick<StorylineDocument, 'language' | 'direction'>;
  /** Escaped. */
  title: string;
  head: readonly (string | false)[];
  main: readonly (string | undefined)[];
  footer: string;
  /** Where pictures may come from. */
  images?: string;
}

/** A page in the look and under the policy of all pages that leave the desk. */
export function wholePage({
  document,
  title,
  head,
  main,
  footer,
  images = 'https: http: data:',
}: Page): string {
  const lines = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy(images)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${title}</title>`,
    ...head,
    `<style>${style}</style>`,
  ];
  return `<!doctype html>
<html lang="${text(document.language)}" dir="${document.direction}">
<head>
${lines.filter(Boolean).join('\n')}
</head>
<body>
<main>
${main.filter(Boolean).join('\n')}
<footer>${footer}</footer>
</main>
</body>
</html>
`;
}

function articleHead(document: StorylineDocument, frame: PublishedFrame | undefined): (string | false)[] {
  const address = frame?.address ?? document.url;
  const earlier = frame !== undefined && frame.version !== frame.publication.versions[0];
  return [
    document.standfirst !== '' && `<meta name="description" content="${text(document.standfirst)}">`,
    ...document.bylines.map((name) => `<meta name="author" content="${text(name)}">`),
    `<meta name="throughline:manifest" content="${manifestOf(document)}">`,
    earlier && '<meta name="robots" content="noindex">',
    ...openGraph(document, address),
    address !== null && `<link rel="canonical" href="${escapeMarkup(address)}">`,
    ...(frame ? feedLinks(frame, document) : []),
    `<script type="application/ld+json">${scriptSafeJson(newsArticle(document, frame))}</script>`,
  ];
}

/** What a link to the page shows elsewhere (ogp.me). */
function openGraph(document: StorylineDocument, address: string | null): string[] {
  const image = document.hero === null ? null : safeImage(document.hero.url);
  const rows: [string, string | null][] = [
    ['og:type', 'article'],
    ['og:title', document.headline],
    ['og:description', document.standfirst || null],
    ['og:url', address],
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
