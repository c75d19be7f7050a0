const decoder = new TextDecoder('latin1');

/**
 * A PDF as Chromium printed it, without what tells when and by which version: its dates become the document's, its
 * program's name goes. Nothing changes its length, so that the table of byte offsets stays true.
 *
 * @param moment ISO 8601 in UTC.
 */
export function settledPdf(pdf: Uint8Array, moment: string): Uint8Array {
  const text = decoder.decode(pdf);
  const bytes = Uint8Array.from(pdf);
  const date = `D:${moment.slice(0, 19).replace(/[-T:]/g, '')}+00'00'`;
  for (const match of text.matchAll(/\/(?:CreationDate|ModDate) \((D:\d{14}\+00'00')\)/g))
    put(bytes, match.index + match[0].indexOf('D:'), date);
  // A literal string may hold escaped brackets.
  for (const match of text.matchAll(/\/(?:Creator|Producer) \((?:[^()\\]|\\.)*\)/g)) {
    const [key = ''] = match[0].split(' ');
    put(bytes, match.index, `${key} (Throughline)`.padEnd(match[0].length).slice(0, match[0].length));
  }
  return bytes;
}

function put(bytes: Uint8Array, at: number, text: string): void {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
}
