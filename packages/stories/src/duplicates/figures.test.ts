import { expect, test } from 'vitest';
import { figuresOf, withoutConversions } from './figures.ts';

test.each([
  ['4,000 families and 4000 tents', ['4000']],
  ['٤٬٠٠٠ عائلة', ['4000']],
  ['a 29% tariff on $1.8 billion', ['29', '1.8']],
  ['1 234 567 habitants', ['1234567']],
  ['In 2024, at 10:30, two died', ['2']],
  ['no figures here', []],
])('%s', (text, figures) => {
  expect([...figuresOf(text)]).toEqual(figures);
});

test('conversions in brackets are no figures of their own', () => {
  const text =
    '3,000 acres (800 hectares), worth $3 million (2.6 million euros, about €2.6m) by a man (40) and (12 dead)';
  expect([...figuresOf(withoutConversions(text))]).toEqual(['3000', '3', '40', '12']);
});
