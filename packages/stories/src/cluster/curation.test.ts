import type { StoryConstraint, StoryEvent } from '@throughline/schema';
import { expect, test } from 'vitest';
import { Clusterer } from './clusterer.ts';
import { decisionsInForce } from './constraints.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 0, 5, hour)).toISOString();
const flood = [
  'Flood in Larkana displaces families',
  'Larkana flood displaces thousands',
  'Flood in Larkana: families wait',
];
const items = [...flood, 'Norway holds key rate', 'Norway central bank holds key rate'].map((title, i) => ({
  id: `i${i}`,
  title,
  publishedAt: at(i),
}));

function desk(events: StoryEvent[] = []) {
  const clusterer = new Clusterer({ onEvent: (event) => events.push(event) });
  for (const item of items) clusterer.add(item);
  clusterer.regroup();
  return clusterer;
}
const together = (clusterer: Clusterer, a: string, b: string) =>
  clusterer.storyOf(a) === clusterer.storyOf(b);

test('a split is obeyed at once and by every later grouping, until it is undone', () => {
  const clusterer = desk();
  const apart: StoryConstraint = { kind: 'cannot-link', a: 'i0', b: 'i2' };
  expect(together(clusterer, 'i0', 'i2')).toBe(true);
  clusterer.constrain(apart);
  expect(together(clusterer, 'i0', 'i2')).toBe(false);
  clusterer.add({ id: 'i9', title: 'Larkana flood families displaced', publishedAt: at(6) });
  clusterer.regroup();
  expect(together(clusterer, 'i0', 'i2')).toBe(false);
  clusterer.release(apart);
  clusterer.regroup();
  expect(together(clusterer, 'i0', 'i2')).toBe(true);
});

test('a merge of unlike stories is obeyed, and told as an event', () => {
  const events: StoryEvent[] = [];
  const clusterer = desk(events);
  clusterer.constrain({ kind: 'must-link', a: 'i0', b: 'i3' });
  clusterer.regroup();
  expect(together(clusterer, 'i1', 'i4')).toBe(true);
  expect(clusterer.storyOf('i4')).toBe('i0');
  expect(events).toContainEqual(expect.objectContaining({ kind: 'merged', into: 'i0', from: 'i3' }));
});

test('of two decisions that contradict each other the later one holds', () => {
  const joined = { kind: 'must-link', a: 'i0', b: 'i3' } as const;
  const parted = { kind: 'cannot-link', a: 'i0', b: 'i3' } as const;
  const clusterer = desk();
  for (const [decision, is] of [
    [joined, true],
    [parted, false],
    [joined, true],
    [parted, false],
  ] as const) {
    clusterer.constrain(decision);
    expect(together(clusterer, 'i0', 'i3')).toBe(is);
    clusterer.regroup();
    expect(together(clusterer, 'i0', 'i3')).toBe(is);
  }
});

test('who is taken out takes along what is bound to it, and leaves the others together', () => {
  const clusterer = new Clusterer();
  for (const { id, title } of items.slice(0, 4)) clusterer.restore({ id, title, publishedAt: at(1) }, id);
  // {i2, i3} were merged into {i0, i1}, and are split off again.
  clusterer.constrain({ kind: 'must-link', a: 'i0', b: 'i1' });
  clusterer.constrain({ kind: 'must-link', a: 'i0', b: 'i2' });
  clusterer.constrain({ kind: 'must-link', a: 'i2', b: 'i3' });
  clusterer.constrain({ kind: 'cannot-link', a: 'i0', b: 'i3' });
  clusterer.constrain({ kind: 'cannot-link', a: 'i1', b: 'i3' });
  expect([clusterer.itemsOf('i0'), clusterer.storyOf('i2')]).toEqual([['i0', 'i1'], clusterer.storyOf('i3')]);
});

test('no order of decisions stops the grouping, and the last one always holds', () => {
  let seed = 7;
  const below = (n: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % n;
  };
  for (let run = 0; run < 25; run++) {
    const clusterer = desk();
    for (let n = 0; n < 12; n++) {
      const [a, b] = [`i${below(6)}`, `i${below(6)}`];
      const kind = below(2) === 0 ? 'must-link' : 'cannot-link';
      clusterer.constrain({ kind, a, b });
      if (below(3) === 0) clusterer.regroup();
      if (a !== b && a !== 'i5' && b !== 'i5') expect(together(clusterer, a, b)).toBe(kind === 'must-link');
      expect(items.map(({ id }) => clusterer.itemsOf(clusterer.storyOf(id) ?? '').includes(id))).toEqual(
        items.map(() => true),
      );
    }
  }
});

test('decisions that later ones contradict are not carried out on the way', () => {
  const rename = { kind: 'rename', item: 'a', headline: 'A' } as const;
  const again = { ...rename, headline: 'B' };
  const [joined, other] = [
    { kind: 'must-link', a: 'a', b: 'b' },
    { kind: 'must-link', a: 'c', b: 'b' },
  ] as const;
  const parted = { kind: 'cannot-link', a: 'b', b: 'a' } as const;
  expect(decisionsInForce([rename, joined, parted, other, again])).toEqual([parted, other, again]);
  expect(decisionsInForce([parted, joined])).toEqual([joined]);
});

test('a name goes with its item', () => {
  const clusterer = desk();
  clusterer.constrain({ kind: 'rename', item: 'i1', headline: 'The Larkana flood' });
  expect(clusterer.nameOf('i0')).toBe('The Larkana flood');
  expect(clusterer.nameOf('i3')).toBeNull();
});

test('a copy goes with its original even where its headline would not', () => {
  const clusterer = desk();
  const text =
    'Families in Larkana waited for tents on Tuesday after the river broke its bank at the old mill. '.repeat(
      4,
    );
  clusterer.add({
    id: 'o',
    title: 'Flood in Larkana: families wait for tents',
    text,
    publishedAt: at(6),
    publisher: 'A',
  });
  const copy = clusterer.add({
    id: 'c',
    title: 'Norway holds key rate',
    text,
    publishedAt: at(7),
    publisher: 'B',
  });
  expect(copy).toMatchObject({ story: 'i0', duplicateOf: 'o', relation: 'duplicate' });
});

test('restoring what was stored gives the same stories and goes on', () => {
  const before = desk();
  const after = new Clusterer();
  for (const item of items) after.restore(item, before.storyOf(item.id) ?? '');
  for (const item of items) expect(after.storyOf(item.id)).toBe(before.storyOf(item.id));
  expect(after.add({ id: 'n', title: 'Larkana flood: families displaced', publishedAt: at(8) }).story).toBe(
    'i0',
  );
});
