import type { Publication, PublishedVersion } from '@throughline/schema';

/** Where a document stands when it is public. */
export interface PublishedFrame {
  publication: Publication;
  /** The version that the document is of. */
  version: PublishedVersion;
  /** The address of the newest version, absolute. */
  address: string;
}

export const versionAddress = ({ address }: Pick<PublishedFrame, 'address'>, number: number) =>
  `${address}/v/${number}`;

/** What readers were told of, newest first: updates and corrections. */
export const announced = ({ publication }: PublishedFrame): PublishedVersion[] =>
  publication.versions.filter(({ kind }) => kind === 'update' || kind === 'correction');

/** When a piece came out. */
export const cameOut = ({ publication, version }: PublishedFrame): string =>
  publication.versions.at(-1)?.at ?? version.at;
