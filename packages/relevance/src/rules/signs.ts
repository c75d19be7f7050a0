import type { Fault } from './problem.ts';

/** A word or a sign of a query, and where it stands: `at` counts UTF-16 units. */
export type Sign = { kind: '(' | ')' | ',' | '|' | 'word' | 'end'; text: string; at: number };

/** The signs of a query, ended by one of kind `end`; the language of rules and that of search are read from them. */
export function readSigns(source: string): Sign[] | Fault {
  const signs: Sign[] = [];
  let at = 0;
  while (at < source.length) {
    const char = source[at] ?? '';
    if (/\s/.test(char)) at++;
    else if (char === '(' || char === ')' || char === ',' || char === '|') {
      signs.push({ kind: char, text: char, at: at++ });
    } else {
      const end = wordEnd(source, at);
      if (end === -1) {
        return {
          code: 'open_quote',
          message: 'the quotation mark is never closed',
          position: source.indexOf('"', at),
          expected: 'a second "',
        };
      }
      signs.push({ kind: 'word', text: source.slice(at, end), at });
      at = end;
    }
  }
  signs.push({ kind: 'end', text: 'the end', at: source.length });
  return signs;
}

/** A word runs to white space, a bracket, a comma or a bar; quotes hold their inside together. -1: never closed. */
function wordEnd(source: string, from: number): number {
  let at = from;
  while (at < source.length && !/[\s(),|]/.test(source[at] ?? '')) {
    if (source[at] === '"') {
      const close = source.indexOf('"', at + 1);
      if (close === -1) return -1;
      at = close;
    }
    at++;
  }
  return at;
}
