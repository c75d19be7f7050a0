import { describe, expect, it } from 'vitest';
import { sampleDocument } from '../testing/sample-document.ts';
import { compareRevisions } from './compare-revisions.ts';
import { timelineOf } from './timeline.ts';

describe('compareRevisions', () => {
  it('finds no change between a revision and itself', () => {
    const { sections, headline, citations } = compareRevisions(sampleDocument(), sampleDocument());
    expect(sections.map(({ kind, moved }) => [kind, moved])).toEqual(Array(4).fill(['same', false]));
    expect(headline).toHaveLength(1);
    expect(citations).toEqual({ added: [], removed: [] });
  });

  it('tells changed, added, removed and moved sections apart', () => {
    const before = sampleDocument();
    const paragraph = {
      type: 'paragraph' as const,
      content: [{ type: 'text' as const, text: 'New words.' }],
    };
    const after = sampleDocument({
      headline: 'An arrest opens one door. Trade may close it',
      citations: before.citations.slice(1),
      sections: [
        ...before.sections.flatMap((section) => {
          if (section.id === 24) return [];
          if (section.id === 21) return [{ ...section, position: 8 }];
          return [section.id === 22 ? { ...section, title: 'A duty and its price' } : section];
        }),
        { id: 25, title: 'Added', slot: 'chapter', position: 9, at: null, blocks: [paragraph] },
      ],
    });
    const compared = compareRevisions(before, after);
    expect(compared.sections.map(({ id, kind, moved }) => [id, kind, moved])).toEqual([
      [22, 'changed', true],
      [23, 'same', true],
      [21, 'same', true],
      [25, 'added', false],
      [24, 'removed', false],
    ]);
    expect(compared.headline).toContainEqual({ kind: 'added', text: 'one ' });
    expect(compared.citations).toEqual({ added: [], removed: [1] });
  });
});

it('timelineOf puts events, coverage and updates in one line', () => {
  const document = sampleDocument();
  document.sections[0]?.blocks.push({
    type: 'paragraph',
    content: [{ type: 'text', text: 'The floods of 2022 took homes. Talks begin on May 3.' }],
  });
  const line = timelineOf(document);
  expect(line[0]).toMatchObject({
    at: '2022',
    kind: 'event',
    label: 'The floods of 2022 took homes.',
    section: 21,
  });
  expect(line.filter(({ kind }) => kind === 'coverage').map(({ footnote }) => footnote)).toEqual([
    1, 2, 3, 4, 5,
  ]);
  expect(line.at(-1)).toMatchObject({ kind: 'update', section: 24 });
});
