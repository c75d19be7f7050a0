import { createHash } from 'node:crypto';
import type { StorylineDocument } from '@throughline/schema';
import { toJson } from './json.ts';

const known = new WeakMap<StorylineDocument, string>();

/**
 * What names the whole that a file was made from: the SHA-256 of the storyline's JSON export, as `sha256:HEX`. Every
 * format carries it, so that any file can be held against the manifest: items with hashes and fetch times, claims,
 * revision and rule versions.
 */
export function manifestOf(document: StorylineDocument): string {
  const before = known.get(document);
  if (before !== undefined) return before;
  const manifest = `sha256:${createHash('sha256').update(toJson(document)).digest('hex')}`;
  known.set(document, manifest);
  return manifest;
}

/** Its first twelve signs, for readers. */
export const shortManifest = (document: StorylineDocument) => manifestOf(document).slice(7, 19);
