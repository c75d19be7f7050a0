/** 0x80..0x9F of windows-1252 (WHATWG index); the holes keep their control character. */
const HIGH =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f' +
  '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

/** Node 20's own decoder reads windows-1252 as Latin-1, so 0x80..0x9F are mapped here. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return mendMojibake(latin1);
}

/**
 * C1 control characters never occur in prose: they are windows-1252 punctuation that somebody labelled Latin-1
 * (also after a detour through UTF-8 or character references).
 */
export function mendMojibake(text: string): string {
  return /[\u0080-\u009f]/.test(text)
    ? text.replace(/[\u0080-\u009f]/g, (c) => windows1252Char(c.charCodeAt(0)))
    : text;
}

/** The character that windows-1252 has at a code of 0x80..0x9F. */
export function windows1252Char(code: number): string {
  return HIGH[code - 0x80] ?? '\ufffd';
}
