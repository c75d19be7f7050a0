import type { Source } from '@throughline/schema';
import { describe, expect, it } from 'vitest';
import { groupSources } from './groups.ts';

const source = (over: Partial<Source> & { title: string }): Source => ({
  id: 1,
  url: 'https://example.org/feed',
  siteUrl: null,
  publisher: { id: 1, name: 'Courier', siteUrl: null },
  language: null,
  folders: [],
  state: 'fine',
  cause: null,
  causeCode: null,
  since: null,
  needsHand: false,
  nextBecause: null,
  intervalSeconds: null,
  fullText: false,
  push: null,
  failures: 0,
  lastCheckAt: null,
  lastSuccessAt: null,
  lastNewItemAt: null,
  nextCheckAt: null,
  items: 0,
  createdAt: '2025-04-07T00:00:00.000Z',
  ...over,
});
const sources = [
  source({
    title: 'World',
    publisher: { id: 2, name: 'Harbour Post', siteUrl: null },
    folders: ['Asia', 'UN'],
  }),
  source({ title: 'Business', state: 'failing', needsHand: true }),
  source({ title: 'Arts', folders: ['Asia'] }),
];
const shape = (over: object) =>
  groupSources(sources, { by: 'publisher', filter: '', trouble: false, noFolder: 'No folder', ...over }).map(
    (group) => [group.name, ...group.sources.map((s) => s.title)],
  );

describe('groupSources', () => {
  it('groups by publisher in the order of the alphabet', () => {
    expect(shape({})).toEqual([
      ['Courier', 'Arts', 'Business'],
      ['Harbour Post', 'World'],
    ]);
  });

  it('shows a source in each of its folders, and those without one last', () => {
    expect(shape({ by: 'folder' })).toEqual([
      ['Asia', 'Arts', 'World'],
      ['UN', 'World'],
      ['No folder', 'Business'],
    ]);
  });

  it('keeps what has every word, and only trouble when asked', () => {
    expect(shape({ filter: 'HARBOUR un' })).toEqual([['Harbour Post', 'World']]);
    expect(shape({ trouble: true })).toEqual([['Courier', 'Business']]);
    expect(shape({ filter: 'nothing of that' })).toEqual([]);
  });
});
