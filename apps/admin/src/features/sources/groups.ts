import type { Source } from '@throughline/schema';

export interface SourceGroup {
  name: string;
  sources: Source[];
}

interface Grouping {
  by: 'publisher' | 'folder';
  /** Words that all have to be in the name, address, publisher or folders. */
  filter: string;
  /** Only those that need somebody. */
  trouble: boolean;
  /** The heading of those in no folder. */
  noFolder: string;
}

export const inTrouble = (source: Source): boolean =>
  source.needsHand || source.state === 'failing' || source.state === 'gone';

/** The sources to show, under their headings in the order of the alphabet; one in two folders stands in both. */
export function groupSources(sources: readonly Source[], grouping: Grouping): SourceGroup[] {
  const words = grouping.filter.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<string, Source[]>();
  for (const source of sources) {
    if (grouping.trouble && !inTrouble(source)) continue;
    const text = [source.title, source.url, source.publisher.name, ...source.folders]
      .join(' ')
      .toLocaleLowerCase();
    if (!words.every((word) => text.includes(word))) continue;
    for (const name of headings(source, grouping)) groups.set(name, [...(groups.get(name) ?? []), source]);
  }
  return [...groups]
    .map(([name, members]) => ({ name, sources: members.toSorted((a, b) => compare(a.title, b.title)) }))
    .toSorted(
      (a, b) =>
        Number(a.name === grouping.noFolder) - Number(b.name === grouping.noFolder) ||
        compare(a.name, b.name),
    );
}

const headings = (source: Source, { by, noFolder }: Grouping): readonly string[] => {
  if (by === 'publisher') return [source.publisher.name];
  return source.folders.length === 0 ? [noFolder] : source.folders;
};

const { compare } = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });
