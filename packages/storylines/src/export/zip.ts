import { type Zippable, zipSync } from 'fflate';

/** The first moment that a ZIP can tell. Built from local parts, which is how it is written: the same in every zone. */
const noTime = new Date(1980, 0, 1);

/** A ZIP of files in the order given, the same bytes each time. `stored` files are not compressed. */
export function zipped(
  files: readonly (readonly [path: string, content: string | Uint8Array, stored?: 'stored'])[],
): Uint8Array {
  const encoder = new TextEncoder();
  const entries: Zippable = {};
  for (const [path, content, stored] of files)
    entries[path] = [
      typeof content === 'string' ? encoder.encode(content) : content,
      { level: stored ? 0 : 9, mtime: noTime },
    ];
  return zipSync(entries);
}
