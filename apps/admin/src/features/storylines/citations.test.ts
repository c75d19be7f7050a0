import type { BlockNode } from '@throughline/schema';
import { describe, expect, it } from 'vitest';
import { citationsIn, countWords, numberCitations } from './citations.ts';

const cite = (citation: number) => ({ type: 'citation' as const, attrs: { citation } });
const text = (words: string) => ({ type: 'text' as const, text: words });
const paragraph = (...content: (ReturnType<typeof cite> | ReturnType<typeof text>)[]): BlockNode => ({
  type: 'paragraph',
  content,
});

describe('citations', () => {
  it('are found in paragraphs, quotes and nested lists, in order', () => {
    const blocks: BlockNode[] = [
      paragraph(text('a'), cite(7)),
      { type: 'blockquote', content: [{ type: 'paragraph', content: [cite(3)] }] },
      {
        type: 'bulletList',
        content: [
          {
            type: 'listItem',
            content: [
              { type: 'paragraph', content: [cite(9)] },
              {
                type: 'orderedList',
                content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [cite(7)] }] }],
              },
            ],
          },
        ],
      },
      { type: 'paragraph' },
    ];
    expect(citationsIn(blocks)).toEqual([7, 3, 9, 7]);
  });

  it('are numbered through all sections by where they first stand', () => {
    const numbers = numberCitations([[paragraph(cite(7), cite(3))], [paragraph(cite(3), cite(1))]]);
    expect([...numbers]).toEqual([
      [7, 1],
      [3, 2],
      [1, 3],
    ]);
  });
});

describe('countWords', () => {
  it('counts words of any script, and figures', () => {
    expect(countWords([paragraph(text('A 29% tariff — the mill’s worst'), cite(1))])).toBe(6);
    expect(countWords([paragraph(text('پاکستان کی برآمدات پر 29 فیصد'))])).toBe(6);
  });
});
