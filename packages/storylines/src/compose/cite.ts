import type { BlockNode, InlineNode } from '@throughline/schema';

/** The words of an item's revision, as they are stored. */
export interface CitableText {
  title: string;
  summary: string;
  contentText: string;
}

/** A quote with its place: UTF-16 offsets into the text that it was found in, and up to 40 characters around it. */
export interface FoundQuote {
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
}

const CONTEXT = 40;
const FIRST_SENTENCE_AT_MOST = 400;

/**
 * Finds the words to cite in an item: `exact` as given, else the first sentence. The text is searched first, then
 * the summary, then the title (a teaser has nothing else).
 *
 * @returns null when the words do not stand there, letter for letter.
 */
export function quoteOf(source: CitableText, exact?: string): FoundQuote | null {
  const texts = [source.contentText, source.summary, source.title].filter((text) => text.trim() !== '');
  for (const text of texts) {
    const words = exact ?? firstSentence(text);
    const start = text.indexOf(words);
    if (start >= 0 && words !== '') return place(text, start, start + words.length);
  }
  return null;
}

function place(text: string, start: number, end: number): FoundQuote {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
    start,
    end,
  };
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

function firstSentence(text: string): string {
  for (const { segment } of sentences.segment(text)) {
    const sentence = segment.trim();
    if (sentence !== '') return sentence.slice(0, FIRST_SENTENCE_AT_MOST);
  }
  return '';
}

/** Appends a quotation that ends in its footnote to a section's text; an empty last paragraph makes room for it. */
export function withCitation(blocks: readonly BlockNode[], words: string, citation: number): BlockNode[] {
  const last = blocks.at(-1);
  const kept = last?.type === 'paragraph' && (last.content ?? []).length === 0 ? blocks.slice(0, -1) : blocks;
  return [
    ...kept,
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: `“${words}” ` },
        { type: 'citation', attrs: { citation } },
      ],
    },
  ];
}

/**
 * Takes a citation back out of a section's text, with the quotation that {@link withCitation} put before it if that
 * still stands just so. Whatever else was written there stays.
 */
export function withoutCitation(blocks: readonly BlockNode[], words: string, citation: number): BlockNode[] {
  return blocks.flatMap((block) => {
    const rest = withoutIn(block, `“${words}” `, citation);
    if (rest === block) return [block];
    const emptied = rest.type === 'paragraph' && (rest.content ?? []).length === 0;
    return emptied ? [] : [rest];
  });
}

type AnyNode = BlockNode | InlineNode | { type: 'listItem'; content: AnyNode[] };

function withoutIn<N extends AnyNode>(node: N, quotation: string, citation: number): N {
  if (!('content' in node) || node.content === undefined) return node;
  const content: AnyNode[] = [];
  let found = false;
  for (const child of node.content) {
    if (child.type === 'citation' && child.attrs.citation === citation) {
      found = true;
      const before = content.at(-1);
      if (before?.type !== 'text' || !before.text.endsWith(quotation)) continue;
      const text = before.text.slice(0, -quotation.length);
      content.splice(-1, 1, ...(text === '' ? [] : [{ ...before, text }]));
    } else {
      const rest = withoutIn<AnyNode>(child, quotation, citation);
      found ||= rest !== child;
      content.push(rest);
    }
  }
  return found ? ({ ...node, content } as N) : node;
}

/** Appends what a point says, with its footnotes; an empty last paragraph makes room for it. */
export function withPoint(
  blocks: readonly BlockNode[],
  { text, citations }: { text: string; citations: readonly number[] },
): BlockNode[] {
  const last = blocks.at(-1);
  const kept = last?.type === 'paragraph' && (last.content ?? []).length === 0 ? blocks.slice(0, -1) : blocks;
  const notes = citations.map((citation) => ({ type: 'citation' as const, attrs: { citation } }));
  return [...kept, { type: 'paragraph', content: [{ type: 'text', text: `${text} ` }, ...notes] }];
}
