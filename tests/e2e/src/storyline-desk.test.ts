import { ExportFormat } from '@throughline/schema';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { until } from './desk-api.ts';
import { useBrowser } from './setup.ts';

const { open, api, forgive } = useBrowser();

/** A new storyline under the pen. */
async function newPiece(headline: string) {
  const { id } = (await api.change('storylines.create', { headline })) as { id: number };
  const page = await open(`/storylines/${id}`);
  await page.locator('.material-line').first().waitFor();
  return { id, page };
}

/** The desk does what is asked, and says so two seconds later. */
async function lateAnswers(page: Page, name: string) {
  await page.route(`**/trpc/storylines.${name}*`, async (route) => {
    const answer = await route.fetch();
    await new Promise((later) => setTimeout(later, 2000));
    // The page may be gone by then.
    await route.fulfill({ response: answer }).catch(() => {});
  });
}

test('the exact words are chosen, what they say is confirmed as a claim, removed and brought back', async () => {
  const { id, page } = await newPiece('Claims in the browser');
  await page
    .locator('.material-line')
    .first()
    .getByRole('button', { name: /^Choose the words/ })
    .click();
  const text = page.locator('textarea.quote-text');
  await text.waitFor();
  await text.press('Control+Home');
  // Whichever way the text runs.
  await text.press('Shift+End');
  const chosen = await text.evaluate((field: HTMLTextAreaElement) =>
    field.value.slice(field.selectionStart, field.selectionEnd).trim(),
  );
  // The answer comes late: what is written meanwhile and the citation both stand.
  await lateAnswers(page, 'cite');
  await lateAnswers(page, 'updateSection');
  await page.getByRole('button', { name: 'Cite these words' }).click();
  const cited = await until(
    () => api.storyline(id),
    ({ citations }) => citations.length === 1,
  );
  expect(cited.citations[0]?.exact).toBe(chosen);
  await page.locator('.ProseMirror').click();
  await page.keyboard.type('Written meanwhile.');
  await page.locator('.footnote-mark').waitFor();
  await until(
    () => api.storyline(id),
    ({ sections }) => /Written meanwhile.*"citation"/.test(JSON.stringify(sections)),
  );

  // What is written is proposed with the footnote of its paragraph, and confirmed by one press.
  await page.locator('.ProseMirror p').last().click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Exports fell by 29% in 2024.');
  await page.getByRole('button', { name: 'Claims', exact: true }).click();
  await page.getByRole('button', { name: /^Confirm: .*29% in 2024/ }).click();
  expect(await page.locator('.ProseMirror').first().innerText()).toMatch(
    /^Written meanwhile\.\s+(?!Written)/,
  );
  const claimed = await until(
    () => api.storyline(id),
    ({ claims }) => claims.length === 1,
  );
  expect(claimed.claims[0]?.evidence).toEqual([cited.citations[0]?.id]);
  await page.locator(`.claim-status[data-status="${claimed.claims[0]?.status}"]`).waitFor();
  await page.locator('.ProseMirror [data-claim]').waitFor();

  await page.getByRole('button', { name: /^Remove the claim/ }).click();
  await until(
    () => api.storyline(id),
    ({ claims }) => claims.length === 0,
  );
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await until(
    () => api.storyline(id),
    ({ claims }) => claims.length === 1,
  );
});

test('a save whose answer is lost is nobody else’s version, and nothing stands twice', async () => {
  const { id, page } = await newPiece('Lost on the way back');
  const text = page.locator('.ProseMirror').first();
  const saves = '**/trpc/storylines.updateSection*';
  await page.route(saves, async (route) => {
    await route.fetch();
    await route.abort();
  });
  await text.click();
  await page.keyboard.type('Once.');
  await until(
    () => api.storyline(id),
    (piece) => JSON.stringify(piece.sections).includes('Once.'),
  );
  await page.keyboard.type(' Twice.');
  await page.unroute(saves);
  await until(
    () => api.storyline(id),
    (piece) => JSON.stringify(piece.sections).includes('Once. Twice.'),
  );
  await page.getByText('Saved', { exact: true }).waitFor();
  expect(await text.innerText()).toBe('Once. Twice.');
  forgive();
});

test('every format is offered with what an editor should know, and leaves', async () => {
  const { id, page } = await newPiece('Leaves in every format');
  await api.change('storylines.addClaim', { storylineId: id, kind: 'fact', text: 'Nobody said so' });
  await page.reload();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByText('No source supports the claim').waitFor();
  const links = await page
    .locator('.export-groups a')
    .evaluateAll((all: HTMLAnchorElement[]) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(links).toHaveLength(ExportFormat.options.length);
  for (const link of links) expect((await api.download(link)).length, link).toBeGreaterThan(0);
});

test('an earlier state is compared with now, and restored', async () => {
  const { id, page } = await newPiece('Goes back');
  const { sections } = await api.storyline(id);
  await page.locator('.ProseMirror').click();
  await page.keyboard.type('The first words.');
  await until(
    () => api.storyline(id),
    (piece) => JSON.stringify(piece.sections).includes('first words'),
  );
  await api.change('storylines.keepState', { id });
  // The answer to the next save comes late: the history may know of a state that the page does not have yet.
  await lateAnswers(page, 'updateSection');
  await page.locator('.ProseMirror').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Other words.');
  await until(
    () => api.storyline(id),
    (piece) => JSON.stringify(piece.sections).includes('Other words'),
  );
  await page.getByRole('button', { name: 'History', exact: true }).click();
  await page.getByRole('button', { name: 'Compare with now' }).first().click();
  await page.locator('.diff ins').first().waitFor();
  await page.getByRole('button', { name: 'Restore' }).first().click();
  const restored = await until(
    () => api.storyline(id),
    (piece) => JSON.stringify(piece.sections).includes('first words'),
  );
  expect(restored.sections).toHaveLength(sections.length);
  await page.locator('.ProseMirror', { hasText: 'The first words.' }).waitFor();
});
