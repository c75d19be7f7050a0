import type { BlockNode } from '@throughline/schema';
import { expect, test } from 'vitest';
import { quoteOf, withCitation, withoutCitation } from './cite.ts';

const source = {
  title: 'A title',
  summary: 'Short. Really.',
  contentText:
    'Dr. Khan said no. The tariff is 29% now, on all textiles from Karachi and Lahore and beyond them.',
};

test('finds the words, their offsets and what stands around them', () => {
  const quote = quoteOf(source, 'The tariff is 29% now');
  expect(quote).toMatchObject({ start: 18, end: 39, prefix: 'Dr. Khan said no. ' });
  expect(source.contentText.slice(quote?.start, quote?.end)).toBe(quote?.exact);
  expect(quote?.suffix).toHaveLength(40);
});

test('falls back to the summary, then to the title; words that stand nowhere are refused', () => {
  expect(quoteOf(source, 'Really.')?.start).toBe(7);
  expect(quoteOf({ ...source, contentText: '', summary: '' })?.exact).toBe('A title');
  expect(quoteOf(source, 'the tariff is 29% now')).toBeNull();
});

test('a citation stands behind its words, in the place of an empty last paragraph', () => {
  const blocks = withCitation([{ type: 'paragraph' }], 'Words', 7);
  expect(blocks).toEqual([
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: '“Words” ' },
        { type: 'citation', attrs: { citation: 7 } },
      ],
    },
  ]);
});

test('a citation is taken back out with its words; what was written around it since stays', () => {
  const written: BlockNode = { type: 'paragraph', content: [{ type: 'text', text: 'Written since.' }] };
  const cited = withCitation([written], 'Words', 7);
  const other = withCitation([], 'Words', 8);
  expect(withoutCitation([...cited, ...other, written], 'Words', 7)).toEqual([written, ...other, written]);
  const note = { type: 'citation' as const, attrs: { citation: 7 } };
  const around = (before: string, ...after: string[]): BlockNode => ({
    type: 'blockquote',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: before },
          note,
          ...after.map((text) => ({ type: 'text' as const, text })),
        ],
      },
    ],
  });
  expect(withoutCitation([around('He said “Words” ', ', and left.')], 'Words', 7)).toEqual([
    {
      type: 'blockquote',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'He said ' },
            { type: 'text', text: ', and left.' },
          ],
        },
      ],
    },
  ]);
  expect(withoutCitation([around('Told otherwise ')], 'Words', 7)).toMatchObject([
    { content: [{ content: [{ text: 'Told otherwise ' }] }] },
  ]);
});
