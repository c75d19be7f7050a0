import type { Said } from '@throughline/schema';

/** OPML as a list of feeds with the path of folders that each lies in. */

export interface OpmlOutline {
  title: string;
  /** http or https */
  xmlUrl: string;
  htmlUrl: string | null;
  language: string | null;
  /** From the outermost to the innermost. */
  folders: string[];
  /** Every other attribute as it stood, so that writing loses nothing. */
  attributes: Record<string, string>;
}

export interface OpmlDocument {
  title: string | null;
  version: string | null;
  /** The other elements of `<head>`: dateCreated, ownerName ... */
  head: Record<string, string>;
  outlines: OpmlOutline[];
  /** Folders without a feed, as paths: they would get lost otherwise. */
  emptyFolders: string[][];
  /** What could not be read or was left out. */
  problems: Said[];
}
