import type { StorylineDocument } from '@throughline/schema';
import { findClaims } from '../claims/find-claims.ts';
import { numberFootnotes } from './footnotes.ts';
import { manifestOf } from './manifest.ts';
import { oneLine } from './well-formed.ts';

type Cell = string | number | null;

/** RFC 4180 with a byte order mark, so that spreadsheets read it as UTF-8. */
export function toCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${csvRows([header, ...rows])}`;
}

/** Rows that continue such a table. */
export function csvRows(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/**
 * One cell. A text that a spreadsheet would run as a formula (it begins with = + - @, or with a blank or a separator
 * before one) is led by an apostrophe, which spreadsheets show as text. Where semicolons or tabs part the cells, as in
 * much of Europe, a text with one in it must not become two.
 */
function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = oneLine(value);
  const safe = /^[\s'";,]*[=+\-@＝＋－＠|]/u.test(text) ? `'${text}` : text;
  return /[",;\t\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows of several storylines can be put together: each says where it is from. */
const originHeader = ['storyline', 'storyline revision', 'manifest'];
const originOf = (document: StorylineDocument): Cell[] => [
  document.slug,
  document.revision,
  manifestOf(document),
];

/** One row a claim: what it says, its first figure, its state, and the words and addresses it rests on. */
export function toClaimsCsv(document: StorylineDocument): string {
  const notes = numberFootnotes(document);
  const origin = originOf(document);
  const cited = (ids: readonly number[]) => ids.flatMap((id) => notes.byCitation.get(id) ?? []);
  const header = [
    'claim',
    'kind',
    'text',
    'status',
    'value',
    'high',
    'unit',
    'of',
    'comparator',
    'for',
    'against',
    'publishers',
    'quotes',
    'urls',
    ...originHeader,
  ];
  const rows = document.claims.map((claim) => {
    const figure = findClaims(claim.text, document.language).find(({ kind }) => kind === 'quantity');
    const evidence = cited(claim.evidence);
    const all = (pick: (note: (typeof evidence)[number]) => string | null) =>
      [...new Set(evidence.flatMap((note) => pick(note) ?? []))].join(' | ');
    return [
      claim.id,
      claim.kind,
      claim.text,
      claim.status,
      figure?.value ?? null,
      figure?.high ?? null,
      figure?.unit ?? null,
      figure?.of ?? null,
      figure?.comparator === '=' ? 'exactly' : (figure?.comparator ?? null),
      evidence.map(({ number }) => number).join(' '),
      cited(claim.against)
        .map(({ number }) => number)
        .join(' '),
      all(({ citation }) => citation.item.publisher),
      all(({ citation }) => citation.exact),
      all(({ citation }) => citation.item.url),
      ...origin,
    ];
  });
  return toCsv(header, rows);
}

/** One row a citation, with the item, the revision and the hash that prove what was read. */
export function toItemsCsv(document: StorylineDocument): string {
  const header = [
    'number',
    'item',
    'title',
    'publisher',
    'url',
    'published',
    'fetched',
    'language',
    'revision',
    'content hash',
    'quote',
    'start',
    'end',
    ...originHeader,
  ];
  const origin = originOf(document);
  const rows = numberFootnotes(document).all.map(
    ({ number, citation: { item, revision, exact, start, end } }) => [
      number,
      item.id,
      item.title,
      item.publisher,
      item.url,
      item.publishedAt,
      item.fetchedAt,
      item.language,
      revision.number,
      item.contentHash,
      exact,
      start,
      end,
      ...origin,
    ],
  );
  return toCsv(header, rows);
}
