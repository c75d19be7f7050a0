import { baseLanguage, findEntities, guessLanguage } from '@throughline/text';
import { figuresOf } from '../duplicates/figures.ts';

/** What of a story can be compared across languages. */
export interface StoryProfile {
  id: string;
  /** ISO 639-1 code of most reports; null when unknown. */
  language: string | null;
  /** Known entities with the number of reports that name them. */
  entities: ReadonlyMap<string, number>;
  figures: ReadonlySet<string>;
  topics: ReadonlySet<string>;
  /** Milliseconds since 1970 of the earliest and latest report. */
  first: number;
  last: number;
}

/** What is read of a report for the profile of its story. */
export interface ProfiledItem {
  title: string;
  summary?: string | null | undefined;
  text?: string | null | undefined;
  language?: string | null | undefined;
  publishedAt?: string | null | undefined;
  topics?: readonly string[] | undefined;
}

/** Characters of the text that are read: names and figures that matter come early. */
const REACH = 1500;
/** Small figures ("two", "10") are everywhere. */
const TELLING_FIGURE = 2;

/** Reads the profile of a story from its reports. Names that the gazetteer does not know do not cross languages. */
export function profileStory(id: string, items: readonly ProfiledItem[]): StoryProfile {
  const entities = new Map<string, number>();
  const figures = new Set<string>();
  const languages = new Map<string, number>();
  const times: number[] = [];
  for (const item of items) {
    const text = `${item.title}\n${(item.summary || item.text || '').slice(0, REACH)}`;
    for (const entity of new Set(findEntities(text).map((mention) => mention.id)))
      if (!entity.startsWith('name:')) entities.set(entity, (entities.get(entity) ?? 0) + 1);
    for (const figure of figuresOf(text)) if (figure.length >= TELLING_FIGURE) figures.add(figure);
    const language = baseLanguage(item.language) ?? guessLanguage(text)?.language;
    if (language !== undefined) languages.set(language, (languages.get(language) ?? 0) + 1);
    const time = Date.parse(item.publishedAt ?? '');
    if (!Number.isNaN(time)) times.push(time);
  }
  return {
    id,
    language: commonest(languages),
    entities,
    figures,
    topics: new Set(items.flatMap((item) => item.topics ?? [])),
    first: times.reduce((a, b) => Math.min(a, b), times[0] ?? 0),
    last: times.reduce((a, b) => Math.max(a, b), times[0] ?? 0),
  };
}

function commonest(counts: Map<string, number>): string | null {
  let best: string | null = null;
  for (const [key, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = key;
  return best;
}
