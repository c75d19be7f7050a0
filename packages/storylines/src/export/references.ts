import type { Citation, StorylineDocument } from '@throughline/schema';
import { foldText } from '@throughline/text';
import { numberFootnotes } from './footnotes.ts';
import { manifestOf } from './manifest.ts';
import { oneLine, safeHref } from './well-formed.ts';

/** One cited item with all quotes from it, in the order of the footnotes. */
interface Reference {
  key: string;
  item: Citation['item'];
  quotes: string[];
}

function referencesOf(document: StorylineDocument): Reference[] {
  const byItem = new Map<number, Reference>();
  for (const { citation } of numberFootnotes(document).all) {
    const known = byItem.get(citation.item.id);
    if (known) known.quotes.push(citation.exact);
    else
      byItem.set(citation.item.id, {
        key: keyOf(citation.item),
        item: citation.item,
        quotes: [citation.exact],
      });
  }
  return [...byItem.values()];
}

/** `harbour2025-101`: readable, and unique by the item's number. */
function keyOf(item: Citation['item']): string {
  const word =
    foldText(item.publisher)
      .replace(/[^a-z0-9]/g, '')
      .slice(0, 20) || 'item';
  return `${word}${item.publishedAt?.slice(0, 4) ?? ''}-${item.id}`;
}

/** BibTeX (BibLaTeX's `@online`) of the cited items, quotes in the note. */
export function toBibtex(document: StorylineDocument): string {
  const entries = referencesOf(document)
    .map(({ key, item, quotes }) => {
      const url = safeHref(item.url);
      const fields: [string, string | null][] = [
        ['title', item.title],
        ['organization', item.publisher],
        ['date', item.publishedAt?.slice(0, 10) ?? null],
        ['year', item.publishedAt?.slice(0, 4) ?? null],
        ['url', url],
        ['urldate', item.fetchedAt.slice(0, 10)],
        ['langid', item.language],
        [
          'note',
          quotes
            .filter(Boolean)
            .map((quote) => `“${quote}”`)
            .join(' '),
        ],
      ];
      const rows = fields.flatMap(([name, value]) =>
        value === null || value === ''
          ? []
          : [
              `  ${name} = {${name === 'url' ? value.replace(/[{}\\]/g, encodeURIComponent) : texText(value)}}`,
            ],
      );
      return `@online{${key},\n${rows.join(',\n')}\n}\n`;
    })
    .join('\n');
  return `% ${document.slug}, revision ${document.revision}, ${manifestOf(document)}\n\n${entries}`;
}

const texText = (value: string) =>
  oneLine(value)
    .replace(/[\\{}]/g, (char) => (char === '\\' ? '\u0000' : `\\${char}`))
    .replace(/[$&#%_]/g, '\\$&')
    .replaceAll('~', '\\textasciitilde{}')
    .replaceAll('^', '\\textasciicircum{}')
    .replaceAll('\u0000', '\\textbackslash{}');

/** CSL-JSON of the cited items, as citation managers and Pandoc read it. */
export function toCslJson(document: StorylineDocument): string {
  const day = (moment: string | null) => {
    const parts = /^(\d{4})-(\d{2})-(\d{2})/
      .exec(moment ?? '')
      ?.slice(1)
      .map(Number);
    return parts === undefined ? undefined : { 'date-parts': [parts] };
  };
  const custom = { storyline: document.slug, revision: document.revision, manifest: manifestOf(document) };
  const entries = referencesOf(document).map(({ key, item, quotes }) => ({
    id: key,
    type: 'article-newspaper',
    title: oneLine(item.title),
    'container-title': oneLine(item.publisher),
    URL: safeHref(item.url) ?? undefined,
    issued: day(item.publishedAt),
    accessed: day(item.fetchedAt),
    language: item.language ?? undefined,
    note:
      quotes
        .filter(Boolean)
        .map((quote) => `“${oneLine(quote)}”`)
        .join(' ') || undefined,
    custom,
  }));
  return `${JSON.stringify(entries, null, 2)}\n`;
}
