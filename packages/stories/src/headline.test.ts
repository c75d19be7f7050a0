import { expect, test } from 'vitest';
import { centralHeadline } from './headline.ts';

const en = (title: string) => ({ title, language: 'en' });

test('the most central title stands for the story, not the newest or the loudest', () => {
  const titles = [
    en('BREAKING: you will not believe what happened in Kabul today'),
    en('Kabul airport suspect appears in US court'),
    en('Suspect in Kabul airport attack appears in court in Virginia'),
    en('Kabul attack suspect appears in court'),
  ];
  expect(centralHeadline(titles)).toBe('Suspect in Kabul airport attack appears in court in Virginia');
});

test('only titles in the language of most reports stand for it', () => {
  const titles = [{ title: 'ایک خبر', language: 'ur' }, en('A report'), en('Another report')];
  expect(centralHeadline(titles)).toBe('A report');
});

test('of equals the earliest; of nothing nothing', () => {
  expect(centralHeadline([en('One two'), en('Three four')])).toBe('One two');
  expect(centralHeadline([])).toBe('');
});
