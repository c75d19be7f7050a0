import type { StoryPhase } from '@throughline/schema';
import { figuresOf } from './duplicates/figures.ts';
import { publisherFamily } from './independence/publishers.ts';

/** A report on the timeline of its story. */
export interface TimelineEntry {
  item: string;
  /** ISO 8601 in UTC; null when the report has no readable date. */
  at: string | null;
  publisher: string | null;
  /** Whether it is the first report of its publisher's family. */
  firstOfPublisher: boolean;
  /** Figures that no earlier report gave. */
  newFigures: string[];
}

export interface TimelineItem {
  id: string;
  title: string;
  summary?: string | null | undefined;
  publisher?: string | null | undefined;
  url?: string | null | undefined;
  publishedAt?: string | null | undefined;
}

/** The reports of a story in order of time (undated ones last), and what each was the first to bring. */
export function timeline(items: readonly TimelineItem[]): TimelineEntry[] {
  const publishers = new Set<string>();
  const figures = new Set<string>();
  const timed = items.map((item, order) => ({ item, order, time: timeOf(item) }));
  timed.sort((a, b) => a.time - b.time || a.order - b.order);
  return timed.map(({ item, time }) => {
    const publisher = publisherFamily(item.publisher, item.url);
    const given = [...figuresOf(`${item.title} ${item.summary ?? ''}`)].filter(
      (figure) => !figures.has(figure),
    );
    const firstOfPublisher = publisher !== null && !publishers.has(publisher);
    if (publisher !== null) publishers.add(publisher);
    for (const figure of given) figures.add(figure);
    const at = time === Number.MAX_SAFE_INTEGER ? null : new Date(time).toISOString();
    return { item: item.id, at, publisher, firstOfPublisher, newFigures: given };
  });
}

function timeOf(item: TimelineItem): number {
  const time = Date.parse(item.publishedAt ?? '');
  return Number.isNaN(time) ? Number.MAX_SAFE_INTEGER : time;
}

const HOUR = 3_600_000;
/** A story is quiet when no report came for this long. */
const QUIET_HOURS = 24;

/** Whether new reports still come in. `last` and `now` in milliseconds since 1970. */
export function storyPhase(last: number, now: number): StoryPhase {
  return now - last < QUIET_HOURS * HOUR ? 'developing' : 'quiet';
}
