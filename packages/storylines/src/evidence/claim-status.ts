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
  /** One sentence for people. */
  reason: string;
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
  const as = (status: ClaimStatus, reason: string) => ({ status, independent, against: opposed, reason });
  if (stale.length > 0)
    return as('stale', `The words of ${count(stale.length, 'citation')} are gone from their source.`);
  if (opposed.length > 0)
    return as(
      'contested',
      `${count(opposed.length, 'citation')} ${opposed.length === 1 ? 'gives' : 'give'} another figure or speak against it.`,
    );
  if (independent === 0) return as('unsupported', 'No citation speaks for it.');
  if (independent === 1) return as('single', 'One publisher speaks for it; copies of one report count once.');
  return as('corroborated', `${independent} independent publishers speak for it.`);
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;

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
