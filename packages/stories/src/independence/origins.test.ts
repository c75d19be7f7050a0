import { expect, test } from 'vitest';
import { origins } from './origins.ts';
import { publisherFamily } from './publishers.ts';

const wire =
  'Officials in the border province said on Tuesday that a convoy of aid lorries had been let through after talks. ' +
  'The lorries carry flour and medicine for camps in the north, where people have waited for nine days, they said. ' +
  'A second convoy is expected by the end of the week if the road stays open, according to the transport ministry.';
const own =
  'Our reporter travelled with the first drivers across the pass and counted thirty lorries at the gate this morning. ' +
  'Mechanics worked through the night to clear snow from the last bend, a foreman explained over tea in his hut.';

test('copies of one wire count once, feeds of one newsroom count once', () => {
  const told = origins([
    {
      id: 'r',
      title: 'Aid convoy let through',
      text: `BORDER (Reuters) - ${wire}`,
      publisher: 'Reuters',
      publishedAt: '2026-01-06T08:00:00Z',
    },
    {
      id: 'c1',
      title: 'Aid convoy let through',
      text: wire,
      publisher: 'Daily A',
      publishedAt: '2026-01-06T09:00:00Z',
    },
    {
      id: 'c2',
      title: 'Convoy reaches north',
      text: `(Reuters) ${wire}`,
      publisher: 'Daily B',
      publishedAt: '2026-01-06T09:30:00Z',
    },
    {
      id: 'o1',
      title: 'On the road with the convoy',
      text: own,
      publisher: 'BBC News - World',
      publishedAt: '2026-01-06T10:00:00Z',
    },
    {
      id: 'o2',
      title: 'Convoy: what happens next',
      text: 'A short note of another kind about the weather on the pass and the wait.',
      url: 'https://feeds.bbci.co.uk/x',
      publishedAt: '2026-01-06T11:00:00Z',
    },
    { id: 'p', title: 'Ministry confirms convoy', publisher: 'Gazette', publishedAt: '2026-01-06T12:00:00Z' },
  ]);
  expect([told.reports, told.independent]).toEqual([6, 3]);
  const [first] = told.origins;
  expect(first?.source).toBe('reuters');
  expect(first?.reports[0]?.derived.map((report) => report.item)).toEqual(['c1', 'c2']);
  expect(told.origins.map((origin) => origin.source)).toEqual(['reuters', 'bbc', 'gazette']);
});

test('a changed figure is shown on the copy that changed it', () => {
  const told = origins([
    { id: 'a', title: 'x', text: wire, publisher: 'Daily A', publishedAt: '2026-01-06T08:00:00Z' },
    {
      id: 'b',
      title: 'x',
      text: wire.replace('nine days', 'eleven days'),
      publisher: 'Daily B',
      publishedAt: '2026-01-06T09:00:00Z',
    },
  ]);
  expect(told.origins[0]?.reports[0]?.derived[0]).toMatchObject({
    item: 'b',
    relation: 'update',
    newFigures: ['11'],
  });
});

test.each([
  ['BBC News - Asia', null, 'bbc'],
  [null, 'https://feeds.bbci.co.uk/news/rss.xml', 'bbc'],
  ['www.dawn.com', null, 'dawn'],
  ['Harbour Times: Latest', null, 'harbour times'],
  [null, 'https://news.harbour.co.uk/a', 'harbour.co.uk'],
  ['News', null, 'news'],
  ['', '', null],
  [null, 'nonsense', null],
])('family of %s %s', (publisher, url, family) => {
  expect(publisherFamily(publisher, url)).toBe(family);
});
