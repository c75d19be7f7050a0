import { expect, test } from 'vitest';
import { findEntities } from './find-entities.ts';
import { shippedGazetteer } from './gazetteer.ts';

const ids = (text: string) => findEntities(text).map((mention) => mention.id);

test.each([
  ['The UN Security Council met in New York', ['org.unsc', 'place.new-york']],
  ['Le Conseil de sécurité de l’ONU', ['org.unsc']],
  ['En el Consejo de Seguridad, Pakistán votó', ['org.unsc', 'country.pk']],
  ['Заседание Совета Безопасности ООН в Нью-Йорке', ['org.unsc', 'place.new-york']],
  ['عقد مجلس الأمن جلسة بشأن أفغانستان', ['org.unsc', 'country.af']],
  ['وباكستان', ['country.pk']],
  ['شورای امنیت سازمان ملل درباره طالبان', ['org.unsc', 'org.taliban']],
  ['سلامتی کونسل میں پاکستان', ['org.unsc', 'country.pk']],
  ['د ملګرو ملتونو امنیت شورا', ['org.unsc']],
  ['ISIS-K claimed the Crocus City Hall attack', ['org.isis-k', 'event.crocus']],
  ['Pakistani officials and Chinese exports', ['country.pk', 'country.cn']],
])('%s', (text, expected) => {
  expect(ids(text)).toEqual(expected);
});

test('short acronyms match in capitals only', () => {
  expect(ids('tell us who won')).toEqual([]);
  expect(ids('The US told the EU')).toEqual(['country.us', 'org.eu']);
  expect(ids('TELL US MORE')).toEqual([]);
});

test('offsets give the text as written', () => {
  const text = 'Talks: Ishaq Dar met Marco Rubio. Later, Dar left.';
  for (const { start, end } of findEntities(text)) expect(text.slice(start, end)).toMatch(/Dar|Rubio/);
});

test('a last name means the person named in full before', () => {
  const found = findEntities('Minister Selma Harrowgate resigned. Aides said Harrowgate was tired.');
  expect(found.map(({ id, type }) => [id, type])).toEqual([
    ['name:selma harrowgate', 'person'],
    ['name:selma harrowgate', 'person'],
  ]);
});

test('a capital at the beginning of a sentence is no name by itself', () => {
  expect(ids('Talks began. Officials waited.')).toEqual([]);
});

test('Title Case tells no unknown names but keeps known ones', () => {
  expect(ids('Big Storm Damages Many Houses Near Islamabad')).toEqual(['place.islamabad']);
});

test('the data is sound', () => {
  const { byId } = shippedGazetteer();
  expect(byId.size).toBeGreaterThan(450);
  for (const entity of byId.values()) {
    expect(entity.aliases.en?.length).toBeGreaterThan(0);
    for (const alias of Object.values(entity.aliases).flat()) expect(alias).toBe(alias.trim());
  }
});

test('the words of an office before a known name are no part of it', () => {
  const found = findEntities(
    'The visit of Secretary of State Marco Rubio ended. On Monday Marco Rubio flew home.',
  );
  expect(found.map(({ name }) => name).filter((name) => name.includes('Rubio'))).toEqual([
    'Marco Rubio',
    'Marco Rubio',
  ]);
});
