import { expect, test } from 'vitest';
import { novelty } from './novelty.ts';

const seen = [
  { id: 'a', text: 'The council voted on Monday to extend the mission. Nine members were in favour.' },
];

test('only what was not told is new, with offsets into the text as given', () => {
  const text =
    'The council voted on Monday to extend the mission.  Two envoys abstained after a long debate.';
  const told = novelty(text, seen);
  expect(told.sentences.map((sentence) => sentence.novel)).toEqual([false, true]);
  expect(told.share).toBe(0.5);
  expect(told.sentences[0]?.seenIn).toBe('a');
  for (const sentence of told.sentences) expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
});

test('a new figure makes a known sentence new', () => {
  const [sentence] = novelty('Eleven members were in favour.', seen).sentences;
  expect(sentence).toMatchObject({ novel: true, newFigures: ['11'] });
});

test('nothing seen, nothing said', () => {
  expect(novelty('', seen)).toEqual({ share: 0, sentences: [] });
  expect(novelty('A first full sentence about it.', []).share).toBe(1);
});
