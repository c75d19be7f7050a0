import type { StorylineDocument } from '@throughline/schema';
import { manifestOf } from '../manifest.ts';
import { escapeMarkup, oneLine } from '../well-formed.ts';

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** Wraps the content of one part of the document. */
export const part = (root: string, content: string) =>
  `${xml}<w:${root} xmlns:w="${main}" xmlns:r="${office}">\n${content}</w:${root}>\n`;

const override = (name: string, type: string) =>
  `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-${type}+xml"/>`;
const word = (name: string, kind: string) =>
  override(`/word/${name}.xml`, `officedocument.wordprocessingml.${kind}`);

/** What each part is; `image`: the ending of the picture's name, which is also its type's. */
export const contentTypes = (image: string | null) => `${xml}<Types xmlns="${packages}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
${image === null ? '' : `<Default Extension="${image}" ContentType="image/${image}"/>\n`}${word('document', 'document.main')}
${word('styles', 'styles')}
${word('numbering', 'numbering')}
${word('settings', 'settings')}
${word('footnotes', 'footnotes')}
${override('/docProps/core.xml', 'package.core-properties')}
</Types>
`;

const relationship = (id: string, type: string, target: string, external = false) =>
  `<Relationship Id="${id}" Type="${type}" Target="${escapeMarkup(target)}"${external ? ' TargetMode="External"' : ''}/>`;
const relationships = (rows: readonly string[]) =>
  `${xml}<Relationships xmlns="${packages}/relationships">\n${rows.join('\n')}\n</Relationships>\n`;

export const packageRelationships = relationships([
  relationship('document', `${office}/officeDocument`, 'word/document.xml'),
  relationship('core', `${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'),
]);

/** Relationships of the document, or of its footnotes (which have links only); `image`: where the picture lies. */
export function linkRelationships(
  links: ReadonlyMap<string, string>,
  parts: readonly string[],
  image: string | null,
): string {
  return relationships([
    ...parts.map((name) => relationship(name, `${office}/${name}`, `${name}.xml`)),
    ...(image === null ? [] : [relationship('image', `${office}/image`, image)]),
    ...[...links].map(([id, href]) => relationship(id, `${office}/hyperlink`, href, true)),
  ]);
}

export function coreProperties(document: StorylineDocument): string {
  const text = (value: string) => escapeMarkup(oneLine(value));
  const moment = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${document.updatedAt.slice(0, 19)}Z</dcterms:${name}>`;
  return `${xml}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<dc:title>${text(document.headline)}</dc:title>
<dc:creator>${document.bylines.map(text).join('; ')}</dc:creator>
<dc:description>${text(document.standfirst)}</dc:description>
<dc:identifier>${manifestOf(document)}</dc:identifier>
<dc:language>${text(document.language)}</dc:language>
<cp:revision>${document.revision}</cp:revision>
${moment('created')}
${moment('modified')}
</cp:coreProperties>
`;
}

/** One abstract list for bullets, one for numbers; each list of the piece restarts on its own. */
export function numbering(lists: readonly ('bulletList' | 'orderedList')[]): string {
  const levels = (format: string, text: (level: number) => string) =>
    Array.from({ length: 9 }, (_, level) => {
      const indent = `<w:pPr><w:ind w:left="${(level + 1) * 480}" w:hanging="360"/></w:pPr>`;
      return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text(level)}"/><w:lvlJc w:val="left"/>${indent}</w:lvl>`;
    }).join('');
  const abstract = (id: number, content: string) =>
    `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="hybridMultilevel"/>${content}</w:abstractNum>\n`;
  const restart = Array.from(
    { length: 9 },
    (_, level) => `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="1"/></w:lvlOverride>`,
  ).join('');
  const numbers = lists.map(
    (kind, i) =>
      `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${kind === 'bulletList' ? 0 : 1}"/>${restart}</w:num>\n`,
  );
  const both =
    abstract(
      0,
      levels('bullet', () => '•'),
    ) +
    abstract(
      1,
      levels('decimal', (level) => `%${level + 1}.`),
    );
  return part('numbering', both + numbers.join(''));
}

export const settings = part(
  'settings',
  `<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>\n`,
);
