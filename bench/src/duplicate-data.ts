import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFeed } from '@throughline/feeds';
import { ClusterCommandInput } from '@throughline/schema';
import type { StoryItem } from '@throughline/stories';
import { foldText } from '@throughline/text';

/** An item of the evaluation data; its `id` names it by what it says, so labels can be kept without its text. */
export type DataItem = StoryItem & { id: string };

const FEED = /\.(?:xml|rss|atom|rdf)$/i;

const { text: optional } = ClusterCommandInput.shape;
const Line = ClusterCommandInput.omit({ id: true }).extend({ summary: optional, from: optional });

/**
 * All items under the directories: of feeds (as they were served) and of `.jsonl` files (lines `{title, summary?, text?,
 * url?, publisher?, publishedAt?}`), each once, in order of time; undated ones first. Files that are neither a feed
 * nor items are passed over.
 */
export async function readDuplicateData(directories: readonly string[]): Promise<DataItem[]> {
  const items = new Map<string, DataItem>();
  for (const path of directories.flatMap(filesUnder)) {
    if (FEED.test(path)) for (const item of await itemsOfFeed(path)) items.set(item.id, item);
    if (path.endsWith('.jsonl')) for (const item of itemsOfLines(path)) items.set(item.id, item);
  }
  return [...items.values()].sort((a, b) => timeOf(a) - timeOf(b) || (a.id < b.id ? -1 : 1));
}

/** Milliseconds since 1970, 0 without a date. */
export const timeOf = (item: StoryItem): number => Date.parse(item.publishedAt ?? '') || 0;

const filesUnder = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => join(directory, name));

async function itemsOfFeed(path: string): Promise<DataItem[]> {
  const result = await parseFeed(readFileSync(path), { url: 'https://feed.example/', contentType: null });
  if (!result.ok) return [];
  const { feed } = result;
  return result.items.map((item) =>
    named({
      title: item.title ?? '',
      summary: item.summary,
      text: item.contentText,
      url: item.url,
      publisher: feed.title,
      publishedAt: item.publishedAt ?? item.updatedAt,
      language: item.language ?? feed.language,
    }),
  );
}

function itemsOfLines(path: string): DataItem[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const row = Line.safeParse(line.trim() === '' ? null : JSON.parse(line));
      if (!row.success) return [];
      const { from, ...item } = row.data;
      return [named({ ...item, publisher: item.publisher ?? from ?? null })];
    });
}

function named(item: Omit<StoryItem, 'id'>): DataItem {
  const said = [item.publisher, item.url, item.title, item.text || item.summary].map((part) =>
    foldText(part ?? ''),
  );
  return { id: createHash('sha256').update(said.join('\n')).digest('hex').slice(0, 12), ...item };
}
