import type { StorylineDocument } from '@throughline/schema';
import { diffWords, type WordChange } from '../evidence/diff-words.ts';
import { orderedSections } from '../export/footnotes.ts';
import { blockText } from '../export/plain-text.ts';

/** What became of one section between two revisions. */
export interface SectionChange {
  id: number;
  kind: 'same' | 'changed' | 'added' | 'removed';
  /** It stands elsewhere among the sections that both revisions have. */
  moved: boolean;
  title: WordChange[];
  /** The section's words, a paragraph a line. */
  text: WordChange[];
}

/** The difference between two revisions of one storyline, in the order of the later; removed sections come last. */
export interface RevisionComparison {
  headline: WordChange[];
  standfirst: WordChange[];
  sections: SectionChange[];
  /** Ids of citations, and of claims, that came and went. */
  citations: { added: number[]; removed: number[] };
  claims: { added: number[]; removed: number[] };
}

/** Compares two saved states of a storyline, section by section. */
export function compareRevisions(before: StorylineDocument, after: StorylineDocument): RevisionComparison {
  const old = new Map(orderedSections(before).map((section) => [section.id, section]));
  const kept = orderedSections(after).filter(({ id }) => old.has(id));
  const oldOrder = [...old.keys()].filter((id) => kept.some((section) => section.id === id));
  const sections = orderedSections(after).map((section) => {
    const place = kept.indexOf(section);
    return sectionChange(old.get(section.id), section, place >= 0 && oldOrder[place] !== section.id);
  });
  const present = new Set(after.sections.map(({ id }) => id));
  const removed = [...old.values()].filter(({ id }) => !present.has(id));
  return {
    headline: diffWords(before.headline, after.headline),
    standfirst: diffWords(before.standfirst, after.standfirst),
    sections: [...sections, ...removed.map((section) => sectionChange(section, undefined, false))],
    citations: comings(before.citations, after.citations),
    claims: comings(before.claims, after.claims),
  };
}

type Section = StorylineDocument['sections'][number];

function sectionChange(
  before: Section | undefined,
  after: Section | undefined,
  moved: boolean,
): SectionChange {
  const title = diffWords(before?.title ?? '', after?.title ?? '');
  const text = diffWords(wordsOf(before), wordsOf(after));
  const same = [...title, ...text].every(({ kind }) => kind === 'same');
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : same ? 'same' : 'changed';
  return { id: after?.id ?? before?.id ?? 0, kind, moved, title, text };
}

const wordsOf = (section: Section | undefined) => (section?.blocks ?? []).map(blockText).join('\n');

function comings(before: readonly { id: number }[], after: readonly { id: number }[]) {
  const only = (list: readonly { id: number }[], other: readonly { id: number }[]) =>
    list.map(({ id }) => id).filter((id) => !other.some((item) => item.id === id));
  return { added: only(after, before), removed: only(before, after) };
}
