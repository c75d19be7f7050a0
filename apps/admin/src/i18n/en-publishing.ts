/** English words of what an editor is told before a piece leaves. */

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
    image: (_claim: string | null) => 'The image is left out: its address cannot be shown.',
  },
};
