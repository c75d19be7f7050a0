import { expect, test } from 'vitest';
import { DuplicateFinder } from './duplicate-finder.ts';
import type { PrintableItem } from './fingerprint.ts';

const body =
  'Police in the harbour city said on Monday that they had arrested 12 people after a raid on two warehouses. ' +
  'The raid began before dawn and ended without shots being fired, a spokeswoman told reporters at the scene. ' +
  'Investigators found crates of undeclared machine parts and are looking for the owner of the shipping company. ' +
  'Neighbours said that lorries had come and gone at night for several weeks before anyone called the police.';
const title = 'Twelve arrested in raid on harbour warehouses';
const hour = (n: number) => Date.UTC(2026, 0, 5, n);

function relate(
  earlier: Partial<PrintableItem> & { publisher?: string },
  later: Partial<PrintableItem> & { publisher?: string },
  hours = 1,
) {
  const finder = new DuplicateFinder();
  finder.add({ id: 'a', title, text: body, ...earlier }, earlier.publisher ?? 'first', hour(0));
  return finder.add({ id: 'b', title, text: body, ...later }, later.publisher ?? 'second', hour(hours));
}

test('a syndicated copy is a duplicate, also with another headline and a credit', () => {
  expect(relate({}, {})).toMatchObject({ of: 'a', relation: 'duplicate', newFigures: [] });
  expect(
    relate({}, { title: 'Police raid harbour', text: `HARBOUR CITY (Reuters) - ${body}` })?.relation,
  ).toBe('duplicate');
});

test('changed figures never pass as a copy', () => {
  const found = relate(
    {},
    { title: title.replace('Twelve', 'Fifteen'), text: body.replace('12 people', '15 people') },
  );
  expect(found).toMatchObject({ relation: 'update', newFigures: ['15'] });
  const words = relate(
    { title: 'Two killed as bus leaves road near the old harbour bridge', text: '' },
    { title: 'Three killed as bus leaves road near the old harbour bridge', text: '' },
  );
  expect(words?.relation ?? 'independent').not.toBe('duplicate');
});

test('a long text that keeps half of another is an update of it, whoever credits whom; short ones may share a phrase', () => {
  const rest =
    'The harbour office had asked for a search in March, after a customs clerk noticed that weights on the papers did ' +
    'not agree with those on the scales. Two of the arrested worked for the port itself, and one had left it only a year ' +
    'ago. Lawyers for the company said that it would help the inquiry in any way that was asked of it.';
  const own =
    'What comes of the raid is less clear than how it came about. Shipping firms here have long complained of papers that ' +
    'nobody reads, and of a customs house with three clerks for forty berths. The mayor promised ten more by summer.';
  expect(relate({ text: `${body} ${rest}` }, { text: `${own} ${body}` })).toMatchObject({
    of: 'a',
    relation: 'update',
  });
  const short = body.slice(0, body.indexOf(' Investigators'));
  expect(
    relate({ text: `${short} ${rest.slice(0, 90)}` }, { text: `${own.slice(0, 90)} ${short}` }),
  ).toBeNull();
});

test('an abridged copy is an excerpt and is the shorter one', () => {
  const short = body.slice(0, body.indexOf(' Investigators'));
  expect(relate({ text: `${body} ${body.replaceAll('o', 'u')}` }, { text: short })).toMatchObject({
    relation: 'excerpt',
    shorter: true,
  });
});

test("the same publisher's new wording, or the same address, is a version", () => {
  const edited = body.replace('Neighbours said', 'People next door told us');
  expect(relate({}, { text: edited, publisher: 'first' })?.relation).toBe('version');
  const url = 'https://example.org/news/raid';
  const moved = {
    url: 'http://www.example.org/news/raid/?utm_source=rss#top',
    title: 'Harbour raid: what we know',
    text: '',
  };
  expect(relate({ url }, moved)?.relation).toBe('version');
});

test('an announced update of a headline is an update', () => {
  const found = relate(
    { title: 'Harbour raid leads to twelve arrests', text: '' },
    { title: 'UPDATE 2-Harbour raid leads to arrests, police seize parts', text: '' },
  );
  // Found among near reports only: their words differ.
  expect(found).toBeNull();
  const finder = new DuplicateFinder();
  finder.add({ id: 'a', title: 'Harbour raid leads to twelve arrests' }, null, hour(0));
  finder.add({ id: 'b', title: 'UPDATE 2-Harbour raid leads to arrests, police seize parts' }, null, hour(1));
  expect(finder.updateAmong('b', ['a'])).toMatchObject({ of: 'a', relation: 'update' });
});

test('headlines: same words are a copy, one word more or long after is not', () => {
  const headline = (later: string, hours = 1) =>
    relate({ title: 'India raises tariffs on steel imports', text: '' }, { title: later, text: '' }, hours)
      ?.relation;
  expect(headline('India raises tariffs on steel imports - The Daily Paper')).toBe('duplicate');
  expect(headline('INDIA RAISES TARIFFS ON STEEL IMPORTS')).toBe('duplicate');
  expect(headline('China raises tariffs on steel imports')).toBeUndefined();
  expect(headline('India raises tariffs on steel imports', 24 * 9)).toBeUndefined();
});

test('headlines: another order or another number of the take is no copy', () => {
  const headline = (earlier: string, later: string) =>
    relate({ title: earlier, text: '' }, { title: later, text: '' })?.relation;
  expect(
    headline('Pizza chain Harbour files for bankruptcy', 'Harbour pizza chain files for bankruptcy'),
  ).toBe(undefined);
  expect(headline('Steel duty would delay rate rise', 'Steel duty could delay rate rise')).toBe(undefined);
  expect(
    headline('Harbour exports slump to low of five years', 'Harbour exports slump to low of five years (2)'),
  ).toBe('update');
});

test('dates and conversions in brackets are no other figures', () => {
  const dated = `${title} Updated 7 / 28 / 2026 3: 02 PM ET ${body.replace('two warehouses', 'two warehouses (300 sq feet)')}`;
  expect(relate({}, { text: dated })?.relation).toBe('duplicate');
});

test('a text of the same length with a few words edited is a copy, no excerpt', () => {
  const edited = body
    .replace('shots being fired', 'any shot')
    .replace('for several weeks', 'for weeks on end');
  expect(relate({}, { text: edited })?.relation).toBe('duplicate');
});

test('what a feed puts under every headline makes no copies', () => {
  const line =
    'Five things you need to know about the harbour outbreak this evening, as told by our reporters.';
  const evening = (of: string) => ({ title: `Harbour outbreak: evening update as ${of}`, text: line });
  expect(
    relate(evening('minister resigns over ferry row'), evening('schools may open early in June')),
  ).toBeNull();
  const appeal =
    'Ready to read more? Sign up for our letter and get three stories in your inbox every week. You will receive ' +
    'occasional offers for the programmes that support our journalism. You can read our privacy policy here. Thank you ' +
    'for signing up, and for more from us have a look at the latest issue of the magazine in print.';
  expect(
    relate({ title: 'Strike!', text: appeal }, { title: 'Anybody but Bernard', text: appeal }),
  ).toBeNull();
});

test('a copy whose lead was written anew is found by the rest', () => {
  const rest = `${body} ${body.replaceAll('police', 'officers').replaceAll('Monday', 'the day')} ${body.replaceAll('harbour', 'port')}`;
  const lead =
    'We are all learning this morning what the men in the port had been up to for so long, and how much of it was known.';
  expect(relate({ text: `${body} ${rest}` }, { text: `${lead} ${body} ${rest}` })?.relation).toMatch(
    /duplicate|excerpt/,
  );
});

test('short and empty titles are no evidence', () => {
  for (const empty of ['', 'Morning briefing', '...'])
    expect(relate({ title: empty, text: '' }, { title: empty, text: '' })).toBeNull();
});

test('a flood of copies keeps one print', () => {
  const finder = new DuplicateFinder();
  for (let i = 0; i < 2000; i++) finder.add({ id: `i${i}`, title, text: body }, 'p', hour(0));
  expect(finder.size).toBe(1);
});
