import { NewSource, type Said, type Source } from '@throughline/schema';
import { parseOpml } from './parse-opml.ts';
import { writeOpml } from './write-opml.ts';

/** The sources that an OPML text lists, and what of it could not be used. */
export function sourcesOfOpml(text: string): { sources: NewSource[]; problems: Said[] } {
  const { outlines, problems } = parseOpml(text);
  const sources: NewSource[] = [];
  const refused: Said[] = [];
  for (const { xmlUrl, title, language, folders } of outlines) {
    const source = NewSource.safeParse({
      url: xmlUrl,
      title: title.slice(0, 300),
      ...(language === null ? {} : { language: language.slice(0, 35) }),
      folders: folders.filter((folder) => folder.trim() !== ''),
    });
    if (source.success) sources.push(source.data);
    else
      refused.push({ code: 'entry_bad_address', named: title.slice(0, 300), address: xmlUrl.slice(0, 200) });
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
