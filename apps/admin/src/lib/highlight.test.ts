import { describe, expect, it } from 'vitest';
import { carrySpans, splitRuns } from './highlight.ts';

const span = (start: number, end: number, name = `${start}-${end}`) => ({ start, end, name });
const shape = (text: string, spans: ReturnType<typeof span>[]) =>
  splitRuns(text, spans).map((run) => [run.text, run.marks.map((m) => m.name).join('+')]);

describe('splitRuns', () => {
  it('keeps every character, marked or not', () => {
    const text = 'A 29% tariff on textiles';
    const runs = splitRuns(text, [span(2, 12), span(6, 24), span(6, 12)]);
    expect(runs.map((run) => run.text).join('')).toBe(text);
  });

  it('splits overlapping and nested marks', () => {
    expect(shape('abcdef', [span(0, 4, 'x'), span(2, 6, 'y'), span(2, 3, 'z')])).toEqual([
      ['ab', 'x'],
      ['c', 'x+y+z'],
      ['d', 'x+y'],
      ['ef', 'y'],
    ]);
  });

  it('keeps touching marks apart and gives an unmarked text back whole', () => {
    expect(shape('abcd', [span(0, 2, 'x'), span(2, 4, 'y')])).toEqual([
      ['ab', 'x'],
      ['cd', 'y'],
    ]);
    expect(shape('abcd', [])).toEqual([['abcd', '']]);
    expect(shape('', [])).toEqual([]);
  });

  it('marks right-to-left and mixed text in the order of memory', () => {
    const text = 'داعش خراسان (ISIS-K) کا رکن';
    const start = text.indexOf('خراسان');
    expect(shape(text, [span(start, start + 6, 'k'), span(start, text.indexOf(')'), 'long')])).toEqual([
      ['داعش ', ''],
      ['خراسان', 'k+long'],
      [' (ISIS-K', 'long'],
      [') کا رکن', ''],
    ]);
  });

  it('clips spans outside the text, drops empty ones, and never cuts a surrogate pair', () => {
    expect(shape('abc', [span(-2, 1, 'x'), span(2, 99, 'y'), span(1, 1, 'z')])).toEqual([
      ['a', 'x'],
      ['b', ''],
      ['c', 'y'],
    ]);
    const runs = splitRuns('a😀b', [span(2, 4, 'x')]);
    expect(runs.map((run) => run.text)).toEqual(['a😀b']);
  });
});

describe('carrySpans', () => {
  it('finds a span again under other white space', () => {
    const from = 'The Security Council met.\n\nThe Security\nCouncil voted.';
    const to = '  The Security Council met. The Security Council voted. ';
    const second = from.indexOf('Security\nCouncil');
    const [carried] = carrySpans(from, to, [span(second, second + 'Security\nCouncil'.length)]);
    expect(carried && to.slice(carried.start, carried.end)).toBe('Security Council');
    expect(carried?.start).toBe(to.lastIndexOf('Security'));
  });

  it('leaves out what the other text does not have', () => {
    expect(carrySpans('tariff here', 'nothing here', [span(0, 6)])).toEqual([]);
    expect(carrySpans('tariff, tariff', 'one tariff', [span(8, 14)])).toEqual([]);
  });

  it('counts occurrences that overlap', () => {
    const [carried] = carrySpans('aaaa b', 'aa aa b', [span(1, 3)]);
    expect(carried).toMatchObject({ start: 1, end: 4 });
  });
});
