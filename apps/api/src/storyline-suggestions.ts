import type { BlockNode, StorylineDocument } from '@throughline/schema';
import { isTracked, type Sql, trackingMaterial } from '@throughline/store';
import {
  storylineProfile,
  suggestionFor,
  termStatistics,
  trackingAlerts,
  vectorOf,
} from '@throughline/storylines';
import { storylineDocument } from './storyline-export.ts';

const SHOWN_FROM = 0.3;
const SHOWN_AT_MOST = 20;
const QUIET_DAYS = 7;

/** What a tracked storyline proposes and warns of at a moment; null when there is no such storyline. */
export async function storylineTracking(
  sql: Sql,
  id: number,
  now: Date,
): Promise<{
  tracked: boolean;
  suggestions: {
    /** A queued item that would continue the storyline. */
    item: { id: number; title: string; language: string | null; publisher: string; at: string };
    score: number;
    reasons: string[];
    section: number | null;
  }[];
  alerts: string[];
} | null> {
  const tracked = await isTracked(sql, id);
  const document = tracked === null ? null : await storylineDocument(sql, id);
  if (tracked === null || document === null) return null;
  if (!tracked) return { tracked, suggestions: [], alerts: [] };
  const { accepted, declined, candidates, background } = await trackingMaterial(sql, id);
  const statistics = termStatistics(background);
  const places = placesOf(document);
  const cited = accepted.map((item) => ({
    ...item,
    citation: places.numberOf.get(item.citation) ?? 0,
    section: places.sectionOf.get(item.citation) ?? null,
  }));
  const profile = storylineProfile(cited, declined, statistics);
  const ranked =
    accepted.length === 0 ? [] : candidates.map((item) => ({ item, ...suggestionFor(profile, item) }));
  const waiting = ranked.filter(({ score }) => score >= SHOWN_FROM).sort((a, b) => b.score - a.score);
  const alerts = trackingAlerts(
    {
      status: document.status,
      lastIndependentAt: latest(accepted.filter(({ copy }) => !copy).map(({ firstSeenAt }) => firstSeenAt)),
      accepted: accepted.map(({ title, text }) => vectorOf(title, text, statistics)),
      waiting,
      quietDays: QUIET_DAYS,
    },
    now,
  );
  return {
    tracked,
    suggestions: waiting.slice(0, SHOWN_AT_MOST).map(({ item, score, reasons, section }) => ({
      item: {
        id: item.id,
        title: item.title,
        language: item.language,
        publisher: item.publisher,
        at: item.at,
      },
      score,
      reasons,
      section,
    })),
    alerts: alerts.map(({ message }) => message),
  };
}

const latest = (moments: readonly string[]) => moments.toSorted().at(-1) ?? null;

/** The footnote number of each citation, and the section where it first stands. */
function placesOf(document: StorylineDocument) {
  const numberOf = new Map<number, number>();
  const sectionOf = new Map<number, number>();
  for (const section of document.sections)
    for (const citation of citationsIn(section.blocks)) {
      if (numberOf.has(citation)) continue;
      numberOf.set(citation, numberOf.size + 1);
      sectionOf.set(citation, section.id);
    }
  return { numberOf, sectionOf };
}

function citationsIn(blocks: readonly BlockNode[]): number[] {
  const found: number[] = [];
  JSON.stringify(blocks, (key, value: unknown) => {
    if (key === 'citation' && typeof value === 'number') found.push(value);
    return value;
  });
  return found;
}
