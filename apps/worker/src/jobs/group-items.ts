import {
  describeStories,
  finishRebuild,
  isGroupingDue,
  type StoryDescription,
  type StoryToDescribe,
  storeStoryLinks,
  storiesToDescribe,
  storyProfiles,
} from '@throughline/store';
import {
  centralHeadline,
  crossLinks,
  type Origin,
  type OriginReport,
  origins,
  profileStory,
  publisherFamily,
} from '@throughline/stories';
import { shippedGazetteer } from '@throughline/text';
import type { Desk } from '../desk.ts';

const STORIES_AT_ONCE = 50;
/** Links between languages are sought among so many of the latest stories, of so many days. */
const LINKED_STORIES = 2_000;
const LINKED_DAYS = 14;
/** Names and figures kept of a story. */
const MOST_ENTITIES = 40;
const MOST_FIGURES = 40;

/** The same where there is anything to group; asked again and again. */
export async function groupWhatIsDue(desk: Desk): Promise<void> {
  if (await isGroupingDue(desk.db)) await groupItems(desk);
}

/**
 * Groups all items that are not grouped yet, then describes the stories that changed and links them. Only one worker
 * does, always the same: no queue, which would hand the work to whoever comes first.
 */
export async function groupItems(desk: Desk): Promise<void> {
  do {
    if (!(await desk.grouper.own(desk.db))) return;
  } while ((await desk.grouper.next(desk.db)) > 0);
  let described = 0;
  for (;;) {
    const stories = await storiesToDescribe(desk.db, STORIES_AT_ONCE);
    if (stories.length === 0) break;
    described += stories.length;
    await describeStories(desk.db, stories.map(describe));
  }
  if (described > 0) await linkStories(desk);
  await finishRebuild(desk.db);
}

function describe({ id, changes, name, items }: StoryToDescribe): StoryDescription {
  const tree = origins(items.map((item) => ({ ...item, id: String(item.id) })));
  const names = namesAsWritten(items);
  const profile = profileStory(id, items);
  const { byId } = shippedGazetteer();
  const entities = [...profile.entities].flatMap(([entity, reports]) => {
    const known = byId.get(entity);
    return known === undefined ? [] : [{ id: entity, name: known.name, type: known.type, reports }];
  });
  return {
    id,
    changes,
    headline: name ?? centralHeadline(items),
    independent: tree.independent,
    origins: tree.origins.map((origin) => ({
      source: names.get(origin.source ?? '') ?? origin.source,
      items: itemsOf(origin).map(Number),
    })),
    entities: entities
      .sort((a, b) => b.reports - a.reports || (a.id < b.id ? -1 : 1))
      .slice(0, MOST_ENTITIES),
    figures: [...profile.figures].slice(0, MOST_FIGURES),
    language: profile.language,
  };
}

/** By family: how its newsroom writes itself, "Cargo & Loom" for "cargo loom". */
function namesAsWritten(items: StoryToDescribe['items']): Map<string, string> {
  const names = new Map<string, string>();
  for (const { publisher, url } of items) {
    const family = publisherFamily(publisher, url);
    if (family !== null && publisher && !names.has(family)) names.set(family, publisher);
  }
  return names;
}

function itemsOf(origin: Origin): string[] {
  const walk = (report: OriginReport): string[] => [report.item, ...report.derived.flatMap(walk)];
  return origin.reports.flatMap(walk);
}

/** Links the latest stories that seem to be one event told in several languages. */
async function linkStories({ db }: Desk): Promise<void> {
  const stories = await storyProfiles(db, LINKED_DAYS, LINKED_STORIES);
  if (new Set(stories.map(({ language }) => language)).size < 2) return;
  const profiles = stories.map(({ entities, figures, topics, firstAt, lastAt, ...story }) => ({
    ...story,
    entities: new Map(entities.map(({ id, reports }) => [id, reports])),
    figures: new Set(figures),
    topics: new Set(topics),
    first: Date.parse(firstAt),
    last: Date.parse(lastAt),
  }));
  await storeStoryLinks(
    db,
    stories.map(({ id }) => id),
    crossLinks(profiles),
  );
}
