import { getSchema } from '@tiptap/core';
import { expect, it } from 'vitest';
import { mergeText } from './merge-text.ts';
import { textExtensions } from './text-schema.ts';

const schema = getSchema(
  textExtensions({ numberOf: () => undefined, subscribe: () => () => {}, label: String, open: () => {} }, ''),
);
/** A text of paragraphs. */
const text = (...lines: string[]) =>
  schema.node(
    'doc',
    null,
    lines.map((line) => schema.node('paragraph', null, line === '' ? [] : [schema.text(line)])),
  );
const merged = (held: string[], mine: string[], theirs: string[]) =>
  mergeText(text(...held), text(...mine), text(...theirs))?.doc.children.map((block) => block.textContent) ??
  null;

it.each([
  [
    'a citation comes while the last paragraph is written on',
    ['A'],
    ['A and more'],
    ['A', 'Q'],
    ['A and more', 'Q'],
  ],
  [
    'a citation comes to an empty section while its first words are written',
    [''],
    ['Mine'],
    ['Q'],
    ['Mine', 'Q'],
  ],
  [
    'a citation takes the place of the empty paragraph at the end',
    ['A', ''],
    ['A now', ''],
    ['A', 'Q'],
    ['A now', 'Q'],
  ],
  [
    'both add at the end: both stay, those written here first',
    ['A'],
    ['A', 'Mine'],
    ['A', 'Q'],
    ['A', 'Mine', 'Q'],
  ],
  [
    'a paragraph before is changed there',
    ['A', 'B', 'C'],
    ['A', 'B', 'C!', 'D'],
    ['A', 'B?', 'C'],
    ['A', 'B?', 'C!', 'D'],
  ],
  [
    'a paragraph after is changed there',
    ['A', 'B', 'C'],
    ['New', 'A', 'B', 'C'],
    ['A', 'B', 'C?'],
    ['New', 'A', 'B', 'C?'],
  ],
  ['a citation is taken back there', ['A', 'Q'], ['A!', 'Q'], ['A'], ['A!']],
  [
    'one is added before, one removed after',
    ['A', 'B', 'C'],
    ['A', 'C'],
    ['N', 'A', 'B', 'C'],
    ['N', 'A', 'C'],
  ],
  ['all that was there is taken back', ['Q'], ['Q', ''], [''], ['']],
  ['nothing came from there', ['A'], ['B'], ['A'], ['B']],
])('%s', (_case, held, mine, theirs, expected) => {
  expect(merged(held, mine, theirs)).toEqual(expected);
});

it.each([
  ['both changed the same paragraph', ['A'], ['B'], ['C']],
  ['a paragraph changed here was removed there', ['A', 'B'], ['A!', 'B'], ['B']],
  ['all was changed there', ['A', 'B', 'C'], ['A', 'B!', 'C'], ['X', 'Y', 'Z']],
])('%s: somebody has to choose', (_case, held, mine, theirs) => {
  expect(merged(held, mine, theirs)).toBeNull();
});
