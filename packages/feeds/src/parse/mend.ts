import { decodeHTMLStrict } from 'entities';
import type { Survey } from './survey.ts';
import { windows1252Char } from './windows1252.ts';

const NAMED = /&([A-Za-z][A-Za-z0-9]{1,31});/y;
const NUMERIC = /&#(?:0*([0-9]{1,7})|[xX]0*([0-9A-Fa-f]{1,6}));?/y;

/** Entities that a feed's own document type declares: name to plain replacement text. */
type DeclaredEntities = ReadonlyMap<string, string>;

/**
 * Repairs what makes strict XML readers stop, without changing what the feed says: text before the first `<`,
 * the document type, characters that XML forbids, raw `&`, HTML's named entities, a `<` that opens nothing.
 * Linear; the offsets come from the survey of the same text.
 */
export function mend(text: string, seen: Survey): { text: string; mended: string[] } {
  const mended: string[] = [];
  const declared =
    seen.doctype === null ? new Map<string, string>() : declaredEntities(text.slice(...seen.doctype));
  const edits = [
    ...seen.strayLess.map((at) => [at, at + 1, '&lt;'] as Edit),
    ...ampersandEdits(text, seen, declared),
  ];
  if (seen.doctype !== null) edits.push([...seen.doctype, '']);
  if (seen.strayLess.length > 0) mended.push('Stray "<" characters were read as text.');
  if (edits.length > seen.strayLess.length + (seen.doctype === null ? 0 : 1)) {
    mended.push('Raw "&" characters or undeclared entities were read as text.');
  }
  const start = text.indexOf('<');
  const repaired = start < 0 ? '' : applyEdits(text, edits, start);
  return { text: withoutForbidden(repaired), mended };
}

type Edit = [from: number, to: number, replacement: string];

function ampersandEdits(text: string, seen: Survey, declared: DeclaredEntities): Edit[] {
  const budget = { left: MAX_EXPANSION };
  return seen.strayAmpersands.map((at) => {
    NAMED.lastIndex = at;
    const name = NAMED.exec(text)?.[1];
    if (name === undefined) return numericEdit(text, at);
    const own = declared.get(name);
    if (own !== undefined && own.length <= budget.left) {
      budget.left -= own.length;
      return [at, at + name.length + 2, escapeXml(own)];
    }
    const known = XHTML_ONLY.get(name) ?? decodeHTMLStrict(`&${name};`);
    return known.startsWith('&') && known.length > 1
      ? [at, at + 1, '&amp;']
      : [at, at + name.length + 2, escapeXml(known)];
  });
}

/** `&#X41;`, `&#00038`, `&#128;`: numeric references that XML does not take. */
function numericEdit(text: string, at: number): Edit {
  NUMERIC.lastIndex = at;
  const match = NUMERIC.exec(text);
  const code = match === null ? Number.NaN : Number.parseInt(match[1] ?? match[2] ?? '', match[1] ? 10 : 16);
  if (match === null || Number.isNaN(code)) return [at, at + 1, '&amp;'];
  return [at, at + match[0].length, escapeXml(characterOf(code))];
}

/** The character of a numeric reference as browsers read it: 128..159 are windows-1252. */
function characterOf(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return windows1252Char(code);
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  return String.fromCodePoint(code);
}

/** In XML these names can only come from XHTML's DTD, and HTML 5 moved them to other characters. */
const XHTML_ONLY = new Map([
  ['lang', '\u2329'],
  ['rang', '\u232a'],
]);

const MAX_ENTITIES = 500;
const MAX_EXPANSION = 64 * 1024;
const ENTITY = /<!ENTITY\s+([A-Za-z_][\w.-]*)\s+(?:"([^"]*)"|'([^']*)')\s*>/g;

/**
 * Internal entities with plain replacement text. External ones, parameter entities and those that refer to
 * others are left out, so that nothing is fetched and nothing multiplies.
 */
function declaredEntities(doctype: string): DeclaredEntities {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of doctype.matchAll(ENTITY)) {
    const value = (double ?? single ?? '').replace(/&#(?:(\d{1,7})|x([0-9a-f]{1,6}));/gi, (_all, dec, hex) =>
      characterOf(Number.parseInt(dec ?? hex, dec === undefined ? 16 : 10)),
    );
    if (found.size < MAX_ENTITIES && !found.has(name) && !/[&%<]/.test(value)) found.set(name, value);
  }
  return found;
}

function applyEdits(text: string, edits: Edit[], start: number): string {
  if (edits.length === 0) return start === 0 ? text : text.slice(start);
  edits.sort((a, b) => a[0] - b[0]);
  const parts: string[] = [];
  let at = start;
  for (const [from, to, replacement] of edits) {
    if (from < at) continue;
    parts.push(text.slice(at, from), replacement);
    at = to;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** Control characters that XML 1.0 forbids, and the two non-characters. */
const FORBIDDEN = new RegExp(
  `[${[
    [0, 8],
    [11, 12],
    [14, 31],
    [0xfffe, 0xffff],
  ]
    .map((ends) =>
      String.fromCharCode(...ends)
        .split('')
        .join('-'),
    )
    .join('')}]`,
  'g',
);

/** Are there characters that XML forbids? */
export function hasForbidden(text: string): boolean {
  FORBIDDEN.lastIndex = 0;
  return FORBIDDEN.test(text);
}

function withoutForbidden(text: string): string {
  return hasForbidden(text) ? text.replace(FORBIDDEN, '') : text;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
