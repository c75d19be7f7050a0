import type { StorylineDocument } from '@throughline/schema';
import { numberFootnotes, orderedSections } from './footnotes.ts';
import { blockText } from './plain-text.ts';
import { cameOut, type PublishedFrame } from './published-frame.ts';
import { oneLine, safeHref, safeImage } from './well-formed.ts';

/** schema.org NewsArticle of a storyline, with what it cites. */
export function newsArticle(document: StorylineDocument, frame?: PublishedFrame): Record<string, unknown> {
  const url = frame?.address ?? document.url;
  const news = orderedSections(document).filter(
    ({ slot, at }) => slot !== 'chapter' && slot !== 'context' && at !== null,
  );
  const image = document.hero === null ? null : safeImage(document.hero.url);
  return {
    '@context': 'https://schema.org',
    // A piece that goes on being told is a live blog as well.
    '@type': news.length > 0 ? ['NewsArticle', 'LiveBlogPosting'] : 'NewsArticle',
    headline: oneLine(document.headline),
    ...(document.standfirst ? { description: oneLine(document.standfirst) } : {}),
    ...(url === null ? {} : { url, mainEntityOfPage: url }),
    inLanguage: document.language,
    ...dates(document, frame),
    version: document.revision,
    author: document.bylines.map((name) => ({ '@type': 'Person', name: oneLine(name) })),
    ...(document.dateline ? { dateline: oneLine(document.dateline) } : {}),
    about: document.topics.map((topic) => ({ '@type': 'Thing', name: oneLine(topic.name) })),
    ...(image?.startsWith('http') ? { image } : {}),
    ...(news.length > 0 ? { liveBlogUpdate: news.map((section) => posting(section, 'BlogPosting')) } : {}),
    ...corrections(document, frame),
    citation: cited(document),
  };
}

type Section = StorylineDocument['sections'][number];

function posting(section: Section, type: 'BlogPosting' | 'CorrectionComment'): Record<string, unknown> {
  const text = section.blocks.map(blockText).join('\n');
  return {
    '@type': type,
    ...(type === 'BlogPosting' ? { headline: oneLine(section.title), articleBody: text } : { text }),
    ...(section.at === null ? {} : { datePublished: section.at }),
  };
}

function dates(document: StorylineDocument, frame: PublishedFrame | undefined) {
  if (frame) return { datePublished: cameOut(frame), dateModified: frame.version.at };
  return {
    ...(document.date === null ? {} : { datePublished: document.date }),
    dateModified: document.updatedAt,
  };
}

function corrections(document: StorylineDocument, frame: PublishedFrame | undefined) {
  const sections = orderedSections(document).filter(({ slot }) => slot === 'correction');
  const logged = (frame?.publication.versions ?? []).filter(
    ({ kind, number }) => kind === 'correction' && number <= (frame?.version.number ?? 0),
  );
  const correction = [
    ...sections.map((section) => posting(section, 'CorrectionComment')),
    ...logged.map(({ note, at }) => ({
      '@type': 'CorrectionComment',
      text: oneLine(note),
      datePublished: at,
    })),
  ];
  return correction.length === 0 ? {} : { correction };
}

function cited(document: StorylineDocument): Record<string, unknown>[] {
  const items = new Map(
    numberFootnotes(document).all.map((note) => [note.citation.item.id, note.citation.item]),
  );
  return [...items.values()].map((item) => {
    const url = safeHref(item.url);
    return {
      '@type': 'CreativeWork',
      name: oneLine(item.title),
      ...(url === null ? {} : { url }),
      publisher: { '@type': 'Organization', name: oneLine(item.publisher) },
      ...(item.publishedAt === null ? {} : { datePublished: item.publishedAt }),
    };
  });
}

/** JSON that cannot leave a `<script>` element, whatever its strings say. */
export function scriptSafeJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
