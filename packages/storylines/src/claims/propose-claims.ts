import type {
  BlockNode,
  ClaimKind,
  ClaimProposal,
  FoundClaim,
  InlineNode,
  StorylineDocument,
} from '@throughline/schema';
import { orderedSections } from '../export/footnotes.ts';
import { findClaims } from './find-claims.ts';

const KINDS: Record<FoundClaim['kind'], ClaimKind> = { quote: 'quote', quantity: 'figure', date: 'event' };
const STRENGTH: readonly ClaimKind[] = ['quote', 'figure', 'event', 'fact'];

/**
 * Sentences of a piece, and of the words that it cites, that hold something to check: one proposal a sentence, in
 * reading order, without those that are claims already. A sentence rests on the footnotes in it and right behind
 * it; one without any, on those of its paragraph.
 */
export function proposeClaims(document: StorylineDocument): ClaimProposal[] {
  const own = orderedSections(document).flatMap((section) =>
    section.blocks.flatMap((block) => proposalsOf(block, section.id, document.language)),
  );
  const cited = document.citations.flatMap((citation) =>
    checkable(citation.exact, citation.item.language).map(({ start: _start, end: _end, ...found }) => ({
      ...found,
      evidence: [citation.id],
      section: null,
    })),
  );
  return withoutRepeats([...own, ...cited], document);
}

interface Checkable {
  kind: ClaimKind;
  text: string;
  found: string[];
  start: number;
  end: number;
}

/** The sentences of a text that hold a figure, a quote or a date. */
function checkable(text: string, language: string | null): Checkable[] {
  const claims = findClaims(text, language);
  return sentencesOf(text, language).flatMap(({ start, end }) => {
    const inside = claims.filter((claim) => claim.start < end && claim.end > start);
    const kind = STRENGTH.find((name) => inside.some((claim) => KINDS[claim.kind] === name));
    const sentence = text.slice(start, end).trim();
    if (kind === undefined || sentence === '') return [];
    return [{ kind, text: sentence, found: inside.map((claim) => claim.text), start, end }];
  });
}

function sentencesOf(text: string, language: string | null): { start: number; end: number }[] {
  const segmenter = new Intl.Segmenter(wellFormed(language), { granularity: 'sentence' });
  return [...segmenter.segment(text)].map(({ index, segment }) => ({
    start: index,
    end: index + segment.length,
  }));
}

function wellFormed(language: string | null): string {
  try {
    return Intl.getCanonicalLocales(language ?? 'en')[0] ?? 'en';
  } catch {
    return 'en';
  }
}

function proposalsOf(block: BlockNode, section: number, language: string): ClaimProposal[] {
  return paragraphsOf(block).flatMap((inline) => {
    const { text, marks } = withMarks(inline);
    const all = unique(marks.map((mark) => mark.citation));
    return checkable(text, language).map(({ start, end, ...found }) => {
      const near = unique(
        marks.filter((mark) => mark.at > start && mark.at <= end).map((mark) => mark.citation),
      );
      return { ...found, evidence: near.length > 0 ? near : all, section };
    });
  });
}

/** The innermost paragraphs of a block: each with its own footnotes. */
function paragraphsOf(block: BlockNode): InlineNode[][] {
  if (block.type === 'paragraph') return [block.content ?? []];
  if (block.type === 'heading') return [];
  if (block.type === 'blockquote') return block.content.flatMap((inner) => paragraphsOf(inner as BlockNode));
  const items = block.content as { content: BlockNode[] }[];
  return items.flatMap((item) => item.content.flatMap(paragraphsOf));
}

/** The words, and where footnotes stand in them; one behind a full stop and a space still belongs to what it follows. */
function withMarks(inline: readonly InlineNode[]): {
  text: string;
  marks: { citation: number; at: number }[];
} {
  let text = '';
  const marks: { citation: number; at: number }[] = [];
  for (const node of inline) {
    if (node.type === 'text') text += node.text;
    else if (node.type === 'hardBreak') text += '\n';
    else marks.push({ citation: node.attrs.citation, at: text.trimEnd().length });
  }
  return { text, marks };
}

function withoutRepeats(proposals: readonly ClaimProposal[], document: StorylineDocument): ClaimProposal[] {
  const seen = new Set(document.claims.map((claim) => plain(claim.text)));
  return proposals.filter(({ text }) => {
    const key = plain(text);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const unique = (ids: readonly number[]) => [...new Set(ids)];
