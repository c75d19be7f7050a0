import type {
  Citation,
  CitationSource,
  StoredStoryline,
  StorylineDetail,
  WatchedCitation,
} from '@throughline/schema';
import { readingStats } from '../export/plain-text.ts';
import { assessClaim, type ClaimEvidence } from './claim-status.ts';
import { watchedCitation } from './watched-citation.ts';

/** Judges all claims of a stored storyline by what is known of its sources now. */
export function assessStoryline(stored: StoredStoryline): StorylineDetail {
  const { sources, ...storyline } = stored;
  const sourceOf = new Map(sources.map((source) => [source.citation, source]));
  const watched = storyline.citations.map((citation) =>
    watchedCitation(citation, sourceOf.get(citation.id) ?? null),
  );
  const watchedOf = new Map(watched.map((watch) => [watch.citation, watch]));
  const evidence = new Map(
    storyline.citations.map((citation) => [
      citation.id,
      evidenceOf(citation, sourceOf.get(citation.id), watchedOf.get(citation.id)),
    ]),
  );
  const pieces = (ids: readonly number[]) => ids.flatMap((id) => evidence.get(id) ?? []);
  return {
    ...storyline,
    watched,
    stats: readingStats(storyline),
    claims: storyline.claims.map((claim) => {
      const said = { text: claim.text, language: storyline.language };
      const { status, counted } = assessClaim(said, pieces(claim.evidence), pieces(claim.against));
      return { ...claim, status, counted };
    }),
  };
}

function evidenceOf(
  citation: Citation,
  source: CitationSource | undefined,
  watched: WatchedCitation | undefined,
): ClaimEvidence {
  return {
    citation: citation.id,
    publisher: citation.item.publisher,
    report: source?.report ?? null,
    exact: citation.exact,
    language: citation.item.language,
    gone: watched?.state === 'changed' || watched?.state === 'gone',
  };
}
