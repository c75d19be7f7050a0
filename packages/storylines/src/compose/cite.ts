import type { BlockNode } from '@throughline/schema';

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
