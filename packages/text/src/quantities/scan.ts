import { foldWord } from './fold.ts';

/** A piece of text: `number` is digits with their separators, `word` letters, `sign` any other single character. */
export interface Token {
  kind: 'number' | 'word' | 'sign';
  start: number;
  end: number;
  text: string;
  /** Folded form for look-up. */
  fold: string;
  /** No white space between this token and the one before. */
  glued: boolean;
}

const digits = '0-9\u0660-\u0669\u06f0-\u06f9';
const pattern = new RegExp(
  // Addresses are one token, so that nothing in them counts.
  'https?:\\/\\/\\S+|www\\.\\S+|' +
    `[${digits}]+(?:[.,\u066b\u066c'’][${digits}]+)*` +
    // Abbreviations with dots (U.S., p.m.), words with a clitic (Pakistan's), plain words.
    "|(?:\\p{L}\\.){2,}|\\p{L}[\\p{L}\\p{M}\u200c\u200d]*(?:['’](?:s|t|re|ve|ll|d|m)(?!\\p{L}))?" +
    '|\\S',
  'gu',
);

/** Splits text into tokens; offsets are UTF-16 offsets into the text as given. */
export function scan(text: string): Token[] {
  const tokens: Token[] = [];
  let last = -1;
  for (const match of text.matchAll(pattern)) {
    const raw = match[0];
    const first = raw.charCodeAt(0);
    const end = match.index + raw.length;
    const address = raw.length > 4 && /^(?:https?:|www\.)/.test(raw);
    const kind = address ? 'sign' : isDigit(first) ? 'number' : /^\p{L}/u.test(raw) ? 'word' : 'sign';
    const fold = kind === 'number' ? raw : foldWord(raw);
    tokens.push({ kind, start: match.index, end, text: raw, fold, glued: match.index === last });
    last = end;
  }
  return tokens;
}

function isDigit(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) || (code >= 0x660 && code <= 0x669) || (code >= 0x6f0 && code <= 0x6f9)
  );
}

/**
 * Parts a joiner that is written on the next word (Arabic و) from words that mean something to numbers.
 * @param known whether the rest of the word, folded, is such a word.
 */
export function splitJoiner(tokens: Token[], joiner: string, known: (word: string) => boolean): Token[] {
  return tokens.flatMap((token) => {
    const splits = token.kind === 'word' && token.fold.length > 2 && token.fold.startsWith(joiner);
    if (!splits || token.text[0] !== joiner) return [token];
    const rest = foldWord(token.fold.slice(joiner.length));
    if (!known(rest)) return [token];
    const middle = token.start + joiner.length;
    return [
      { ...token, end: middle, text: joiner, fold: joiner },
      { ...token, start: middle, text: token.text.slice(joiner.length), fold: rest, glued: true },
    ];
  });
}

/** Digits of any script as ASCII; Arabic separators as `.` and `,`. */
export function asciiDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\u066b\u066c]/g, (char) => {
    const code = char.charCodeAt(0);
    if (code === 0x66b) return '.';
    if (code === 0x66c) return ',';
    return String.fromCharCode(0x30 + (code >= 0x6f0 ? code - 0x6f0 : code - 0x660));
  });
}
