import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import { FetchFault } from './failure.ts';

const unzip = {
  gzip: promisify(gunzip),
  br: promisify(brotliDecompress),
  zlib: promisify(inflate),
  raw: promisify(inflateRaw),
};

/** Nobody needs more layers; each may multiply the size again. */
const MAX_LAYERS = 3;

/**
 * Undoes `Content-Encoding`, never producing more than `maxBytes` in any layer.
 * Names that are no compression (`utf-8`, `none`) are taken for a server's slip and ignored.
 * @throws FetchFault `too-large`, `encoding` (unknown or broken), `incomplete` (cut off)
 */
export async function decodeBody(
  body: Buffer,
  contentEncoding: string | undefined,
  maxBytes: number,
): Promise<Buffer> {
  const layers = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  if (layers.length > MAX_LAYERS) {
    throw new FetchFault('encoding', { code: 'many_layers' });
  }
  let bytes = body;
  for (const layer of layers.reverse()) bytes = await decodeLayer(bytes, layer, maxBytes);
  return bytes;
}

async function decodeLayer(bytes: Buffer, layer: string, maxBytes: number): Promise<Buffer> {
  const method = methodOf(bytes, layer);
  if (method === null || bytes.length === 0) return bytes;
  try {
    return await unzip[method](bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    throw toFault(error, layer, maxBytes);
  }
}

function methodOf(bytes: Buffer, layer: string): keyof typeof unzip | null {
  switch (layer) {
    case 'gzip':
    case 'x-gzip':
      // Some servers announce gzip and send the text as it is.
      return bytes[0] === 0x1f && bytes[1] === 0x8b ? 'gzip' : null;
    case 'br':
      return 'br';
    case 'deflate':
      // RFC 9110 means the zlib format; many servers send the bare stream.
      return bytes.length > 1 && ((bytes[0] ?? 0) & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0
        ? 'zlib'
        : 'raw';
    case 'zstd':
    case 'compress':
    case 'x-compress':
    case 'dcb':
    case 'dcz':
      throw new FetchFault('encoding', { code: 'unasked_layer', named: layer });
    default:
      return null;
  }
}

function toFault(error: unknown, layer: string, maxBytes: number): FetchFault {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ERR_BUFFER_TOO_LARGE') return tooLarge(maxBytes);
  if (code === 'Z_BUF_ERROR') return new FetchFault('incomplete', { code: 'cut_off' });
  return new FetchFault('encoding', { code: 'bad_layer', named: layer });
}

export function tooLarge(maxBytes: number): FetchFault {
  return new FetchFault('too-large', { code: 'too_large', n: maxBytes });
}
