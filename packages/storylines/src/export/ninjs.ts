import type { StorylineDocument } from '@throughline/schema';
import { numberFootnotes } from './footnotes.ts';
import { articleParts } from './html.ts';
import { joinNames, labelsFor } from './labels.ts';
import { manifestOf } from './manifest.ts';
import { documentText, wordCount } from './plain-text.ts';
import { oneLine, safeHref, safeImage } from './well-formed.ts';

/** The storyline's lasting name, whatever desk it is on. */
export const storylineUri = (document: StorylineDocument) =>
  `urn:throughline:storyline:${document.id}:${encodeURIComponent(document.slug)}`;

/** IPTC ninjs 3.0: the piece as a text item, its picture as an association, its sources as information sources. */
export function toNinjs(document: StorylineDocument): string {
  const { sections, backMatter } = articleParts(document);
  const plain = documentText(document);
  const labels = labelsFor(document.language);
  const uri = storylineUri(document);
  const item = {
    uri,
    type: 'text',
    representationType: 'full',
    profile: 'storyline',
    version: String(document.revision),
    versionCreated: document.updatedAt,
    ...(document.date === null ? {} : { contentCreated: `${document.date}T00:00:00Z` }),
    pubStatus: 'usable',
    language: document.language,
    title: oneLine(document.headline),
    slugline: document.slug,
    headlines: [{ role: 'main', contentType: 'text/plain', value: oneLine(document.headline) }],
    ...(document.standfirst === ''
      ? {}
      : {
          descriptions: [
            { role: 'standfirst', contentType: 'text/plain', value: oneLine(document.standfirst) },
          ],
        }),
    bodies: [
      {
        role: 'main',
        contentType: 'text/html',
        charCount: plain.length,
        wordCount: wordCount(plain),
        value: [...sections, backMatter].filter(Boolean).join('\n'),
      },
      {
        role: 'plain',
        contentType: 'text/plain',
        charCount: plain.length,
        wordCount: wordCount(plain),
        value: plain,
      },
    ],
    ...(document.bylines.length === 0 ? {} : { by: oneLine(joinNames(document.bylines, labels)) }),
    ...(document.dateline === null ? {} : { located: oneLine(document.dateline) }),
    subjects: document.topics.map((topic) => ({
      name: oneLine(topic.name),
      rel: 'about',
      literal: topic.id,
    })),
    infoSources: sourcesOf(document),
    ...associations(document, uri),
    altIds: [
      { role: 'slug', value: document.slug },
      { role: 'manifest', value: manifestOf(document) },
    ],
    standard: {
      name: 'ninjs',
      version: '3.0',
      schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json',
    },
  };
  return `${JSON.stringify(item, null, 2)}\n`;
}

function sourcesOf(document: StorylineDocument) {
  const items = new Map(
    numberFootnotes(document).all.map(({ citation }) => [citation.item.id, citation.item]),
  );
  return [...items.values()].map((item) => {
    const uri = safeHref(item.url);
    return {
      name: oneLine(item.publisher),
      role: 'cited',
      ...(uri === null ? {} : { uri }),
      literal: oneLine(item.title),
    };
  });
}

function associations(document: StorylineDocument, uri: string) {
  const href = document.hero === null ? null : safeImage(document.hero.url);
  if (document.hero === null || href === null) return {};
  const { alt, caption, credit } = document.hero;
  const descriptions = [
    ...(caption ? [{ role: 'caption', value: oneLine(caption) }] : []),
    { role: 'alt', value: oneLine(alt) },
  ];
  const by = credit ? { by: oneLine(credit) } : {};
  return {
    associations: [
      {
        name: 'hero',
        uri: `${uri}:hero`,
        type: 'picture',
        ...by,
        descriptions,
        renditions: [{ name: 'main', href }],
      },
    ],
  };
}
