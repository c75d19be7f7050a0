import type { StorylineDocument } from '@throughline/schema';
import { embeddedImage } from './embedded-image.ts';
import { orderedSections } from './footnotes.ts';
import { articleParts, heroHtml } from './html.ts';
import { articleStyle } from './html-style.ts';
import { labelsFor } from './labels.ts';
import { manifestOf } from './manifest.ts';
import { storylineUri } from './ninjs.ts';
import { escapeMarkup, oneLine } from './well-formed.ts';
import { zipped } from './zip.ts';

const text = (value: string) => escapeMarkup(oneLine(value));

/** The piece as an EPUB 3: one chapter, a table of contents of its sections, footnotes as links. */
export function toEpub(document: StorylineDocument): Uint8Array {
  // A picture at an address would have to be fetched by the reader: left out, with a warning.
  const image = epubImage(document);
  const hero = heroHtml(document.hero, image?.name ?? null, labelsFor(document.language));
  const { sections, header, backMatter, footer } = articleParts(document);
  const body = [
    '<article>',
    '<header>',
    header,
    '</header>',
    hero,
    ...sections,
    '</article>',
    backMatter,
    `<footer>${footer}</footer>`,
  ];
  return zipped([
    ['mimetype', 'application/epub+zip', 'stored'],
    ['META-INF/container.xml', container],
    ['EPUB/package.opf', packageFile(document, image)],
    ['EPUB/nav.xhtml', navigation(document)],
    ['EPUB/article.xhtml', page(document, body.filter(Boolean).join('\n'))],
    ['EPUB/style.css', `${articleStyle.replace(/@media print[\s\S]*$/, '')}\n`],
    ...(image === null ? [] : [[`EPUB/${image.name}`, image.bytes, 'stored'] as const]),
  ]);
}

interface EpubImage {
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** The piece's picture where its bytes are in the piece, and every reading system can show it (EPUB 3.3, 3.2). */
export function epubImage(document: StorylineDocument): EpubImage | null {
  const image = document.hero && embeddedImage(document.hero.url, ['png', 'jpeg', 'gif', 'webp']);
  if (image === null) return null;
  return { name: `image.${image.kind}`, type: `image/${image.kind}`, bytes: image.bytes };
}

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

function packageFile(document: StorylineDocument, image: EpubImage | null): string {
  const modified = `${document.updatedAt.slice(0, 19)}Z`;
  const creators = document.bylines.map((name) => `<dc:creator>${text(name)}</dc:creator>`);
  const subjects = document.topics.map((topic) => `<dc:subject>${text(topic.name)}</dc:subject>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${text(document.language)}" dir="${document.direction}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${text(`${storylineUri(document)}:${document.revision}`)}</dc:identifier>
<dc:identifier>${manifestOf(document)}</dc:identifier>
<dc:title>${text(document.headline) || text(document.slug)}</dc:title>
<dc:language>${text(document.language)}</dc:language>
${[...creators, ...subjects].join('\n')}
${document.standfirst ? `<dc:description>${text(document.standfirst)}</dc:description>\n` : ''}${document.date === null ? '' : `<dc:date>${document.date}</dc:date>\n`}<meta property="dcterms:modified">${modified}</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="article" href="article.xhtml" media-type="application/xhtml+xml"/>
<item id="style" href="style.css" media-type="text/css"/>
${image === null ? '' : `<item id="image" href="${image.name}" media-type="${image.type}"/>\n`}</manifest>
<spine page-progression-direction="${document.direction}"><itemref idref="article"/></spine>
</package>
`;
}

function page(document: StorylineDocument, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="${text(document.language)}" lang="${text(document.language)}" dir="${document.direction}">
<head>
<title>${text(document.headline) || text(document.slug)}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

function navigation(document: StorylineDocument): string {
  const titled = orderedSections(document).filter((section) => oneLine(section.title) !== '');
  const rows = titled.map(
    (section) => `<li><a href="article.xhtml#section-${section.id}">${text(section.title)}</a></li>`,
  );
  const headline = text(document.headline) || text(document.slug);
  const entries = [`<li><a href="article.xhtml">${headline}</a></li>`, ...rows].join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="${text(document.language)}" lang="${text(document.language)}" dir="${document.direction}">
<head><title>${headline}</title></head>
<body>
<nav epub:type="toc"><h1>${headline}</h1>
<ol>
${entries}
</ol>
</nav>
</body>
</html>
`;
}
