/** English words of what an editor is told before a piece leaves, and of its public address. */

const about = (claim: string | null) => (claim === null ? '' : ` “${claim}”`);

export const publishingWords = {
  exportProblems: {
    unsupported: (claim: string | null) => `No source supports the claim${about(claim)}.`,
    contested: (claim: string | null) => `Sources give different answers on the claim${about(claim)}.`,
    stale: (claim: string | null) =>
      `The words cited for the claim${about(claim)} are gone from their source.`,
    missing: (claim: string | null) =>
      claim === null
        ? 'The text refers to a citation that is missing; the place is marked.'
        : `The claim${about(claim)} names a citation that is missing.`,
    image: (_claim: string | null) =>
      'The image is left out: this format shows only a picture that is kept in the piece.',
  },
};

export const publicWords = {
  title: 'Publish',
  publish: 'Publish',
  isPublic: 'Public',
  never: (path: string) => `Not public. Published, anybody can read it at ${path}, without signing in.`,
  publicSince: (version: number, when: string) => `Public: version ${version}, of ${when}.`,
  withdrawnOn: (when: string) =>
    `Taken back on ${when}. Readers are told so. Published again, all its versions are back.`,
  nothingNew: 'What is public is the piece as it stands.',
  refused: 'This desk does not publish this',
  preview: 'See what comes out',
  why: 'Why a new version?',
  kinds: { first: 'First published', update: 'Update', correction: 'Correction', edit: 'Small edit' },
  kindHints: {
    update: 'Followers are told by the feeds.',
    correction: 'Stands in the correction log, for good.',
    edit: 'Wording only; nobody is told.',
  },
  note: 'What readers are told',
  publishNow: 'Publish now',
  publishVersion: (n: number) => `Publish version ${n}`,
  published: (n: number) => `Version ${n} is public`,
  versions: 'Versions',
  version: (n: number) => `Version ${n}`,
  versionFacts: (when: string, by: string | null, revision: number) =>
    by === null ? `${when}, revision ${revision}` : `${when}, ${by}, revision ${revision}`,
  withdraw: 'Unpublish…',
  withdrawAsk: 'All its addresses will say that it was withdrawn. Nothing is lost; you can publish it again.',
  withdrawNow: 'Unpublish',
  withdrawn: 'It is no longer public.',
  rules: 'What this desk refuses to publish',
  rulesLead: 'For all storylines. What is not refused is only warned of.',
  problems: {
    unsupported: 'Claims without a source',
    contested: 'Claims on which sources differ',
    stale: 'Claims whose cited words are gone',
    missing: 'Citations that are missing',
    image: 'An image that cannot be shown',
  },
  printing: 'The PDF is being printed; this takes some seconds.',
  exportAll: 'Export all',
  exportAllTitle: 'Export all storylines',
  exportAllFormat: 'Format',
  exportAllStart: (n: number) => (n === 1 ? 'Export one storyline' : `Export ${n} storylines`),
  exportAllProgress: (done: number, all: number) => `${done} of ${all}`,
  exportAllStop: 'Stop',
  exportAllDone: (n: number) => (n === 1 ? 'One file is in the archive.' : `${n} files are in the archive.`),
  exportAllFailed: 'Not in the archive',
  rowPublic: 'public',
};
