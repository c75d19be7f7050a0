import { describe, expect, it } from 'vitest';
import { suggest } from './completion.ts';

const values = {
  topic: [
    { value: 'tariffs', label: 'Tariffs' },
    { value: 'unsc', label: 'UN Security Council' },
  ],
  publisher: [{ value: 'Évening Post' }, { value: 'Dawn' }],
};
const at = (marked: string) => {
  const caret = marked.indexOf('|');
  return suggest(marked.replace('|', ''), caret, values);
};

describe('suggest', () => {
  it('offers fields on an empty line and for the beginning of one', () => {
    expect(at('|')[0]?.text).toBe('topic:');
    expect(at('textiles so|').map(({ text, query }) => [text, query])).toEqual([
      ['source:', 'textiles source:'],
    ]);
  });

  it('offers nothing between words, and nothing for a word that begins no field', () => {
    expect([at('textiles |'), at('zebra|'), at('nofield:x|')]).toEqual([[], [], []]);
  });

  it('offers values by their name or by what people call them', () => {
    expect(at('topic:sec|')).toEqual([
      { text: 'unsc', label: 'UN Security Council', field: 'topic', query: 'topic:unsc ', caret: 11 },
    ]);
  });

  it('keeps what stands around the word, and its sign', () => {
    expect(at('a1 -topic:tar|xyz b1')[0]).toMatchObject({ query: 'a1 -topic:tariffs b1', caret: 18 });
    expect(at('(topic:un|')[0]?.query).toBe('(topic:unsc ');
  });

  it('quotes names with spaces, also when the quotation mark is already there', () => {
    expect(at('publisher:éve|')[0]?.query).toBe('publisher:"Évening Post" ');
    expect(at('publisher:"évening po|')[0]?.query).toBe('publisher:"Évening Post" ');
  });
});
