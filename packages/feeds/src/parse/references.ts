const AMP = 0x26;
const NUMERIC = /&#(?:([0-9]{1,7})|x([0-9A-Fa-f]{1,6}));/y;

/**
 * The references of XML in `text[from, to)` replaced; linear.
 *
 * @returns null where an `&` begins no reference that strict XML and HTML agree about: HTML's names, raw ampersands,
 *   characters that XML forbids, and 128 to 159, which feeds mean as windows-1252.
 */
export function decodeReferences(text: string, from: number, to: number): string | null {
  const parts: string[] = [];
  let at = from;
  for (let open = text.indexOf('&', from); open >= 0 && open < to; open = text.indexOf('&', at)) {
    parts.push(text.slice(at, open));
    const named = namedReference(text, open);
    if (named !== null) {
      parts.push(named.character);
      at = open + named.length;
      continue;
    }
    NUMERIC.lastIndex = open;
    const match = NUMERIC.exec(text);
    const character = match === null ? null : characterOf(match);
    if (character === null) return null;
    parts.push(character);
    at = NUMERIC.lastIndex;
  }
  parts.push(text.slice(at, to));
  return parts.join('');
}

interface Named {
  character: string;
  length: number;
}
const LT: Named = { character: '<', length: 4 };
const GT: Named = { character: '>', length: 4 };
const AMPERSAND: Named = { character: '&', length: 5 };
const QUOT: Named = { character: '"', length: 6 };
const APOS: Named = { character: "'", length: 6 };

/** The five names of XML, told by their first letters: escaped HTML has one in every few characters. */
function namedReference(text: string, at: number): Named | null {
  if (text.charCodeAt(at) !== AMP) return null;
  switch (text.charCodeAt(at + 1)) {
    case 0x6c:
      return text.startsWith('t;', at + 2) ? LT : null;
    case 0x67:
      return text.startsWith('t;', at + 2) ? GT : null;
    case 0x71:
      return text.startsWith('uot;', at + 2) ? QUOT : null;
    case 0x61:
      if (text.startsWith('mp;', at + 2)) return AMPERSAND;
      return text.startsWith('pos;', at + 2) ? APOS : null;
    default:
      return null;
  }
}

function characterOf([, decimal, hex]: RegExpExecArray): string | null {
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  const isPlain =
    code >= 0xa0
      ? code < 0xd800 || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code <= 0x10ffff)
      : (code >= 0x20 && code < 0x80) || code === 9 || code === 10 || code === 13;
  return isPlain ? String.fromCodePoint(code) : null;
}
