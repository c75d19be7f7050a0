import type { BlockNode, StorylineDocument } from '@throughline/schema';
import { inlineNodes, orderedSections } from './footnotes.ts';
import { oneLine } from './well-formed.ts';

/** The words of a block, without marks and footnotes. */
export function blockText(block: BlockNode): string {
  return oneLine(
    inlineNodes(block)
      .map((node) => (node.type === 'text' ? node.text : node.type === 'hardBreak' ? ' ' : ''))
      .join(''),
  );
}

/** The piece's own words: titles and paragraphs, one a line. */
export function documentText(document: Pick<StorylineDocument, 'sections'>): string {
  return orderedSections(document)
    .flatMap((section) => [oneLine(section.title), ...section.blocks.map(blockText)])
    .filter((line) => line !== '')
    .join('\n');
}

/** Words as readers count them: runs of letters and digits; scripts without spaces count about two signs a word. */
export function wordCount(text: string): number {
  const spaced = text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’\u200c-]*/gu)?.length ?? 0;
  const unspaced =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  return spaced + Math.floor(unspaced / 2);
}

type Readable = Pick<StorylineDocument, 'headline' | 'standfirst' | 'sections'>;

/** Words, and minutes of reading at 230 words a minute (Brysbaert 2019: silent reading of English prose). */
export function readingStats(document: Readable): { words: number; minutes: number } {
  const words = wordCount([document.headline, document.standfirst, documentText(document)].join('\n'));
  return { words, minutes: Math.max(1, Math.round(words / 230)) };
}
