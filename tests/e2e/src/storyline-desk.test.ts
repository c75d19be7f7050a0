import { expect, test } from 'vitest';
import { until } from './desk-api.ts';
import { useBrowser } from './setup.ts';

const { open, api } = useBrowser();

/** A new storyline under the pen. */
async function newPiece(headline: string) {
  const { id } = (await api.change('storylines.create', { headline })) as { id: number };
  const page = await open(`/storylines/${id}`);
  await page.locator('.material-line').first().waitFor();
  return { id, page };
}

test('every format is offered with what an editor should know, and leaves', async () => {
  const { id, page } = await newPiece('Leaves in every format');
  await api.change('storylines.addClaim', { storylineId: id, kind: 'fact', text: 'Nobody said so' });
  await page.reload();
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByText('No source supports the claim').waitFor();
  const links = await page
    .locator('.export-groups a')
    .evaluateAll((all: HTMLAnchorElement[]) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(links).toHaveLength(13);
  // An empty bibliography of a piece without citations is right.
  for (const link of links.filter((href) => !href.endsWith('bibtex')))
    expect((await api.download(link)).length, link).toBeGreaterThan(0);
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
