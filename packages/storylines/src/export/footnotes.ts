import type { BlockNode, Citation, InlineNode, ListNode, StorylineDocument } from '@throughline/schema';

/** A citation with its number and how often the text refers to it. */
export interface Footnote {
  number: number;
  citation: Citation;
  references: number;
}

export interface Footnotes {
  /** In the order of their numbers; citations that the text never names come last. */
  all: Footnote[];
  byCitation: Map<number, Footnote>;
  /** Ids that the text names and that the document does not hold. */
  missing: number[];
}

/** Sections in reading order. */
export function orderedSections(
  document: Pick<StorylineDocument, 'sections'>,
): StorylineDocument['sections'] {
  return document.sections.toSorted((a, b) => a.position - b.position || a.id - b.id);
}

/** All inline nodes of a block in reading order. */
export function inlineNodes(block: BlockNode): InlineNode[] {
  if (block.type === 'paragraph' || block.type === 'heading') return block.content ?? [];
  if (block.type === 'blockquote') return block.content.flatMap(inlineNodes);
  return (block as ListNode).content.flatMap((item) => item.content.flatMap(inlineNodes));
}

/** Numbers citations by their first mention in the text. */
export function numberFootnotes(document: StorylineDocument): Footnotes {
  const citations = new Map(document.citations.map((citation) => [citation.id, citation]));
  const byCitation = new Map<number, Footnote>();
  const missing = new Set<number>();
  const add = (id: number, references: number) => {
    const known = byCitation.get(id);
    const citation = citations.get(id);
    if (known) known.references += references;
    else if (citation) byCitation.set(id, { number: byCitation.size + 1, citation, references });
    else missing.add(id);
  };
  for (const section of orderedSections(document))
    for (const node of section.blocks.flatMap(inlineNodes))
      if (node.type === 'citation') add(node.attrs.citation, 1);
  for (const citation of document.citations) add(citation.id, 0);
  return { all: [...byCitation.values()], byCitation, missing: [...missing] };
}
