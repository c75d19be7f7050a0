import { expect, test } from 'vitest';
import { quoteOf, withCitation } from './cite.ts';

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
