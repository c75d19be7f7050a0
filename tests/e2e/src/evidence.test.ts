import { expect, inject, test } from 'vitest';
import { until } from './desk-api.ts';
import { useBrowser } from './setup.ts';

const { open, api } = useBrowser();

test('words that a publisher changes make their claim stale, with what stands there now; an export says so', async () => {
  const feeds = inject('feeds');
  await api.change('sources.add', { url: `${feeds}/ferries.xml` });
  const [item] = await until(
    async () =>
      (await api.items({ queued: false, unreviewed: false, sort: 'newest', query: 'ferry passengers' })).rows,
    (rows) => rows.some((row) => row.url === `${feeds}/ferry.html`),
  );
  const { id } = (await api.change('storylines.create', { headline: 'The ferries' })) as { id: number };
  const sectionId = (await api.storyline(id)).sections[0]?.id ?? 0;
  const exact = 'carried 412 passengers';
  await api.change('storylines.cite', { storylineId: id, sectionId, itemId: item?.id, exact });
  const { citations } = await api.storyline(id);
  const claim = { storylineId: id, kind: 'figure', text: 'It carried 412', evidence: [citations[0]?.id] };
  await api.change('storylines.addClaim', claim);

  const page = await open(`/storylines/${id}?side=claims`);
  const line = page.locator('.claim-line', { hasText: 'It carried 412' }).first();
  await line.locator('[data-status="single"]').waitFor();
  await fetch(`${feeds}/ferry.html?edit`);
  await page.getByRole('button', { name: 'Check all sources now' }).click();
  await line.locator('[data-status="stale"]').waitFor({ timeout: 40_000 });
  expect(await line.locator('.watched-diff del').innerText()).toContain('412');
  expect(await line.locator('.watched-diff ins').innerText()).toContain('398');

  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('dialog').getByText('It carried 412').waitFor();
});
