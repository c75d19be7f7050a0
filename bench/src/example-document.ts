import { contentHash } from '@throughline/feeds';
import {
  revisionAt,
  type SampleItem,
  type SampleRun,
  sampleItems,
  samplePath,
  samplePublishers,
  sampleSources,
  sampleStoryline,
  sampleWireNow,
} from '@throughline/sample-wire';
import type { BlockNode, Citation, CitationSource, StorylineDocument } from '@throughline/schema';
import { judgedDocument, quoteOf } from '@throughline/storylines';

/** Minutes after which the desk of the example had read what a publisher had written. */
const READ_AFTER = 5;

const numberOf = new Map(sampleStoryline.citations.map(({ id }, index) => [id, index + 1]));
const number = (id: string) => numberOf.get(id) ?? 0;
const itemOf = (key: string): SampleItem => {
  const item = sampleItems.find((candidate) => candidate.key === key);
  if (item === undefined) throw new Error(`the sample wire has no item ${key}`);
  return item;
};

/**
 * The finished sample storyline as a desk would hold it that had followed the sample wire on the wire's own days: real
 * quotes with their places, real hashes, claims judged by the rules of the desk. The same on every machine.
 */
export function exampleDocument(): StorylineDocument {
  const { slug, headline, standfirst, bylines, dateline, date, language, sections, claims } = sampleStoryline;
  return judgedDocument({
    schemaVersion: 1,
    id: 1,
    slug,
    url: null,
    headline,
    standfirst,
    bylines: [...bylines],
    dateline,
    date,
    language,
    direction: 'ltr',
    topics: [
      { id: 'isis-k', name: 'ISIS-K', version: '1' },
      { id: 'tariffs', name: 'Tariffs', version: '1' },
      { id: 'unsc', name: 'UN Security Council', version: '1' },
      { id: 'climate', name: 'Climate change', version: '1' },
    ],
    hero: null,
    status: 'open',
    revision: 1,
    updatedAt: sampleWireNow.toISOString(),
    sections: sections.map(({ title, slot, paragraphs }, position) => ({
      id: position + 1,
      title,
      slot,
      position,
      at: slot === 'development' ? sampleWireNow.toISOString() : null,
      blocks: paragraphs.map(paragraph),
      version: 1,
    })),
    citations: sampleStoryline.citations.map(citation),
    claims: claims.map(({ kind, text, evidence, against }, index) => ({
      id: index + 1,
      kind,
      text,
      evidence: evidence.map(number),
      against: against.map(number),
      reason: '',
    })),
    sources: sampleStoryline.citations.map(source),
  });
}

function paragraph(runs: readonly SampleRun[]): BlockNode {
  return {
    type: 'paragraph',
    content: runs.map((run) =>
      'text' in run
        ? { type: 'text', text: run.text }
        : { type: 'citation', attrs: { citation: number(run.citation) } },
    ),
  };
}

function citation({ id, item: key, exact }: (typeof sampleStoryline.citations)[number]): Citation {
  const item = itemOf(key);
  const revision = revisionAt(item, sampleWireNow);
  const source = sampleSources.find((candidate) => candidate.key === item.source);
  const publisher = samplePublishers.find((candidate) => candidate.key === source?.publisher);
  if (revision === null || source === undefined || publisher === undefined)
    throw new Error(`${key} is not out yet`);
  const [teaser = ''] = revision.paragraphs;
  const words = {
    title: revision.title,
    summary: teaser,
    contentText: item.teaser ? '' : revision.paragraphs.join('\n\n'),
  };
  const quote = quoteOf(words, exact);
  if (quote === null) throw new Error(`“${exact}” does not stand in ${key}`);
  const itemId = sampleItems.indexOf(item) + 1;
  const revisionNumber = item.revisions.indexOf(revision) + 1;
  return {
    id: number(id),
    item: {
      id: itemId,
      url: new URL(samplePath(item), publisher.site).href,
      title: revision.title,
      publisher: publisher.name,
      publishedAt: item.revisions[0].at,
      fetchedAt: new Date(Date.parse(revision.at) + READ_AFTER * 60_000).toISOString(),
      language: item.language ?? source.language,
      contentHash: contentHash(words),
    },
    revision: { id: itemId * 10 + revisionNumber, number: revisionNumber },
    ...quote,
  };
}

/** Copies of one report count once. */
function source({ id, item: key }: (typeof sampleStoryline.citations)[number]): CitationSource {
  const report = itemOf(key).gold.duplicateOf ?? key;
  return { citation: number(id), report, later: null, check: null, nextCheckAt: null };
}
