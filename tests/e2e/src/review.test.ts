import { expect, inject, test } from 'vitest';
import { until } from './desk-api.ts';
import { railCount, useBrowser } from './setup.ts';

const { open, api, forgive } = useBrowser();

const selectedTitle = '.item-row[data-current] .item-row-title';

test('triage by keys alone: every decision reaches the desk, the counts follow, undo takes all of it back', async () => {
  // Items may still be tagged anew, or samples drawn, after a change to topics.
  await api.settled();
  const before = await api.counts();
  const page = await open('/today');
  await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await page.locator('.item-row').first().waitFor();
  const steps = 30;
  await page.keyboard.press('j');
  for (let n = 0; n < steps; n++) await page.keyboard.press(n % 3 === 0 ? 'e' : 'x');
  const after = await until(
    () => api.counts(),
    (counts) => counts.all.unreviewed === before.all.unreviewed - steps,
  );
  await until(
    () => railCount(page, 'queue'),
    (count) => count === after.all.unreviewed,
  );
  for (const { topic, unreviewed } of after.topics)
    expect(await railCount(page, `topic-${topic}`)).toBe(unreviewed);
  // What is decided stays in its place, marked, until the list is asked for anew.
  expect(await page.locator('.item-row[data-verdict="relevant"]').count()).toBeGreaterThan(0);
  for (let n = 0; n < steps; n++) await page.keyboard.press('z');
  await until(
    () => api.counts(),
    (counts) => counts.all.unreviewed === before.all.unreviewed,
  );
  await until(
    () => railCount(page, 'queue'),
    (count) => count === before.all.unreviewed,
  );
});

test('a decision in a topic is about that topic only', async () => {
  const page = await open('/review/topic-tariffs');
  await page.locator('.item-row').first().waitFor();
  await page.keyboard.press('j');
  const id = Number((await page.locator('.item-row[data-current]').getAttribute('id'))?.slice(5));
  await page.keyboard.press('x');
  const item = await until(
    () => api.item(id),
    ({ verdicts }) => verdicts.length > 0,
  );
  expect(item.verdicts).toMatchObject([{ topic: 'tariffs', value: 'not_relevant' }]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await until(
    () => api.item(id),
    ({ verdicts }) => verdicts.length === 0,
  );
});

test('a reason can be given', async () => {
  const page = await open('/review/topic-climate');
  await page.locator('.item-row').first().waitFor();
  await page.keyboard.press('j');
  const id = Number((await page.locator('.item-row[data-current]').getAttribute('id'))?.slice(5));
  await page.keyboard.press('Shift+X');
  await page.keyboard.type('another place');
  await page.keyboard.press('Enter');
  const item = await until(
    () => api.item(id),
    ({ verdicts }) => verdicts.length > 0,
  );
  expect(item.verdicts[0]).toMatchObject({ value: 'not_relevant', reason: 'wrong_place' });
  await page.keyboard.press('u');
  await until(
    () => api.item(id),
    ({ verdicts }) => verdicts.length === 0,
  );
});

test('decisions made while the connection is cut are kept through a reload and sent when it is back', async () => {
  const before = await api.counts();
  const reviewed = { queued: true, unreviewed: false, sort: 'newest', query: 'is:relevant' };
  const decidedBefore = (await api.items(reviewed)).rows.length;
  const page = await open('/review/queue');
  await page.locator('.item-row').first().waitFor();
  await page.keyboard.press('j');
  // Only the decisions' way is cut: a page that is wholly offline could not be loaded again.
  await page.route('**/trpc/verdicts.*', (route) => route.abort('internetdisconnected'));
  for (let n = 0; n < 3; n++) await page.keyboard.press('e');
  await page.getByText('3 decisions not sent yet').first().waitFor();
  await page.reload();
  await page.locator('.item-row').first().waitFor();
  expect((await api.counts()).all.unreviewed).toBe(before.all.unreviewed);
  expect(await page.locator('.item-row[data-verdict="relevant"]').count()).toBe(3);
  await page.unroute('**/trpc/verdicts.*');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await until(
    () => api.counts(),
    (counts) => counts.all.unreviewed === before.all.unreviewed - 3,
  );
  await page.getByText('Live').waitFor();
  expect((await api.items(reviewed)).rows).toHaveLength(decidedBefore + 3);
  forgive();
});

test('why an item is here: the matched words in place, with topic, rule and weight on demand', async () => {
  const page = await open('/review/topic-tariffs?sort=relevance&reviewed=1');
  await page.locator('.item-row .mark').first().waitFor();
  await page.keyboard.press('j');
  await page.locator('.item-text .mark').first().waitFor();
  const evidence = page.getByRole('region', { name: 'Why it is here' });
  await evidence.getByText('Tariffs').first().waitFor();
  await page.locator('.item-text .mark').first().click();
  const popover = page.locator('.evidence-popover');
  await popover.getByText('Weight').waitFor();
  expect(await popover.innerText()).toMatch(/Rule[\s\S]*log-odds/);
  await page.keyboard.press('Escape');
  await popover.waitFor({ state: 'hidden' });
  // The same by keys.
  await page.keyboard.press('m');
  await popover.getByText('Weight').waitFor();
});

test('view, order, search and item stand in the address, and going back undoes a step', async () => {
  const page = await open('/review/queue');
  await page.locator('.item-row').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const title = await page.locator(selectedTitle).innerText();
  const id = (await page.locator('.item-row[data-current]').getAttribute('id'))?.slice(5);
  await page.waitForURL((url) => url.searchParams.get('item') === id);
  await page.reload();
  expect(await page.locator('.item-title').innerText()).toBe(title);
  await page.getByLabel('Sort').selectOption('oldest');
  await page.waitForURL(/sort=oldest/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('tariff');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=tariff/);
  await page.goBack();
  await page.waitForURL((url) => !url.search.includes('q='));
});

test('new items are announced and never move the list under the cursor', async () => {
  const page = await open('/review/everything');
  await page.locator('.item-row').first().waitFor();
  await page.keyboard.press('j');
  const title = await page.locator(selectedTitle).innerText();
  const first = await page.locator('.item-row').first().innerText();
  await api.change('sources.add', { url: `${inject('feeds')}/bulletins.xml` });
  await page.getByRole('button', { name: /^Show \d+ new items?$/ }).waitFor({ timeout: 40_000 });
  expect(await page.locator('.item-row').first().innerText()).toBe(first);
  expect(await page.locator(selectedTitle).innerText()).toBe(title);
  await page.keyboard.press('r');
  await page.getByText('A harbour bulletin that nobody has seen').first().waitFor();
  expect(await page.locator('.item-title').innerText()).toBe(title);
});
