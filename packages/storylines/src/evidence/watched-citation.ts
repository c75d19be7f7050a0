import type { Citation, CitationSource, WatchedCitation } from '@throughline/schema';
import { diffWords } from './diff-words.ts';
import { watchQuote } from './watch.ts';

/**
 * What became of a citation's words: by the newest of what told something, a look at the page or a later revision
 * that the publisher's feed brought. A look that could tell nothing is said only where nothing else is known.
 */
export function watchedCitation(citation: Citation, source: CitationSource | null): WatchedCitation {
  const readings = [feedReading(citation, source), pageReading(citation, source)]
    .filter((reading) => reading !== null)
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const told = readings.find(({ state }) => state !== 'unchecked') ?? readings[0];
  const nothing = { state: 'waiting' as const, at: null, by: null, problem: null, diff: [] };
  return { citation: citation.id, ...(told ?? nothing), nextCheckAt: source?.nextCheckAt ?? null };
}

type Reading = Omit<WatchedCitation, 'citation' | 'nextCheckAt' | 'at'> & { at: string };

function feedReading(citation: Citation, source: CitationSource | null): Reading | null {
  if (source === null || source.later === null) return null;
  const { state, diff } = watchQuote(citation, source.later.text);
  return { state, at: source.later.at, by: 'feed', problem: null, diff };
}

function pageReading({ exact }: Citation, source: CitationSource | null): Reading | null {
  if (source === null || source.check === null) return null;
  const { state, at, words, problem } = source.check;
  const diff =
    state === 'changed'
      ? diffWords(exact, words ?? '')
      : state === 'gone'
        ? [{ kind: 'removed' as const, text: exact }]
        : [];
  return { state, at, by: 'page', problem, diff };
}
