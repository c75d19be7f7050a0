import { readFile } from 'node:fs/promises';
import axe from 'axe-core';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { until } from './desk-api.ts';
import { useBrowser } from './setup.ts';

const { address, api, open } = useBrowser();

test('a piece is published, read by strangers, corrected, and taken back', async () => {
  const { id, slug } = (await api.change('storylines.create', { headline: 'Public in the browser' })) as {
    id: number;
    slug: string;
  };
  const page = await open(`/storylines/${id}`);
  await page.locator('.ProseMirror').click();
  await page.keyboard.type('The first words.');
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('See what comes out').click();
  await page
    .frameLocator('.publish-preview iframe')
    .getByRole('heading', { name: 'Public in the browser' })
    .waitFor();
  await page.getByRole('button', { name: 'Publish now' }).click();
  await page.getByText('What is public is the piece as it stands.').waitFor();

  // A stranger reads it. Anything that its own policy refused would be a fault of the page.
  const stranger = await open(`/read/${slug}`, { signedOut: true });
  await stranger.getByText('The first words.').waitFor();
  expect(await stranger.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Iowan');
  await stranger.evaluate(axe.source);
  const { violations } = await stranger.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(),
  );
  expect(violations.map((violation) => violation.id)).toEqual([]);

  await page.keyboard.press('Escape');
  await page.locator('.ProseMirror').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' And more.');
  await until(
    () => api.storyline(id),
    (piece) => JSON.stringify(piece.sections).includes('And more'),
  );
  await page.getByRole('button', { name: 'Public', exact: true }).click();
  await page.getByLabel(/^Correction/).check();
  await page.getByLabel('What readers are told').fill('A word was missing.');
  await page.getByRole('button', { name: 'Publish version 2' }).click();
  await page.getByText('Version 2 is public').waitFor();
  await stranger.reload();
  await stranger.locator('.corrections').getByText('A word was missing.').waitFor();
  await stranger.getByRole('link', { name: 'All versions' }).click();
  await stranger.getByRole('link', { name: 'Version 1' }).click();
  await stranger.getByText('This is an earlier version').waitFor();
  expect(await stranger.getByText('And more.').count()).toBe(0);

  await page.getByRole('button', { name: 'Unpublish…' }).click();
  await page.getByRole('button', { name: 'Unpublish', exact: true }).click();
  await page.getByText('Taken back on').waitFor();
  expect((await fetch(`${address}/read/${slug}`)).status).toBe(410);
});

test('a desk can be told to refuse, and then says what keeps a piece here', async () => {
  const { id } = (await api.change('storylines.create', { headline: 'Refused in the browser' })) as {
    id: number;
  };
  await api.change('storylines.addClaim', { storylineId: id, kind: 'fact', text: 'Nobody said so' });
  const page = await open(`/storylines/${id}`);
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('No source supports the claim').waitFor();
  await page.getByText('What this desk refuses to publish').click();
  const rule = page.getByLabel('Claims without a source');
  await rule.check();
  await page.getByRole('heading', { name: 'This desk does not publish this' }).waitFor();
  expect(await page.getByRole('button', { name: 'Publish now' }).isDisabled()).toBe(true);
  await rule.uncheck();
  await page.getByRole('button', { name: 'Publish now' }).and(page.locator(':enabled')).waitFor();
});

test('all storylines leave in one archive, with a count, and what cannot come along is told', async () => {
  const page = await open('/storylines');
  await page.locator('.storyline-line').first().waitFor();
  const all = await page.locator('.storyline-line').count();
  const [lost] = await api.storylines();
  if (lost === undefined) throw new Error('the sample wire brings a storyline');
  await page.route(`**/export/storylines/${lost.id}?*`, (route) => route.abort());
  await page.getByRole('button', { name: 'Export all' }).click();
  await page.getByRole('combobox', { name: 'Format' }).selectOption('json');
  const [archive] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Export ${all} storylines` }).click(),
  ]);
  const files = unzipSync(await readFile(await archive.path()));
  expect(Object.keys(files)).toHaveLength(all - 1);
  for (const file of Object.values(files)) expect(JSON.parse(strFromU8(file)).schemaVersion).toBe(1);
  await page.locator('.export-warnings').getByText(lost.headline).waitFor();
});
