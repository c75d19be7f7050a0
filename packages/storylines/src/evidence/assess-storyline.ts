import type { Citation, CitationSource, StoredStoryline, StorylineDetail } from '@throughline/schema';
import { assessClaim, type ClaimEvidence } from './claim-status.ts';
import { watchQuote } from './watch.ts';

/** Judges all claims of a stored storyline by what is known of its sources now. */
export function assessStoryline(stored: StoredStoryline): StorylineDetail {
  const { sources, ...storyline } = stored;
  const sourceOf = new Map(sources.map((source) => [source.citation, source]));
  const evidence = new Map(
    storyline.citations.map((citation) => [citation.id, evidenceOf(citation, sourceOf.get(citation.id))]),
  );
  const pieces = (ids: readonly number[]) => ids.flatMap((id) => evidence.get(id) ?? []);
  return {
    ...storyline,
    claims: storyline.claims.map((claim) => {
      const said = { text: claim.text, language: storyline.language };
      const { status, reason } = assessClaim(said, pieces(claim.evidence), pieces(claim.against));
      return { ...claim, status, reason };
    }),
  };
}

function evidenceOf(citation: Citation, source: CitationSource | undefined): ClaimEvidence {
  const current = source?.current ?? null;
  return {
    citation: citation.id,
    publisher: citation.item.publisher,
    report: source?.report ?? null,
    exact: citation.exact,
    language: citation.item.language,
    gone: current !== null && watchQuote(citation, current).state !== 'kept',
  };
}
