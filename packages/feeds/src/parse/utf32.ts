const CHUNK = 4096;

/**
 * UTF-32 is no encoding of the WHATWG list, but feeds of old tools use it. Bad code points become U+FFFD.
 *
 * @param offset bytes to skip (a byte order mark).
 */
export function decodeUtf32(bytes: Uint8Array, offset: number, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  let points: number[] = [];
  for (let i = offset; i + 4 <= bytes.length; i += 4) {
    const point = view.getUint32(i, littleEndian);
    points.push(point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff) ? 0xfffd : point);
    if (points.length === CHUNK) {
      text += String.fromCodePoint(...points);
      points = [];
    }
  }
  return text + String.fromCodePoint(...points);
}
