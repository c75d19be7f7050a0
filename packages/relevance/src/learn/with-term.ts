import type { TermLists } from '@throughline/schema';

/** A term more, for every language. */
export const withTerm = (lists: TermLists, term: string): TermLists => ({
  ...lists,
  '*': [...(lists['*'] ?? []), term],
});
