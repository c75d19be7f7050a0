import type { DocumentClaim, ExportProblem, ExportWarning, StorylineDocument } from '@throughline/schema';
import { numberFootnotes } from './footnotes.ts';
import { safeImage } from './well-formed.ts';

/** What is unproven, disputed or missing in a storyline. */
export function exportWarnings(document: StorylineDocument): ExportWarning[] {
  const { missing } = numberFootnotes(document);
  const known = new Set(document.citations.map((citation) => citation.id));
  const hero = document.hero !== null && safeImage(document.hero.url) === null;
  return [
    ...missing.map((id) => warning('missing', `The text refers to citation ${id}, which is missing.`)),
    ...(hero
      ? [warning('image', 'The image is left out: its address is neither http(s) nor an embedded picture.')]
      : []),
    ...document.claims.flatMap((claim) => claimWarnings(claim, known)),
  ];
}

const sentences = {
  unsupported: (claim: string) => `No source supports the claim “${claim}”.`,
  contested: (claim: string) => `Sources give different answers on “${claim}”.`,
  stale: (claim: string) => `The words cited for “${claim}” are gone from their source.`,
};

function claimWarnings(claim: DocumentClaim, known: ReadonlySet<number>): ExportWarning[] {
  const { status, text } = claim;
  const lost = [...claim.evidence, ...claim.against].filter((id) => !known.has(id));
  return [
    ...(status === 'single' || status === 'corroborated'
      ? []
      : [warning(status, sentences[status](text), text)]),
    ...lost.map((id) =>
      warning('missing', `The claim “${text}” names citation ${id}, which is missing.`, text),
    ),
  ];
}

function warning(problem: ExportProblem, text: string, claim: string | null = null): ExportWarning {
  return { problem, claim, text };
}

/** Those of the warnings that somebody chose to refuse. */
export function refusals(
  warnings: readonly ExportWarning[],
  refused: readonly ExportProblem[],
): ExportWarning[] {
  return warnings.filter(({ problem }) => refused.includes(problem));
}
