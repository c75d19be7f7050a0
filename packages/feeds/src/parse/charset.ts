import { decodeUtf32 } from './utf32.ts';
import { decodeWindows1252, mendMojibake } from './windows1252.ts';

export interface Decoded {
  text: string;
  /** WHATWG name of the encoding that was used. */
  encoding: string;
  warnings: string[];
}

const DECLARED_BYTES = 1024;

/**
 * Bytes to text: byte order mark, then the HTTP header, then the XML declaration, then a guess.
 *
 * A declaration that the bytes contradict (UTF-8 declared, Latin-1 sent, or the other way round) is overruled
 * with a warning. Never throws.
 *
 * @param contentType the HTTP `Content-Type` header, if known.
 */
export function decodeBytes(bytes: Uint8Array, contentType: string | null): Decoded {
  const marked = byMark(bytes);
  if (marked !== null) return marked;
  const wide = byWidth(bytes);
  if (wide !== null) return wide;
  const header = knownEncoding(charsetOf(contentType));
  const declared = knownEncoding(declaredEncoding(bytes));
  return byContent(bytes, header, declared);
}

function byMark(bytes: Uint8Array): Decoded | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return utf8AfterMark(bytes.subarray(3));
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return plain(decodeUtf32(bytes, 4, false), 'utf-32be');
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return plain(decodeUtf32(bytes, 4, true), 'utf-32le');
  if (a === 0xfe && b === 0xff) return decodeAs(bytes, 'utf-16be');
  if (a === 0xff && b === 0xfe) return decodeAs(bytes, 'utf-16le');
  return null;
}

/** A UTF-8 mark before bytes that are no UTF-8 is a lie of an editor: the declaration then decides. */
function utf8AfterMark(rest: Uint8Array): Decoded {
  const text = strictUtf8(rest);
  if (text !== null) return plain(text, 'utf-8');
  return byContent(rest, null, knownEncoding(declaredEncoding(rest)));
}

/** UTF-16 and UTF-32 without a mark show themselves by the zero bytes around the first `<`, `{` or `[`. */
function byWidth(bytes: Uint8Array): Decoded | null {
  const [a, b, c, d] = bytes;
  const opens = (x: number | undefined): boolean => x === 0x3c || x === 0x7b || x === 0x5b;
  if (a === 0 && b === 0 && c === 0 && opens(d)) return plain(decodeUtf32(bytes, 0, false), 'utf-32be');
  if (opens(a) && b === 0 && c === 0 && d === 0) return plain(decodeUtf32(bytes, 0, true), 'utf-32le');
  if (a === 0 && opens(b)) return decodeAs(bytes, 'utf-16be');
  if (opens(a) && b === 0) return decodeAs(bytes, 'utf-16le');
  return null;
}

function byContent(bytes: Uint8Array, header: string | null, declared: string | null): Decoded {
  const claim = header ?? declared;
  const asUtf8 = strictUtf8(bytes);
  if (asUtf8 !== null && (claim === null || claim === 'utf-8' || isSingleByteLatin(claim))) {
    return fromValidUtf8(asUtf8, claim);
  }
  const claims = [header, declared].filter((name) => name !== null && name !== 'utf-8');
  for (const name of claims) {
    if (name !== null && !name.startsWith('utf-16')) return decodeAs(bytes, name);
  }
  if (asUtf8 !== null) return plain(asUtf8, 'utf-8');
  return fromBrokenUtf8(bytes, claim);
}

/**
 * Bytes that are valid UTF-8 and have multi-byte sequences are UTF-8, whatever Latin-1 they are declared as:
 * by chance that does not happen in prose of some length.
 */
function fromValidUtf8(text: string, claim: string | null): Decoded {
  const warnings =
    claim !== null && claim !== 'utf-8' && hasNonAscii(text)
      ? [`The feed is declared as ${claim} but is written in UTF-8; it was read as UTF-8.`]
      : [];
  return { text: mendMojibake(text), encoding: 'utf-8', warnings };
}

/** Mostly UTF-8 with a few broken sequences stays UTF-8; bytes that are rarely UTF-8 are windows-1252. */
function fromBrokenUtf8(bytes: Uint8Array, claim: string | null): Decoded {
  const loose = new TextDecoder('utf-8').decode(bytes);
  const broken = loose.split('\ufffd').length - 1;
  const sound = countMultiByte(loose) - broken;
  const utf8 = sound > broken * 2;
  const was = claim === null ? 'no encoding' : claim;
  const encoding = utf8 ? 'utf-8' : 'windows-1252';
  const warnings = [
    `The feed declares ${was} but its bytes are not valid there; it was read as ${encoding}.`,
  ];
  return { text: utf8 ? loose : decodeWindows1252(bytes), encoding, warnings };
}

function decodeAs(bytes: Uint8Array, encoding: string): Decoded {
  if (encoding === 'windows-1252') return plain(decodeWindows1252(bytes), encoding);
  return plain(new TextDecoder(encoding).decode(bytes), encoding);
}

function plain(text: string, encoding: string): Decoded {
  return { text: mendMojibake(text), encoding, warnings: [] };
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** `charset=` of a Content-Type header, unquoted. */
function charsetOf(contentType: string | null): string | null {
  return /charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType ?? '')?.[1] ?? null;
}

/** `encoding=` of the XML declaration, read as ASCII (EBCDIC and UTF-7 are no encodings of the web). */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, DECLARED_BYTES));
  const match = /<\?xml\s[^>]*?encoding\s*=\s*["']?([\w.:-]+)/i.exec(head.toString('latin1'));
  return match?.[1] ?? null;
}

/** The WHATWG name for a label, null for one that the web does not know. */
function knownEncoding(label: string | null): string | null {
  if (label === null) return null;
  const name = label.toLowerCase().replaceAll('_', '-');
  for (const candidate of [label, name, name.replace(/^(cp|win)-?(?=125\d$)/, 'windows-')]) {
    try {
      return new TextDecoder(candidate).encoding;
    } catch {
      // An unknown label: the next spelling of it, or the guess.
    }
  }
  return null;
}

/** Encodings that people put into templates while their software writes UTF-8. */
function isSingleByteLatin(name: string): boolean {
  return /^(windows-125\d|iso-8859-\d+|macintosh)$/.test(name);
}

function hasNonAscii(text: string): boolean {
  return /[\u0080-\uffff]/.test(text);
}

function countMultiByte(text: string): number {
  return text.match(/[\u0080-\uffff]/g)?.length ?? 0;
}
