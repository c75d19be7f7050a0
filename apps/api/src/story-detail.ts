import type { ItemStory, ReportAdds, StoryDetail } from '@throughline/schema';
import {
  type ItemToGroup,
  itemById,
  linkedStories,
  livingStory,
  type Sql,
  storyReports,
  storyRow,
  storyTexts,
} from '@throughline/store';
import { novelty, storyPhase, timeline } from '@throughline/stories';

/** Other reports that are compared with the one being read. */
const MOST_COMPARED = 20;

/** A story, or the one that it became part of; null when there is none. `now` in milliseconds since 1970. */
export async function storyDetail(sql: Sql, id: string, now: number): Promise<StoryDetail | null> {
  const living = await livingStory(sql, id);
  const row = living === null ? null : await storyRow(sql, living);
  return row === null ? null : withReports(sql, row, await storyTexts(sql, row.id), now);
}

type Row = NonNullable<Awaited<ReturnType<typeof storyRow>>>;

async function withReports(sql: Sql, row: Row, texts: ItemToGroup[], now: number): Promise<StoryDetail> {
  const entries = timeline(texts.map((item) => ({ ...item, id: String(item.id) })));
  return {
    ...row,
    phase: storyPhase(Date.parse(row.lastAt), now),
    members: await storyReports(sql, row.id),
    links: await linkedStories(sql, row.id),
    timeline: entries.map(({ item, firstOfPublisher, newFigures }) => ({
      item: Number(item),
      firstOfPublisher,
      newFigures,
    })),
  };
}

/**
 * The story of an item with what of the item's text earlier reports had told, and what the others add to it. Null
 * while the item is not grouped, undefined when there is no such item.
 */
export async function storyOfItem(
  sql: Sql,
  itemId: number,
  now: number,
): Promise<ItemStory | null | undefined> {
  const item = await itemById(sql, itemId);
  if (item === null) return undefined;
  const living = item.story === null ? null : await livingStory(sql, item.story.id);
  const row = living === null ? null : await storyRow(sql, living);
  if (row === null) return null;
  const texts = await storyTexts(sql, row.id);
  const own = bodyOf({ text: item.revision.contentText, summary: item.revision.summary });
  const earlier = texts
    .filter(({ id }) => id < itemId)
    .map((other) => ({ id: String(other.id), text: bodyOf(other) }));
  const told = novelty(item.revision.contentText, earlier).sentences.flatMap(
    ({ start, end, novel, seenIn }) => (novel || seenIn === null ? [] : [{ start, end, by: Number(seenIn) }]),
  );
  const others = texts
    .filter(({ id }) => id !== itemId)
    .sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1));
  const seen = { id: String(itemId), text: `${item.revision.title}.\n${own}` };
  const adds = others.slice(0, MOST_COMPARED).map((other) => addedBy(other, seen));
  return { ...(await withReports(sql, row, texts, now)), told, adds };
}

const bodyOf = ({ text, summary }: { text: string; summary: string }): string => text || summary;

function addedBy(other: ItemToGroup, seen: { id: string; text: string }): ReportAdds {
  const { sentences } = novelty(bodyOf(other), [seen]);
  const novel = sentences.filter((sentence) => sentence.novel);
  return {
    item: other.id,
    novel: novel.length,
    sentences: sentences.length,
    first: novel[0]?.text ?? null,
    newFigures: [...new Set(novel.flatMap(({ newFigures }) => newFigures))].slice(0, 8),
  };
}
