import { expect, test } from 'vitest';
import { crossLinks } from './cross-links.ts';
import { profileStory } from './profile.ts';

const day = '2026-01-05T10:00:00Z';
const stories = [
  profileStory('en', [
    {
      title: 'Sharifullah, suspect in Kabul airport attack, in Virginia court',
      language: 'en',
      publishedAt: day,
    },
    { title: 'ISIS-K suspect Mohammad Sharifullah charged over 13 deaths', language: 'en', publishedAt: day },
  ]),
  profileStory('ur', [
    {
      title: 'کابل ایئرپورٹ حملے کا ملزم شریف اللہ ورجینیا کی عدالت میں، داعش خراسان کے 13 ہلاکتوں کا الزام',
      language: 'ur',
      publishedAt: day,
    },
  ]),
  profileStory('fr', [
    { title: 'Droits de douane : Pékin répond à Washington', language: 'fr', publishedAt: day },
  ]),
  profileStory('es', [{ title: 'Kabul recuerda a sus poetas', language: 'es', publishedAt: day }]),
];

test('stories of one event in two languages are linked with reasons, others are not', () => {
  const links = crossLinks(stories);
  expect(links).toHaveLength(1);
  expect(links[0]).toMatchObject({ a: 'en', b: 'ur', confirmed: true });
  expect(links[0]?.reasons[0]).toMatchObject({
    kind: 'both_name',
    names: expect.arrayContaining(['Mohammad Sharifullah']),
  });
});

test('stories in one language are not linked here, nor are the same names a month apart', () => {
  const [english, urdu] = stories;
  if (english === undefined || urdu === undefined) throw new Error('no stories');
  expect(crossLinks([english, { ...urdu, language: 'en' }])).toEqual([]);
  const late = {
    ...urdu,
    first: urdu.first + 30 * 86_400_000,
    last: urdu.last + 30 * 86_400_000,
    figures: new Set(['99']),
  };
  expect(crossLinks([english, late]).filter((link) => link.confirmed)).toEqual([]);
});
