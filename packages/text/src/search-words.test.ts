import { expect, test } from 'vitest';
import { gramsOf, searchWords } from './search-words.ts';

test('words of a language with a stemmer are left to it', () => {
  expect(searchWords({ title: 'Tariffs, again!', summary: 'On «textiles»', language: 'en-GB' })).toEqual({
    title: 'tariffs again',
    body: 'on textiles',
    grams: '',
  });
});

test('Urdu words are indexed by stretches of three letters, with a gap between words', () => {
  const { title, grams } = searchWords({ title: 'ٹیرفوں کا', language: 'ur' });
  expect(title).toBe('ٹیرفوں کا'.replace('ں', 'ن'));
  expect(grams).toBe("'~ٹیر':1A '~یرف':2A '~رفو':3A '~فون':4A");
});

test('scripts without spaces go by two letters; Latin words and short ones stand for themselves', () => {
  expect([gramsOf('加税令'), gramsOf('award'), gramsOf('کار'), gramsOf('кар')]).toEqual([
    ['加税', '税令'],
    [],
    [],
    [],
  ]);
});

test('no letter of a text can break out of the vector', () => {
  const { grams } = searchWords({ title: `ٹی'رف\\و:1 ں'`, language: 'ur' });
  expect(grams).not.toMatch(/[\\:]\D/);
});

test('a long text keeps its places within what can be stored', () => {
  const { grams } = searchWords({ title: '税'.repeat(6000), summary: '关税'.repeat(20_000) });
  expect(Math.max(...[...grams.matchAll(/\d+/g)].map(Number))).toBeLessThan(16_383);
});
