import { safeImage } from './well-formed.ts';

/** A picture whose bytes are in the piece itself. */
export interface EmbeddedImage {
  bytes: Uint8Array;
  kind: ImageKind;
  /** Pixels. */
  width: number;
  height: number;
}
type ImageKind = 'png' | 'jpeg' | 'gif' | 'webp';

/** A picture that an archive carries is no larger. */
const BYTES_AT_MOST = 5_000_000;
const SIDE_AT_MOST = 30_000;

/**
 * The picture in a `data:` address. What it is, is read from its bytes: what the address says of them is foreign.
 *
 * @returns null for an address elsewhere, and for what is no whole picture of one of these kinds.
 */
export function embeddedImage(address: string, kinds: readonly ImageKind[]): EmbeddedImage | null {
  const url = safeImage(address);
  const base64 = url?.startsWith('data:') ? url.slice(url.indexOf(',') + 1) : null;
  if (base64 === null || base64.length > (BYTES_AT_MOST * 4) / 3) return null;
  const bytes = decoded(base64);
  const image = bytes === null ? null : imageOf(bytes);
  return image !== null && kinds.includes(image.kind) ? image : null;
}

/** What picture these bytes are; null where they are none, or say no sensible size. */
export function imageOf(bytes: Uint8Array): EmbeddedImage | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const [kind, sizeOf] of readers) {
    const size = sizeOf(view);
    if (size === null) continue;
    const [width, height] = size;
    const sensible = [width, height].every((side) => side > 0 && side <= SIDE_AT_MOST);
    return sensible ? { bytes, kind, width, height } : null;
  }
  return null;
}

function decoded(base64: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}

type Size = readonly [width: number, height: number];

const ascii = (view: DataView, at: number, length: number) =>
  at + length > view.byteLength
    ? ''
    : String.fromCharCode(...Array.from({ length }, (_, n) => view.getUint8(at + n)));

/** PNG 5.2 and 11.2.2: the signature, then IHDR. */
function pngSize(view: DataView): Size | null {
  if (ascii(view, 0, 8) !== '\x89PNG\r\n\x1a\n' || ascii(view, 12, 4) !== 'IHDR' || view.byteLength < 33)
    return null;
  return [view.getUint32(16), view.getUint32(20)];
}

/** GIF89a 18: the size of the logical screen. */
function gifSize(view: DataView): Size | null {
  if (!/^GIF8[79]a$/.test(ascii(view, 0, 6)) || view.byteLength < 14) return null;
  return [view.getUint16(6, true), view.getUint16(8, true)];
}

/** JPEG (T.81 B.2.2): the frame header, after segments that each say how long they are. */
function jpegSize(view: DataView): Size | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) return [view.getUint16(at + 7), view.getUint16(at + 5)];
    // A marker may be preceded by any number of fill bytes.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

/** RFC 9649: a RIFF container with a lossy, a lossless or an extended picture. */
function webpSize(view: DataView): Size | null {
  if (ascii(view, 0, 4) !== 'RIFF' || ascii(view, 8, 4) !== 'WEBP' || view.byteLength < 30) return null;
  const chunk = ascii(view, 12, 4);
  if (chunk === 'VP8 ') return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true);
    return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
  }
  if (chunk !== 'VP8X') return null;
  const side = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 0x1_0000 + 1;
  return [side(24), side(27)];
}

const readers: readonly (readonly [ImageKind, (view: DataView) => Size | null])[] = [
  ['png', pngSize],
  ['jpeg', jpegSize],
  ['gif', gifSize],
  ['webp', webpSize],
];
