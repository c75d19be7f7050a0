import { expect, inject, test } from 'vitest';
import { until } from './desk-api.ts';
import { useBrowser } from './setup.ts';

const { open, api } = useBrowser();

test('a storyline is built from items by keys and by hand, saves itself, and leaves in every format', async () => {
  const page = await open('/review/topic-isis-k?reviewed=1');
  await page.locator('.item-row').first().waitFor();
  await page.keyboard.press('j');
  // A new storyline from Review: l, a headline, Enter.
  await page.keyboard.press('l');
  await page.getByRole('combobox', { name: 'Add to a storyline' }).fill('What the arrest changed');
  await page.getByText('New storyline “What the arrest changed”').waitFor();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.getByText('Added to “What the arrest changed”').waitFor();
  const row = await until(
    () => api.storylines(),
    (rows) => rows.some((candidate) => candidate.headline === 'What the arrest changed'),
  ).then((rows) => rows.find((candidate) => candidate.headline === 'What the arrest changed'));
  const id = row?.id ?? 0;

  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await page.getByRole('link', { name: 'What the arrest changed' }).click();
  await page.locator('.footnote').first().waitFor();
  expect(await page.locator('.footnote-mark').first().innerText()).toBe('1');

  await page.getByLabel('Standfirst').fill('One arrest, two capitals.');
  await page.getByLabel('Byline').fill('Ada Quill, Bo Reed');
  await page.getByRole('textbox', { name: 'Section title' }).fill('The hand-over');
  const text = page.locator('.section-text .ProseMirror').first();
  await text.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('It began in March. ');
  await page.getByRole('button', { name: 'Add section' }).click();
  await page.getByRole('textbox', { name: 'Section title' }).nth(1).fill('The tariff');
  // Two more items from the panel go into the section with the cursor.
  const add = page.getByRole('button', { name: /^Add: / });
  await add.nth(2).click();
  await page.getByText('Added to').first().waitFor();
  await until(
    () => api.storyline(id),
    ({ citations }) => citations.length === 2,
  );
  await page.getByText('Saved', { exact: true }).waitFor();

  const saved = await until(
    () => api.storyline(id),
    ({ standfirst, bylines }) => standfirst === 'One arrest, two capitals.' && bylines.length === 2,
  );
  expect(saved.bylines).toEqual(['Ada Quill', 'Bo Reed']);
  expect(saved.sections.map((section) => section.title)).toEqual(['The hand-over', 'The tariff']);
  expect(JSON.stringify(saved.sections[0]?.blocks)).toContain('It began in March.');
  expect(JSON.stringify(saved.sections[1]?.blocks)).toContain('"citation"');

  // Order by keys, and back by undo.
  await page.getByRole('textbox', { name: 'Section title' }).nth(1).focus();
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await until(
    () => api.storyline(id),
    ({ sections }) => sections[0]?.title === 'The tariff',
  );
  // Removing and its undo.
  await page.getByRole('button', { name: 'Remove section: The tariff' }).click();
  await until(
    () => api.storyline(id),
    ({ sections }) => sections.length === 1,
  );
  await page
    .locator('.toast', { hasText: 'Removed The tariff' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await until(
    () => api.storyline(id),
    ({ sections }) => sections.length === 2,
  );

  await page.getByRole('link', { name: 'Preview' }).click();
  const article = page.frameLocator('iframe');
  await article.getByRole('heading', { name: 'What the arrest changed' }).waitFor();
  await article.getByText('It began in March.').waitFor();

  const exports = await Promise.all(
    ['md', 'html', 'json'].map((format) => api.download(`/export/storylines/${id}?format=${format}`)),
  );
  for (const file of exports) expect(file).toContain('It began in March.');
  expect(JSON.parse(exports[2] ?? '')).toMatchObject({ headline: 'What the arrest changed' });
});

test('somebody else saves first: nobody is overwritten, and either version can be chosen', async () => {
  const created = (await api.change('storylines.create', { headline: 'Two pens' })) as { id: number };
  const storyline = await api.storyline(created.id);
  const section = storyline.sections[0];
  const page = await open(`/storylines/${created.id}`);
  const title = page.getByRole('textbox', { name: 'Section title' });
  await title.waitFor();
  // Typed here, and saved there before the pause is over.
  await page.route('**/trpc/storylines.byId*', (route) => route.abort());
  await title.fill('Mine');
  await api.change('storylines.updateSection', {
    sectionId: section?.id,
    version: section?.version,
    patch: { title: 'Theirs' },
  });
  await page.getByText('Somebody saved a newer version').last().waitFor();
  expect((await api.storyline(created.id)).sections[0]?.title).toBe('Theirs');
  expect(await title.inputValue()).toBe('Mine');
  await page.unroute('**/trpc/storylines.byId*');
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await until(
    () => api.storyline(created.id),
    ({ sections }) => sections[0]?.title === 'Mine',
  );
  await page.getByText('Saved', { exact: true }).waitFor();
});

test('a pasted text shows which topics match and where', async () => {
  const page = await open('/topics?topic=unsc');
  await page.getByLabel('Title', { exact: true }).fill('Pakistan takes its seat on the UN Security Council');
  await page
    .getByLabel('Text', { exact: true })
    .fill('The council voted on new sanctions. A tariff was not discussed.');
  const result = page.locator('.test-result');
  await result.locator('.mark').first().waitFor();
  expect(await result.locator('.test-tags li').first().innerText()).toMatch(/Security Council/);
  expect(await result.locator('.test-title .mark').first().innerText()).toMatch(/Security Council/i);
  await page.getByLabel('Title', { exact: true }).fill('A recipe for soup');
  await page.getByLabel('Text', { exact: true }).fill('Onions, slowly.');
  await page.getByText('No topic’s rules match this text.').waitFor();
});

test('a source that fails shows the cause in plain words and when it is tried next; it can be paused', async () => {
  const page = await open('/sources');
  const address = page.getByLabel('Address of a site or a feed');
  await address.fill('ftp://example.org/feed');
  await page.getByRole('button', { name: 'Find feeds' }).click();
  await page.getByText('This is not a web address.').waitFor();
  await page.keyboard.press('Escape');
  await address.fill(`${inject('feeds')}/gone-fishing.xml`);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add this address as it is' }).click({ timeout: 40_000 });
  const drawer = page.getByRole('dialog');
  await drawer.getByText('Failing').waitFor({ timeout: 40_000 });
  expect(await drawer.locator('.source-cause').innerText()).toContain('404');
  await drawer.getByText('Next check').waitFor();
  await drawer.locator('.source-history tr[data-failed]').first().waitFor();
  await drawer.getByRole('button', { name: 'Pause' }).click();
  await until(
    () => api.sources(),
    (sources) => sources.some((source) => source.url.includes('gone-fishing') && source.state === 'paused'),
  );
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
  await page.getByLabel('Filter sources').fill('gone-fishing');
  await page.locator('.source-state[data-state="paused"]').waitFor();
});

test('a feed is looked into before it is added, then renamed, removed and brought back', async () => {
  const page = await open('/sources');
  await page.getByLabel('Address of a site or a feed').fill(`${inject('feeds')}/bulletins.xml?looked`);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('The newest 3 of 3 items').waitFor({ timeout: 40_000 });
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.getByText('Fine').waitFor({ timeout: 40_000 });
  await dialog.getByRole('button', { name: 'Edit' }).click();
  await dialog.getByLabel('Name').fill('Bulletins, renamed');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByRole('heading', { name: 'Bulletins, renamed' }).waitFor();
  await dialog.getByRole('button', { name: 'Remove' }).click();
  const line = page.locator('.source-line', { hasText: 'Bulletins, renamed' });
  await line.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await line.waitFor();
});

test('sources leave as OPML and come back without being doubled', async () => {
  const page = await open('/sources');
  await page.locator('.source-line').first().waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export OPML' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('sources.opml');
  const before = (await api.sources()).length;
  await page.locator('input[type="file"]').setInputFiles(await download.path());
  await page.getByText('0 sources added').waitFor();
  expect(await api.sources()).toHaveLength(before);
});

test('the theme is chosen, kept, and there before the first paint', async () => {
  const page = await open('/settings');
  await page.getByLabel('Dark', { exact: true }).check();
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await ground();
  await page.reload({ waitUntil: 'commit' });
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  await page.getByLabel('Light', { exact: true }).check();
  expect(await ground()).not.toBe(dark);
});

test('on a phone the list and the item are two levels, and back leads from one to the other', async () => {
  const page = await open('/review/queue', { width: 390, height: 844 });
  await page.locator('.item-row').nth(2).tap();
  await page.locator('.item-title').waitFor();
  expect(await page.locator('.review-list').isVisible()).toBe(false);
  await page.goBack();
  await page.locator('.item-row').first().waitFor();
  expect(await page.locator('.review-pane').isVisible()).toBe(false);
  await page.locator('.item-row').first().tap();
  await page.getByRole('button', { name: 'Back to the list' }).tap();
  await page.locator('.item-row').first().waitFor();
});

test('the first load of Review stays within its budget of script', async () => {
  const page = await open('/today');
  const scripts: string[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.url());
  });
  await page.goto(`${page.url().replace(/\/today.*/, '')}/review/queue`);
  await page.locator('.item-row').first().waitFor();
  const { gzipSync } = await import('node:zlib');
  const sizes = await Promise.all(
    [...new Set(scripts)].map(async (url) => gzipSync(await (await fetch(url)).text()).byteLength),
  );
  expect(sizes.length).toBeGreaterThan(1);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(200_000);
});
