import type { ClusterOptions } from './options.ts';
import type { StoryState } from './story-state.ts';
import type { TermCounts } from './vocabulary.ts';

/** Stories with fewer reports have no anchors: one odd headline would decide. */
const REPORTS = 3;
/** Only a telling term can be an anchor: in about one of seven stories or fewer. */
const TELLING = 3;

/**
 * Whether the anchors of two stories exclude each other: each has a term in most of its reports that the other
 * all but never uses ("Gox" against "Sbarro", both "filed for bankruptcy").
 */
export function anchorsExclude(
  a: StoryState,
  b: StoryState,
  counts: TermCounts,
  options: ClusterOptions,
): boolean {
  if (Math.min(a.members.length, b.members.length) < REPORTS) return false;
  const share = options.anchorShare;
  return holdsForeign(a, b, counts, share) && holdsForeign(b, a, counts, share);
}

function holdsForeign(a: StoryState, b: StoryState, counts: TermCounts, share: number): boolean {
  const needed = share * everywhere(a);
  const hardly = 0.1 * share * everywhere(b);
  return a.sum.some(
    (term, weight) => weight >= needed && counts.weight(term) > TELLING && b.sum.get(term) < hardly,
  );
}

/** The summed weight of a term that is in every report with the mean weight. */
const everywhere = (story: StoryState): number => (story.sum.total / story.terms) * story.members.length;
