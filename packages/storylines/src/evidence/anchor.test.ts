import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorQuote } from './anchor.ts';
import { diffWords } from './diff-words.ts';
import { watchQuote } from './watch.ts';

const text =
  'Officials spoke at noon. The blast killed 13 service members and wounded 45 others, they said. Talks go on.';
const exact = 'The blast killed 13 service members and wounded 45 others';
const anchor = {
  exact,
  prefix: 'Officials spoke at noon. ',
  suffix: ', they said.',
  start: text.indexOf(exact),
};

describe('anchorQuote', () => {
  it('knows few words by what stands around them', () => {
    const said = 'Duties rise. The rate on cotton is 29% from Monday on, he said. The old rate was 10%.';
    const at = said.indexOf('29%');
    const few = {
      exact: '29%',
      prefix: said.slice(Math.max(0, at - 40), at),
      suffix: said.slice(at + 3, at + 43),
      start: at,
    };
    expect(anchorQuote(said, few)?.kind).toBe('same');
    const edited = said.replace('29%', '19%').replace('10%', '29%');
    expect(anchorQuote(edited, few)).toMatchObject({ kind: 'changed', text: '19%' });
    expect(anchorQuote(`Later. ${said}`, few)?.kind).toBe('moved');
  });

  it('finds the words where they stood', () => {
    expect(anchorQuote(text, anchor)).toMatchObject({ kind: 'same', start: anchor.start, similarity: 1 });
  });

  it('follows words that moved, and picks the occurrence with the same surroundings', () => {
    const moved = `The blast killed 13 service members and wounded 45 others was the headline. Later. ${text}`;
    const found = anchorQuote(moved, anchor);
    expect(found).toMatchObject({ kind: 'moved', start: moved.lastIndexOf(exact) });
  });

  it('takes other typography for the same words', () => {
    const other = text.replace('killed 13 service', 'killed 13\u00a0 SERVICE');
    expect(anchorQuote(other, anchor)?.kind).toBe('moved');
  });

  it('finds the passage when the figures were edited, and says so', () => {
    const edited = text.replace('13', '14').replace('45 others', 'at least 60 others');
    expect(anchorQuote(edited, anchor)).toMatchObject({
      kind: 'changed',
      text: 'The blast killed 14 service members and wounded at least 60 others',
    });
  });

  it('does not take another passage for it', () => {
    expect(
      anchorQuote('Markets closed higher on Friday as the rupee gained and oil fell.', anchor),
    ).toBeNull();
    expect(anchorQuote('', anchor)).toBeNull();
    expect(anchorQuote(text, { ...anchor, exact: ' ' })).toBeNull();
  });

  it('keeps 1.5 and 15 apart', () => {
    const one = { exact: 'rose by 1.5 points in the month of May', prefix: '', suffix: '', start: 0 };
    expect(anchorQuote('rose by 15 points in the month of May', one)?.kind).toBe('changed');
  });
});

describe('watchQuote', () => {
  it('tells kept, changed with a diff, and gone', () => {
    expect(watchQuote(anchor, `New lead. ${text}`)).toMatchObject({ state: 'kept', diff: [] });
    const changed = watchQuote(anchor, text.replace('13', '14'));
    expect(changed.state).toBe('changed');
    expect(changed.diff).toEqual([
      { kind: 'same', text: 'The blast killed ' },
      { kind: 'removed', text: '13 ' },
      { kind: 'added', text: '14 ' },
      { kind: 'same', text: 'service members and wounded 45 others' },
    ]);
    expect(watchQuote(anchor, 'This page is not there any more.').state).toBe('gone');
  });
});

describe('diffWords', () => {
  it('gives both texts back, whatever they are', () => {
    const words = fc
      .array(fc.constantFrom('a', 'b', 'c ', ' ', '\n', 'ü', '🚀'), { maxLength: 30 })
      .map((list) => list.join(''));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const diff = diffWords(before, after);
        const join = (leave: string) =>
          diff
            .filter(({ kind }) => kind !== leave)
            .map((part) => part.text)
            .join('');
        expect(join('added')).toBe(before);
        expect(join('removed')).toBe(after);
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  it('is done in time for long texts', () => {
    const long = Array.from({ length: 60_000 }, (_, i) => `w${i % 977}`).join(' ');
    const before = process.cpuUsage();
    diffWords(long, long.replaceAll('w5 ', 'x5 '));
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(3000);
  });
});
