import type { ClaimStatus } from '@throughline/schema';
import { givesAnother } from './same-thing.ts';

/** A citation as evidence for a claim. */
export interface ClaimEvidence {
  citation: number;
  publisher: string;
  /** Copies of one report (a wire story that several print) share this; null where it is a report of its own. */
  report: string | null;
  exact: string;
  language: string | null;
  /** The cited words are no longer in their source. */
  gone: boolean;
}

export interface AssessedClaim {
  status: ClaimStatus;
  /** Publishers that speak for the claim independently of each other. */
  independent: number;
  /** Citations whose figures differ from the claim's, or that were named against it. */
  against: number[];
  /** What the status counts: citations that are gone or speak against it; else independent publishers. */
  counted: number;
}

/**
 * What a claim rests on. Stale wins over contested, contested over the count of publishers: an editor must see the
 * worst first. Figures of the claim and of the cited words are compared where they measure the same thing; words
 * without a comparable figure neither support nor contest.
 */
export function assessClaim(
  claim: { text: string; language?: string | null },
  evidence: readonly ClaimEvidence[],
  against: readonly ClaimEvidence[] = [],
): AssessedClaim {
  const differing = evidence.filter(({ exact, language }) => givesAnother(claim, { text: exact, language }));
  const supporting = evidence.filter((piece) => !differing.includes(piece) && !piece.gone);
  const independent = independentPublishers(supporting);
  const opposed = [...differing, ...against].map((piece) => piece.citation);
  const stale = evidence.filter((piece) => piece.gone);
  const as = (status: ClaimStatus, counted: number) => ({ status, independent, against: opposed, counted });
  if (stale.length > 0) return as('stale', stale.length);
  if (opposed.length > 0) return as('contested', opposed.length);
  if (independent === 0) return as('unsupported', 0);
  return as(independent === 1 ? 'single' : 'corroborated', independent);
}

/** Publishers counted once each, and publishers that print one report counted together. */
export function independentPublishers(
  evidence: readonly Pick<ClaimEvidence, 'publisher' | 'report'>[],
): number {
  const groups: { publishers: Set<string>; reports: Set<string> }[] = [];
  for (const { publisher, report } of evidence) {
    const touching = groups.filter(
      (group) => group.publishers.has(publisher) || (report !== null && group.reports.has(report)),
    );
    const merged = { publishers: new Set([publisher]), reports: new Set(report === null ? [] : [report]) };
    for (const group of touching) {
      for (const name of group.publishers) merged.publishers.add(name);
      for (const key of group.reports) merged.reports.add(key);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(merged);
  }
  return groups.length;
}
