import type { StorylineDocument } from '@throughline/schema';
import type { EmbeddedImage } from '../embedded-image.ts';
import { type Footnote, type Footnotes, numberFootnotes, orderedSections } from '../footnotes.ts';
import { joinNames, type Labels, labelsFor, readableDate } from '../labels.ts';
import { escapeMarkup, oneLine, safeHref } from '../well-formed.ts';
import { zipped } from '../zip.ts';
import { DocxBody, run } from './paragraphs.ts';
import {
  contentTypes,
  coreProperties,
  linkRelationships,
  numbering,
  packageRelationships,
  part,
  settings,
} from './parts.ts';
import { docxImage, picture } from './picture.ts';
import { styles } from './styles.ts';

/** The piece as a Word document (ECMA-376): named styles, real footnotes, lists, links, both directions. */
export function toDocx(document: StorylineDocument): Uint8Array {
  const notes = numberFootnotes(document);
  const labels = labelsFor(document.language);
  const body = new DocxBody(notes, document.direction, labels.missing);
  const image = docxImage(document);
  const content = [
    ...headParts(document, body, labels),
    ...heroParts(document.hero, image, body, labels),
    ...orderedSections(document).flatMap((section) => {
      const title = [labels.slot[section.slot], oneLine(section.title)].filter(Boolean).join(': ');
      return [
        ...(title ? [body.plain('Heading1', title)] : []),
        ...section.blocks.map((block) => body.block(block)),
      ];
    }),
    ...unmentioned(notes, body, labels),
    ...claims(document, body, labels),
  ].join('');
  const bidi = document.direction === 'rtl' ? '<w:bidi/>' : '';
  const page = `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/>${bidi}</w:sectPr>`;
  const footnoteLinks = new Map<string, string>();
  const footnotes = footnotesPart(notes, footnoteLinks, labels, document.direction);
  return zipped([
    ['[Content_Types].xml', contentTypes(image?.kind ?? null)],
    ['_rels/.rels', packageRelationships],
    ['docProps/core.xml', coreProperties(document)],
    ['word/document.xml', part('document', `<w:body>\n${content}${page}</w:body>\n`)],
    [
      'word/_rels/document.xml.rels',
      linkRelationships(
        body.links,
        ['styles', 'numbering', 'settings', 'footnotes'],
        image === null ? null : `media/image.${image.kind}`,
      ),
    ],
    ['word/styles.xml', styles(escapeMarkup(oneLine(document.language)))],
    ['word/numbering.xml', numbering(body.lists)],
    ['word/settings.xml', settings],
    ['word/footnotes.xml', footnotes],
    ['word/_rels/footnotes.xml.rels', linkRelationships(footnoteLinks, [], null)],
    ...(image === null ? [] : [[`word/media/image.${image.kind}`, image.bytes, 'stored'] as const]),
  ]);
}

function headParts(document: StorylineDocument, body: DocxBody, labels: Labels): string[] {
  const names = joinNames(document.bylines.map(oneLine), labels);
  const line = [
    names && `${labels.by} ${names}`,
    oneLine(document.dateline ?? ''),
    readableDate(document.date, labels),
  ];
  const byline = line.filter(Boolean).join(' · ');
  return [
    body.plain('Title', oneLine(document.headline)),
    ...(document.standfirst ? [body.plain('Subtitle', oneLine(document.standfirst))] : []),
    ...(byline ? [body.plain('Byline', byline)] : []),
  ];
}

/** The picture, and under it what it shows and whose it is. */
function heroParts(
  hero: StorylineDocument['hero'],
  image: EmbeddedImage | null,
  body: DocxBody,
  labels: Labels,
): string[] {
  if (hero === null || image === null) return [];
  const credit = hero.credit ? `${labels.photo}: ${oneLine(hero.credit)}` : '';
  const caption = [oneLine(hero.caption ?? ''), credit].filter(Boolean).join(' ');
  return [
    body.plain('Picture', '', picture(image, hero.alt)),
    ...(caption === '' ? [] : [body.plain('Caption', caption)]),
  ];
}

/** Sources that the text never names are not lost: each stands in a line with its footnote. */
function unmentioned(notes: Footnotes, body: DocxBody, labels: Labels): string[] {
  const rest = notes.all.filter((note) => note.references === 0);
  if (rest.length === 0) return [];
  const rows = rest.map(({ citation }) =>
    body.plain('BodyText', oneLine(citation.item.title), body.reference(citation.id)),
  );
  return [body.plain('Heading1', labels.sources), ...rows];
}

function claims(document: StorylineDocument, body: DocxBody, labels: Labels): string[] {
  if (document.claims.length === 0) return [];
  const marks = (ids: readonly number[]) =>
    ids.map((id) => body.reference(id)).join(run(' ', document.direction, ''));
  const rows = document.claims.map((claim) => {
    const against =
      claim.against.length === 0
        ? ''
        : run(` ${labels.against}: `, document.direction, '') + marks(claim.against);
    const text = `${labels.status[claim.status]}: ${oneLine(claim.text)} `;
    return body.plain('BodyText', text, marks(claim.evidence) + against);
  });
  return [body.plain('Heading1', labels.claims), ...rows];
}

function footnotesPart(
  notes: Footnotes,
  links: Map<string, string>,
  labels: Labels,
  direction: 'ltr' | 'rtl',
): string {
  const separators = (['separator', 'continuationSeparator'] as const).map(
    (type, i) =>
      `<w:footnote w:type="${type}" w:id="${i - 1}"><w:p><w:r><w:${type}/></w:r></w:p></w:footnote>\n`,
  );
  return part(
    'footnotes',
    [...separators, ...notes.all.map((note) => footnote(note, links, labels, direction))].join(''),
  );
}

function footnote(
  { number, citation }: Footnote,
  links: Map<string, string>,
  labels: Labels,
  direction: 'ltr' | 'rtl',
): string {
  const { item } = citation;
  const mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>';
  const quote = citation.exact === '' ? ' ' : ` “${oneLine(citation.exact)}” `;
  const title = oneLine(item.title);
  const href = safeHref(item.url);
  if (href !== null) links.set(`link${number}`, href);
  const link =
    href === null
      ? run(title, direction, '')
      : `<w:hyperlink r:id="link${number}">${run(title, direction, '<w:rStyle w:val="Hyperlink"/>')}</w:hyperlink>`;
  const date = readableDate(item.publishedAt, labels);
  const content =
    mark +
    run(quote, direction, '') +
    run(`${oneLine(item.publisher)}, `, direction, '') +
    link +
    run(`${date && `, ${date}`}.`, direction, '');
  const bidi = direction === 'rtl' ? '<w:bidi/>' : '';
  return `<w:footnote w:id="${number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/>${bidi}</w:pPr>${content}</w:p></w:footnote>\n`;
}
