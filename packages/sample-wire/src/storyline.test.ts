import { describe, expect, it } from 'vitest';
import { revisionAt } from './items.ts';
import { sampleStoryline } from './storyline.ts';
import { sampleItems, sampleWireNow } from './wire.ts';

const { sections, citations, claims } = sampleStoryline;
const itemOf = (key: string) => sampleItems.find((item) => item.key === key);
const textOf = (runs: (typeof sections)[number]['paragraphs'][number]) =>
  runs.map((run) => ('text' in run ? run.text : '')).join('');

describe('the sample storyline', () => {
  it('has four titled sections, 20 citations and 15 claims at least', () => {
    expect(sections).toHaveLength(4);
    expect(citations.length).toBeGreaterThanOrEqual(20);
    expect(claims.length).toBeGreaterThanOrEqual(15);
  });

  it.each(citations)(
    '$id quotes $item word for word, now and after the last edit',
    ({ item: key, exact }) => {
      const item = itemOf(key);
      const standing = item === undefined ? null : revisionAt(item, sampleWireNow);
      for (const revision of [standing, item?.revisions.at(-1)]) {
        const carried = item?.teaser ? revision?.paragraphs.slice(0, 1) : revision?.paragraphs;
        expect(carried?.filter((paragraph) => paragraph.includes(exact))).toHaveLength(1);
      }
    },
  );

  it('marks every citation in the text, and no other', () => {
    const marked = sections
      .flatMap(({ paragraphs }) => paragraphs.flat())
      .flatMap((run) => ('citation' in run ? [run.citation] : []));
    expect(new Set(marked)).toEqual(new Set(citations.map(({ id }) => id)));
    expect(new Set(citations.map(({ id }) => id)).size).toBe(citations.length);
  });

  it.each(claims)('$id is said in the text and rests on citations', ({ text, evidence, against }) => {
    const texts = sections.flatMap(({ paragraphs }) => paragraphs.map(textOf));
    expect(texts.filter((paragraph) => paragraph.includes(text))).toHaveLength(1);
    expect(evidence.length).toBeGreaterThan(0);
    const ids = new Set(citations.map(({ id }) => id));
    for (const id of [...evidence, ...against]) expect(ids.has(id)).toBe(true);
  });
});
