import { part } from './parts.ts';

interface Style {
  id: string;
  name: string;
  type?: 'paragraph' | 'character';
  next?: string;
  paragraph?: string;
  run?: string;
}

const size = (points: number) => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;
const space = (before: number, after: number) =>
  `<w:spacing w:before="${before * 20}" w:after="${after * 20}"/>`;
const color = (value: string) => `<w:color w:val="${value}"/>`;
const sans = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Arial"/>';
const keep = '<w:keepNext/><w:keepLines/>';

/** Word's own style names where it has them, so that a newsroom's template takes over by name. */
const list: readonly Style[] = [
  {
    id: 'Title',
    name: 'Title',
    next: 'Subtitle',
    paragraph: keep + space(0, 6),
    run: `<w:b/><w:bCs/>${size(26)}`,
  },
  {
    id: 'Subtitle',
    name: 'Subtitle',
    next: 'Byline',
    paragraph: keep + space(0, 10),
    run: color('5D5952') + size(14),
  },
  { id: 'Byline', name: 'Byline', next: 'BodyText', paragraph: space(0, 18), run: sans + size(10) },
  { id: 'Picture', name: 'Picture', next: 'Caption', paragraph: keep + space(0, 4) },
  {
    id: 'Caption',
    name: 'caption',
    next: 'BodyText',
    paragraph: space(0, 14),
    run: sans + color('5D5952') + size(9),
  },
  { id: 'BodyText', name: 'Body Text', paragraph: space(0, 8) },
  ...[18, 14, 12, 11].map((points, i) => ({
    id: `Heading${i + 1}`,
    name: `heading ${i + 1}`,
    next: 'BodyText',
    paragraph: `${keep}${space(i === 0 ? 18 : 12, 4)}<w:outlineLvl w:val="${i}"/>`,
    run: `<w:b/><w:bCs/>${size(points)}`,
  })),
  {
    id: 'Quote',
    name: 'Quote',
    paragraph: `${space(6, 10)}<w:ind w:left="480" w:right="480"/>`,
    run: '<w:i/><w:iCs/>',
  },
  { id: 'ListParagraph', name: 'List Paragraph', paragraph: space(0, 4) },
  { id: 'FootnoteText', name: 'footnote text', paragraph: space(0, 2), run: size(9) },
  { id: 'Hyperlink', name: 'Hyperlink', type: 'character', run: `${color('8F2418')}<w:u w:val="single"/>` },
  {
    id: 'FootnoteReference',
    name: 'footnote reference',
    type: 'character',
    run: '<w:vertAlign w:val="superscript"/>',
  },
];

/** The styles part; `language` becomes the proofing language of both directions. */
export function styles(language: string): string {
  const fonts = '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:eastAsia="Georgia" w:cs="Times New Roman"/>';
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${fonts}${size(11)}<w:lang w:val="${language}" w:bidi="${language}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>\n`;
  const normal =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>\n';
  return part('styles', defaults + normal + list.map(style).join(''));
}

function style({ id, name, type = 'paragraph', next, paragraph, run }: Style): string {
  const parts = [
    `<w:name w:val="${name}"/>`,
    type === 'paragraph' && '<w:basedOn w:val="Normal"/>',
    next !== undefined && `<w:next w:val="${next}"/>`,
    '<w:qFormat/>',
    paragraph !== undefined && `<w:pPr>${paragraph}</w:pPr>`,
    run !== undefined && `<w:rPr>${run}</w:rPr>`,
  ];
  return `<w:style w:type="${type}" w:styleId="${id}">${parts.filter(Boolean).join('')}</w:style>\n`;
}
