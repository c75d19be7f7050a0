import {
  describeStories,
  type StoryDescription,
  type StoryToDescribe,
  storiesToDescribe,
} from '@throughline/store';
import { centralHeadline, type Origin, type OriginReport, origins } from '@throughline/stories';
import type { Desk } from '../desk.ts';

const STORIES_AT_ONCE = 50;

/** Groups all items that are not grouped yet, then describes the stories that changed. */
export async function groupItems(desk: Desk): Promise<void> {
  while ((await desk.grouper.next(desk.db)) > 0);
  for (;;) {
    const stories = await storiesToDescribe(desk.db, STORIES_AT_ONCE);
    if (stories.length === 0) return;
    await describeStories(desk.db, stories.map(describe));
  }
}

function describe({ id, changes, name, items }: StoryToDescribe): StoryDescription {
  const tree = origins(items.map((item) => ({ ...item, id: String(item.id) })));
  return {
    id,
    changes,
    headline: name ?? centralHeadline(items),
    independent: tree.independent,
    origins: tree.origins.map((origin) => ({ source: origin.source, items: itemsOf(origin).map(Number) })),
  };
}

function itemsOf(origin: Origin): string[] {
  const walk = (report: OriginReport): string[] => [report.item, ...report.derived.flatMap(walk)];
  return origin.reports.flatMap(walk);
}
