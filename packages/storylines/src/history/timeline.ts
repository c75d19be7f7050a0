import type { StorylineDocument } from '@throughline/schema';
import { findClaims } from '../claims/find-claims.ts';
import { numberFootnotes, orderedSections } from '../export/footnotes.ts';
import { blockText } from '../export/plain-text.ts';

/** One point of a storyline's time line. */
export interface TimelineEntry {
  /** `2025-04-07`, `2022-08`, `2022`, or a moment in UTC. */
  at: string;
  /** `event`: the piece dates it; `coverage`: a cited report; `update`: something was added to the piece. */
  kind: 'event' | 'coverage' | 'update';
  label: string;
  publisher: string | null;
  /** Number of the footnote, for coverage. */
  footnote: number | null;
  section: number | null;
}

/** What happened and who reported it when, the earliest first. Dates without a year are left out. */
export function timelineOf(document: StorylineDocument): TimelineEntry[] {
  const coverage = numberFootnotes(document).all.flatMap(({ number, citation: { item } }) =>
    item.publishedAt === null
      ? []
      : [entry(item.publishedAt, 'coverage', item.title, { publisher: item.publisher, footnote: number })],
  );
  const sections = orderedSections(document).flatMap((section) => [
    ...(section.at === null ? [] : [entry(section.at, 'update', section.title, { section: section.id })]),
    ...section.blocks.flatMap((block) =>
      findClaims(blockText(block), document.language).flatMap(({ kind, date, of }) =>
        kind === 'date' && date !== null && /^\d{4}/.test(date)
          ? [entry(date.split('/')[0] ?? date, 'event', of ?? '', { section: section.id })]
          : [],
      ),
    ),
  ]);
  return [...coverage, ...sections].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

const entry = (
  at: string,
  kind: TimelineEntry['kind'],
  label: string,
  more: Partial<TimelineEntry>,
): TimelineEntry => ({ at, kind, label, publisher: null, footnote: null, section: null, ...more });
