import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { until } from './desk-api.ts';
import { useBrowser } from './setup.ts';

const { open, api } = useBrowser();

/** A topic of this file's own, with a term of many senses; it is switched off and unjudged again afterwards. */
const RULES = `topic levies "Levies"
about "Duties on goods."
relevant 0.5
queue 0.2

concept levy weight 4 {
  en: tariff~
}
`;

const commands: string[] = [];
afterAll(async () => {
  for (const commandId of commands.reverse())
    await api.change('verdicts.undo', { commandId: crypto.randomUUID(), undoes: commandId });
  await api.change('topics.setEnabled', { id: 'levies', enabled: false });
});

const part = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'What to see of this topic' }).getByRole('link', { name }).click();
const queued = async () => (await api.counts()).topics.find(({ topic }) => topic === 'levies')?.total ?? 0;

test('rules come from a file, are tried, saved, changed as form and as text, compared and brought back', async () => {
  const page = await open('/topics');
  await page.getByRole('button', { name: 'Add a topic' }).click();
  // Starter topics that are not tracked yet are offered.
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Migration and refugees').waitFor();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    dialog.getByRole('button', { name: 'Open a file' }).click(),
  ]);
  await chooser.setFiles({ name: 'levies.topic', mimeType: 'text/plain', buffer: Buffer.from(RULES) });
  await page.getByRole('heading', { name: 'New topic' }).waitFor();

  // A pasted text, and the stored items, are tried with rules that nobody has saved yet.
  const title = page.locator('.topic-test').getByLabel('Title', { exact: true });
  await title.fill('A taxi tariff');
  await page.getByText('Tried with your unsaved changes.').waitFor();
  await page.locator('.test-tags', { hasText: 'levies' }).waitFor();
  await page.getByRole('button', { name: 'See what would change' }).click();
  const gain = page.locator('.what-if .gain');
  await gain.waitFor();
  const gained = Number((await gain.innerText()).slice(1));
  expect(gained).toBeGreaterThan(10);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('Saved version 1 of Levies').waitFor();
  await until(queued, (count) => count >= gained);

  // As a form: what cannot be is said at its place, holds the form back, and can be dropped.
  await part(page, 'Edit');
  const queue = page.getByLabel('Asked from (0 to 1)');
  await queue.fill('0.9');
  const fault = page.locator('.form-field', { has: queue }).locator('.form-problem');
  await fault.waitFor();
  expect(await queue.getAttribute('aria-invalid')).toBe('true');
  expect(await page.getByRole('button', { name: 'Save rules' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Drop changes' }).click();
  await fault.waitFor({ state: 'detached' });
  expect(await queue.inputValue()).toBe('0.2');
  await page.getByLabel('Add a term: English').fill('customs duty');
  await page.keyboard.press('Enter');
  await title.fill('A customs duty on soup');
  await page.locator('.test-title .mark', { hasText: 'customs duty' }).waitFor();

  // As text: the fault has a place, and a press leads there.
  await page.getByRole('button', { name: 'Text', exact: true }).click();
  const text = page.getByLabel('Rules as text');
  const good = await text.inputValue();
  expect(good).toContain('"customs duty"');
  await text.fill(good.replace('weight 4', 'weight four'));
  await page.getByRole('button', { name: /^line \d+, column \d+$/ }).click();
  const marked = await text.evaluate((field: HTMLTextAreaElement) =>
    field.value.slice(field.selectionStart, field.selectionEnd),
  );
  expect(marked).toBe('four');
  await page.getByText('tried with the rules as they are saved').waitFor();
  await text.fill(good);
  await page.getByText('These rules can be used.').waitFor();
  await page.getByRole('button', { name: 'Save rules' }).click();
  await page.getByText('Saved version 2 of Levies').waitFor();

  await part(page, 'Versions');
  await page.locator('.rule-diff ins', { hasText: 'customs duty' }).waitFor();
  await page.getByRole('button', { name: 'Open in the editor' }).click();
  await page.getByRole('button', { name: 'Save rules' }).click();
  await page.getByText('Saved version 3 of Levies').waitFor();

  // What leaves is what came.
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('levies.topic');
  expect(await readFile(await file.path(), 'utf8')).toBe(RULES);
});

test('rejections become a proposed edit with its effect; what was learned is shown, switched off, forgotten', async () => {
  const { rows } = await api.items({ kind: 'topic', topic: 'levies' });
  const decide = async (title: RegExp, value: string, reason: string | null) => {
    const commandId = crypto.randomUUID();
    const itemIds = rows.filter((row) => title.test(row.title)).map(({ id }) => id);
    await api.change('verdicts.decide', { commandId, itemIds, topic: 'levies', value, reason });
    commands.push(commandId);
  };
  await decide(/Trump|China|29%/, 'relevant', null);
  await decide(/hotel|mobile|taxi|electricity|feed-in/, 'not_relevant', 'wrong_sense');

  const page = await open('/topics?topic=levies&show=quality');
  const proposal = page.locator('.topic-versions li', { hasText: '“taxi tariff”' }).first();
  await proposal.waitFor();
  expect(await proposal.locator('.gain').innerText()).toBe('+0');
  expect(Number((await proposal.locator('.loss').innerText()).slice(1))).toBeGreaterThan(1);
  const terms = page.locator('.term-line', { hasText: 'against it' });
  expect(await terms.innerText()).toContain('tariff for');
  await proposal.getByRole('button', { name: 'Put into the editor' }).click();
  await page.getByText('not saved').first().waitFor();
  await page.getByRole('button', { name: 'Text', exact: true }).click();
  expect(await page.getByLabel('Rules as text').inputValue()).toContain('taxi tariff');

  await part(page, 'Quality');
  // Verdicts that can still be taken back by a slip are not taken in at once.
  const features = page.locator('.learned-features li');
  await until(
    async () => {
      await page.reload();
      await page.getByRole('heading', { name: 'What was learned' }).waitFor();
      return features.count();
    },
    (count) => count > 3,
  );
  await page.getByRole('button', { name: 'Do not learn' }).click();
  await page.getByText('Switched off: the rules alone decide.').waitFor();
  await page.getByRole('button', { name: 'Learn from verdicts' }).click();
  await page.getByRole('button', { name: 'Forget what was learned' }).click();
  await page.getByRole('alert').getByRole('button', { name: 'Forget it' }).click();
  await page.getByText('0 verdicts taken in').waitFor();
  expect(await features.count()).toBe(0);
});

test('one switch stops the samples from below the queues for the whole desk, and keeps what each topic chose', async () => {
  const page = await open('/topics?topic=unsc&show=quality');
  const share = page.getByLabel('Samples from below the queue');
  const desk = page.getByLabel('Samples on this desk (all topics)');
  await share.selectOption('0.05');
  await page.locator('.topic-tab', { hasText: 'Climate' }).click();
  await part(page, 'Quality');
  await desk.uncheck();
  await page.getByText('Off for the whole desk').waitFor();
  await page.locator('.topic-tab', { hasText: 'Council' }).click();
  await part(page, 'Quality');
  await page.getByText('Off for the whole desk').waitFor();
  expect(await share.isDisabled()).toBe(true);
  expect(await share.inputValue()).toBe('0.05');
  await desk.check();
  await page.getByText('Off for the whole desk').waitFor({ state: 'detached' });
  await share.selectOption('usual');
});
