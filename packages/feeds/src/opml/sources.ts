import { NewSource, type Source } from '@throughline/schema';
import { parseOpml } from './parse-opml.ts';
import { writeOpml } from './write-opml.ts';

/** The sources that an OPML text lists, and what of it could not be used, as sentences for people. */
export function sourcesOfOpml(text: string): { sources: NewSource[]; problems: string[] } {
  const { outlines, problems } = parseOpml(text);
  const sources: NewSource[] = [];
  const refused: string[] = [];
  for (const { xmlUrl, title, language, folders } of outlines) {
    const source = NewSource.safeParse({
      url: xmlUrl,
      title: title.slice(0, 300),
      ...(language === null ? {} : { language: language.slice(0, 35) }),
      folders: folders.filter((folder) => folder.trim() !== ''),
    });
    if (source.success) sources.push(source.data);
    else refused.push(`“${title}” was left out: ${source.error.issues[0]?.message ?? 'it cannot be read'}`);
  }
  return { sources, problems: [...problems, ...refused] };
}

/** All sources as OPML 2.0, in their folders. */
export function opmlOfSources(sources: readonly Source[]): string {
  return writeOpml({
    title: 'Throughline sources',
    outlines: sources.map(({ title, url, siteUrl, language, folders }) => ({
      title,
      xmlUrl: url,
      htmlUrl: siteUrl,
      language,
      folders,
    })),
  });
}
