import type { BlockNode, ListNode, StorylineDocument } from '@throughline/schema';
import { type Footnote, type Footnotes, numberFootnotes, orderedSections } from './footnotes.ts';
import { joinNames, type Labels, labelsFor, readableDate } from './labels.ts';
import { manifestOf } from './manifest.ts';
import { guardLineStart, markdownInline, markdownText } from './markdown-inline.ts';
import { oneLine, safeHref, safeImage } from './well-formed.ts';

/**
 * The piece as Markdown: YAML front matter, CommonMark, footnotes as GitHub and Pandoc read them.
 * Values of the front matter are JSON strings, which YAML 1.2 reads as they are.
 */
export function toMarkdown(document: StorylineDocument): string {
  const notes = numberFootnotes(document);
  const labels = labelsFor(document.language);
  const parts = [
    frontMatter(document),
    `# ${markdownText(document.headline)}`,
    document.standfirst && `*${markdownText(document.standfirst)}*`,
    byline(document, labels),
    heroPart(document.hero),
    ...orderedSections(document).flatMap((section) => sectionParts(section, notes, labels)),
    claimsPart(document, notes, labels),
    notes.all.length > 0 && `## ${labels.sources}`,
    ...notes.all.map((note) => footnote(note, labels)),
  ];
  return `${parts.filter((part) => typeof part === 'string' && part !== '').join('\n\n')}\n`;
}

function frontMatter(document: StorylineDocument): string {
  const scalar = (value: string | null) => (value === null ? 'null' : JSON.stringify(oneLine(value)));
  const list = (values: readonly string[]) => `[${values.map(scalar).join(', ')}]`;
  const rows = [
    `title: ${scalar(document.headline)}`,
    `description: ${scalar(document.standfirst)}`,
    `slug: ${scalar(document.slug)}`,
    `authors: ${list(document.bylines)}`,
    `date: ${scalar(document.date)}`,
    `dateline: ${scalar(document.dateline)}`,
    `lang: ${scalar(document.language)}`,
    `dir: ${document.direction}`,
    `topics: ${list(document.topics.map((topic) => topic.id))}`,
    `status: ${document.status}`,
    `revision: ${document.revision}`,
    `updated: ${scalar(document.updatedAt)}`,
    `manifest: ${scalar(manifestOf(document))}`,
    ...(document.url === null ? [] : [`url: ${scalar(document.url)}`]),
    ...(document.hero === null ? [] : [`image: ${scalar(document.hero.url)}`]),
  ];
  return `---\n${rows.join('\n')}\n---`;
}

function byline(document: StorylineDocument, labels: Labels): string {
  const names = joinNames(document.bylines.map(markdownText), labels);
  const place = document.dateline ? markdownText(document.dateline) : '';
  return [names && `${labels.by} ${names}`, place, readableDate(document.date, labels)]
    .filter((part) => part !== '')
    .join(' · ');
}

function heroPart(hero: StorylineDocument['hero']): string {
  const url = hero === null ? null : safeImage(hero.url);
  if (hero === null || url === null) return '';
  const caption = [hero.caption, hero.credit].filter((part) => part !== null && part !== '');
  const image = `![${markdownText(hero.alt)}](<${url}>)`;
  return [image, caption.length > 0 && `*${markdownText(caption.join(' · '))}*`].filter(Boolean).join('\n\n');
}

function sectionParts(
  section: StorylineDocument['sections'][number],
  notes: Footnotes,
  labels: Labels,
): string[] {
  const title = [labels.slot[section.slot], markdownText(section.title)].filter(Boolean).join(': ');
  const mark = (id: number) => {
    const note = notes.byCitation.get(id);
    return note === undefined ? `\\[${labels.missing}\\]` : `[^${note.number}]`;
  };
  return [...(title ? [`## ${title}`] : []), ...section.blocks.map((block) => markdownBlock(block, mark))];
}

function markdownBlock(block: BlockNode, mark: (citation: number) => string): string {
  const inline = (content: Parameters<typeof markdownInline>[0]) => markdownInline(content, mark);
  switch (block.type) {
    case 'paragraph':
      return inline(block.content).split('\n').map(guardLineStart).join('\n');
    case 'heading':
      return `${'#'.repeat(block.attrs.level)} ${inline(block.content).replaceAll('\\\n', ' ')}`;
    case 'blockquote':
      return prefixed(block.content.map((inner) => markdownBlock(inner, mark)).join('\n\n'), '> ', '> ');
    default:
      return markdownList(block, mark);
  }
}

function markdownList(list: ListNode, mark: (citation: number) => string): string {
  return list.content
    .map((item, i) => {
      const marker = list.type === 'orderedList' ? `${i + 1}. ` : '- ';
      const body = item.content.map((inner) => markdownBlock(inner, mark)).join('\n\n');
      return prefixed(body, marker, ' '.repeat(marker.length));
    })
    .join('\n');
}

const prefixed = (text: string, first: string, rest: string) =>
  text
    .split('\n')
    .map((line, i) => `${i === 0 ? first : rest}${line}`.trimEnd())
    .join('\n');

function claimsPart(document: StorylineDocument, notes: Footnotes, labels: Labels): string {
  if (document.claims.length === 0) return '';
  const marks = (ids: readonly number[]) =>
    ids
      .map((id) => notes.byCitation.get(id))
      .filter((note) => note !== undefined)
      .map((note) => `[^${note.number}]`)
      .join('');
  const rows = document.claims.map((claim) => {
    const against = marks(claim.against);
    const tail = against === '' ? '' : ` (${labels.against}: ${against})`;
    return `- ${guardLineStart(markdownText(claim.text))} (${labels.status[claim.status]}) ${marks(claim.evidence)}${tail}`.trimEnd();
  });
  return `## ${labels.claims}\n\n${rows.join('\n')}`;
}

function footnote({ number, citation }: Footnote, labels: Labels): string {
  const href = safeHref(citation.item.url);
  const title = markdownText(citation.item.title);
  const link = href === null ? title : `[${title}](<${href}>)`;
  const quote = citation.exact === '' ? '' : `“${markdownText(citation.exact)}” `;
  const date = readableDate(citation.item.publishedAt, labels);
  const tail = [markdownText(citation.item.publisher), link, date].filter(Boolean).join(', ');
  return `[^${number}]: ${quote}— ${tail}.`;
}
