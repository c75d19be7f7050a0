import { publisherByKey, type SampleSource } from '../sources.ts';
import { escapeMarkup as x } from './markup.ts';

/** OPML 2.0 of all sources, a folder a publisher. */
export function renderOpml(sources: readonly SampleSource[], origin: string): string {
  const publishers = [...new Set(sources.map((source) => source.publisher))];
  const outline = (source: SampleSource): string =>
    `<outline type="rss" text="${x(source.title)}" title="${x(source.title)}" xmlUrl="${x(origin + source.path)}" htmlUrl="${x(`${origin}/${source.publisher}/`)}" language="${source.language}"/>`;
  const folders = publishers.map((key) => {
    const own = sources.filter((source) => source.publisher === key);
    return `<outline text="${x(publisherByKey(key).name)}">\n${own.map(outline).join('\n')}\n</outline>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
<head><title>Throughline sample wire</title></head>
<body>
${folders.join('\n')}
</body>
</opml>
`;
}
