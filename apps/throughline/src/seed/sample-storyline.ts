import { type SampleRun, sampleGuid, sampleItems, sampleStoryline } from '@throughline/sample-wire';
import type { BlockNode } from '@throughline/schema';
import {
  type CitableRevision,
  citableRevisionsByGuid,
  type Database,
  insertStoryline,
  readSetting,
  writeSetting,
} from '@throughline/store';
import { quoteOf } from '@throughline/storylines';

const SETTING = 'sample-storyline';
const LOOK_EVERY_MS = 500;

/**
 * Lays the finished sample storyline onto a new desk, as soon as the items that it cites have come in. Done once
 * in a desk's life: whoever removes it is rid of it.
 *
 * @returns ends the waiting.
 */
export function seedSampleStoryline(db: Database): () => Promise<void> {
  const ended = new AbortController();
  const work = (async () => {
    if ((await readSetting(db, SETTING)) !== null) return;
    while (!ended.signal.aborted && !(await tryOnce(db))) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  })().catch(() => {
    // The database went away while the desk stopped; the next start tries again.
  });
  return () => {
    ended.abort();
    return work;
  };
}

/** @returns false while a cited item is missing. */
async function tryOnce(db: Database): Promise<boolean> {
  const keys = new Set(sampleStoryline.citations.map((citation) => citation.item));
  const guids = new Map(
    sampleItems.filter((item) => keys.has(item.key)).map((item) => [sampleGuid(item), item.key]),
  );
  const rows = await citableRevisionsByGuid(db, [...guids.keys()]);
  const revisions = new Map(rows.map((row) => [guids.get(row.guid), row]));
  if (revisions.size < keys.size) return false;
  const id = await insertStoryline(db, wholeStoryline(revisions));
  await writeSetting(db, SETTING, { id });
  return true;
}

function wholeStoryline(revisions: ReadonlyMap<string | undefined, CitableRevision>) {
  const { slug, headline, standfirst, bylines, dateline, language, topics, sections, claims } =
    sampleStoryline;
  const numberOf = new Map(sampleStoryline.citations.map((citation, index) => [citation.id, index + 1]));
  const number = (id: string) => numberOf.get(id) ?? 0;
  return {
    slug,
    headline,
    standfirst,
    bylines: [...bylines],
    dateline,
    // The wire's dates are moved to the present, and the piece with them.
    date: new Date().toISOString().slice(0, 10),
    language,
    topics: [...topics],
    sections: sections.map(({ title, slot, paragraphs }) => ({
      title,
      slot,
      blocks: paragraphs.map((runs) => paragraph(runs, number)),
    })),
    citations: sampleStoryline.citations.map(({ id, item, exact }) =>
      citation(number(id), revisions.get(item), exact),
    ),
    claims: claims.map(({ kind, text, evidence, against }) => ({
      kind,
      text,
      evidence: evidence.map(number),
      against: against.map(number),
    })),
  };
}

function paragraph(runs: readonly SampleRun[], number: (id: string) => number): BlockNode {
  return {
    type: 'paragraph',
    content: runs.map((run) =>
      'text' in run
        ? { type: 'text', text: run.text }
        : { type: 'citation', attrs: { citation: number(run.citation) } },
    ),
  };
}

function citation(number: number, revision: CitableRevision | undefined, exact: string) {
  const quote = revision === undefined ? null : quoteOf(revision, exact);
  if (revision === undefined || quote === null)
    throw new Error(`“${exact}” does not stand in the sample wire`);
  return { number, itemId: revision.itemId, revisionId: revision.revisionId, quote };
}
