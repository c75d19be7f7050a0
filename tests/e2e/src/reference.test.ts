import { sampleItems, sampleStoryline } from '@throughline/sample-wire';
import { ExportFormat } from '@throughline/schema';
import { expect, test } from 'vitest';
import { Curator } from './curator.ts';
import { until } from './desk-api.ts';
import { useBrowser } from './setup.ts';

const { open, api } = useBrowser();

/** Each section begins with a line of the curator's own, then come the words of its sources. */
const LEADS = [
  'The arrest brought both capitals back to the table.',
  'Then came the other message, and it had a price on it.',
  'In New York, and in the papers of a fund, the same hands meet.',
  'What comes of it is open.',
];
const CITED_PER_SECTION = 6;
const CLAIMS = 16;

/** What a section of the finished storyline cites, as far as this one goes. */
const plan = sampleStoryline.sections.map(({ title, paragraphs }, place) => {
  const ids = paragraphs.flat().flatMap((run) => ('citation' in run ? [run.citation] : []));
  const cited = [...new Set(ids)].slice(0, CITED_PER_SECTION);
  return {
    title,
    lead: LEADS[place] ?? '',
    cited: cited.flatMap((id) => sampleStoryline.citations.find((citation) => citation.id === id) ?? []),
  };
});

const titlesOf = (key: string): string[] =>
  sampleItems.find((item) => item.key === key)?.revisions.map(({ title }) => title) ?? [];

test('a curator rebuilds a piece of the reference in the browser, well within fifteen minutes', async () => {
  const page = await open('/storylines');
  const curator = new Curator(page);
  await curator.fill(
    page.getByLabel('Headline', { exact: true }),
    'Rebuilt by hand: the arrest and the tariff',
  );
  await curator.key('Enter');
  await page.getByLabel('Standfirst').waitFor();
  const id = Number(new URL(page.url()).pathname.split('/').at(-1));
  await curator.fill(page.getByLabel('Standfirst'), 'One arrest, one tariff, one seat, one fund.');
  await curator.fill(page.getByLabel('Byline'), 'Ada Quill');
  await page.getByLabel('Items of').selectOption('everything');

  let cited = 0;
  for (const [place, section] of plan.entries()) {
    if (place > 0) await curator.press(page.getByRole('button', { name: 'Add section' }));
    const title = page.getByRole('textbox', { name: 'Section title' }).nth(place);
    await curator.fill(title, section.title);
    await curator.key('Enter');
    // A person's next key comes after the cursor has moved on.
    await page.locator('.section').nth(place).locator('.ProseMirror-focused').waitFor();
    await curator.type(section.lead);
    for (const { item, exact } of section.cited) {
      const titles = titlesOf(item);
      // Words as a person would type them: no signs that a search could take for its own.
      const words = (titles[0] ?? '').match(/[\p{L}\p{M}]{3,}/gu)?.slice(0, 3) ?? [];
      await curator.fill(page.getByRole('searchbox'), words.join(' '));
      const line = titles.map((known) =>
        page.getByRole('button', { name: `Choose the words to cite: ${known}` }),
      );
      const [first, ...others] = line;
      if (first === undefined) throw new Error(`no item ${item}`);
      await curator.press(others.reduce((all, other) => all.or(other), first).first());
      const text = page.locator('textarea.quote-text');
      await text.waitFor();
      await curator.mark(text, exact);
      await curator.press(page.getByRole('button', { name: 'Cite these words' }));
      cited++;
      await page
        .locator('.footnote')
        .nth(cited - 1)
        .waitFor();
    }
  }

  await curator.press(page.getByRole('button', { name: 'Claims', exact: true }));
  await page
    .getByRole('button', { name: /^Confirm: / })
    .first()
    .waitFor();
  await page
    .getByRole('button', { name: /^Confirm: / })
    .first()
    .focus();
  for (let n = 1; n <= CLAIMS; n++) {
    await curator.key('Enter');
    await page
      .getByRole('button', { name: /^Remove the claim/ })
      .nth(n - 1)
      .waitFor();
  }

  const piece = await until(
    () => api.storyline(id),
    ({ claims, sections }) =>
      claims.length === CLAIMS && JSON.stringify(sections.at(-1)?.blocks).includes(LEADS[3] ?? ''),
  );
  expect(piece.sections.map(({ title }) => title)).toEqual(
    sampleStoryline.sections.map(({ title }) => title),
  );
  expect(piece.citations.length).toBeGreaterThanOrEqual(20);
  expect(piece.claims.filter(({ evidence }) => evidence.length === 0)).toEqual([]);
  for (const [place, { lead, cited: quotes }] of plan.entries()) {
    const words = JSON.stringify(piece.sections[place]?.blocks);
    expect(words).toContain(lead);
    for (const { exact } of quotes) expect(words).toContain(JSON.stringify(exact).slice(1, -1));
  }

  for (const format of ExportFormat.exclude(['pdf']).options) {
    const file = await api.download(`/export/storylines/${id}?format=${format}`);
    expect(file.length, format).toBeGreaterThan(500);
  }

  const { machine, person } = curator.times();
  console.log(
    `Rebuilt: ${piece.sections.length} sections, ${piece.citations.length} citations, ${piece.claims.length} claims; ` +
      `${machine} s here, ${Math.floor(person / 60)} min ${person % 60} s for a person (${curator.actions} actions).`,
  );
  expect(person).toBeLessThan(15 * 60);
}, 120_000);
