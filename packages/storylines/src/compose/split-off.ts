import type { BlockNode, Citation, DocumentClaim, StorylineDocument } from '@throughline/schema';
import { inlineNodes, orderedSections } from '../export/footnotes.ts';
import { withCitation } from './cite.ts';

/** A storyline made from parts of another; its text and claims name the citations by the ids that they had there. */
interface SplitOff {
  headline: string;
  language: string;
  sections: Pick<StorylineDocument['sections'][number], 'title' | 'slot' | 'at' | 'blocks'>[];
  citations: Citation[];
  claims: Pick<DocumentClaim, 'kind' | 'text' | 'evidence' | 'against'>[];
}

type Whole = Pick<StorylineDocument, 'language' | 'sections' | 'citations'> & {
  claims: readonly SplitOff['claims'][number][];
};

/**
 * A storyline of its own from some citations of another: the sections, or parts of sections, that rest on them alone,
 * the claims likewise, and the words of those that the text mentions only among others.
 *
 * @param wanted ids of citations; those that are not there are passed over
 * @returns null when none of them is there.
 */
export function splitOff(document: Whole, wanted: readonly number[]): SplitOff | null {
  const ids = new Set(wanted);
  const citations = document.citations.filter(({ id }) => ids.has(id));
  const [first] = citations;
  if (first === undefined) return null;
  const own = new Set(citations.map(({ id }) => id));
  const sections = orderedSections(document).flatMap(({ title, slot, at, blocks }) => {
    if (restsOn(blocks, own)) return [{ title, slot, at, blocks }];
    const parts = blocks.filter((block) => restsOn([block], own));
    return parts.length === 0 ? [] : [{ title: '', slot, at, blocks: parts }];
  });
  const named = new Set(sections.flatMap(({ blocks }) => mentions(blocks)));
  const rest = citations.filter(({ id }) => !named.has(id));
  const quoted = rest.reduce<BlockNode[]>((blocks, { id, exact }) => withCitation(blocks, exact, id), []);
  return {
    headline: first.item.title.trim() || first.exact,
    language: mostOf(citations.map(({ item }) => item.language ?? document.language)) ?? document.language,
    sections: [
      ...sections,
      ...(rest.length === 0 ? [] : [{ title: '', slot: 'chapter' as const, at: null, blocks: quoted }]),
    ],
    citations,
    claims: document.claims
      .filter(
        ({ evidence, against }) =>
          evidence.length > 0 && [...evidence, ...against].every((id) => own.has(id)),
      )
      .map(({ kind, text, evidence, against }) => ({ kind, text, evidence, against })),
  };
}

const mentions = (blocks: readonly BlockNode[]) =>
  blocks.flatMap(inlineNodes).flatMap((node) => (node.type === 'citation' ? [node.attrs.citation] : []));

/** Text that names some of these citations, and no other. */
function restsOn(blocks: readonly BlockNode[], own: ReadonlySet<number>): boolean {
  const named = mentions(blocks);
  return named.length > 0 && named.every((id) => own.has(id));
}

function mostOf(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
