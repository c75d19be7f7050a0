import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { until } from './desk-api.ts';
import { comeIn, invitation } from './guests.ts';
import { railCount, useBrowser } from './setup.ts';

const { open, api, forgive } = useBrowser();

const current = '.item-row[data-current]';
const idOf = async (page: Page) => Number((await page.locator(current).getAttribute('id'))?.slice(5));
const everything = { queued: false, unreviewed: false, sort: 'newest' };

test('a search is completed, corrected where it points, saved as a view and kept in the rail', async () => {
  const page = await open('/review/everything');
  await page.locator('.item-row').first().waitFor();
  // Frames that come late, as on a busy machine: no letter may land before the completed word.
  await page.evaluate(() => {
    const soon = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (paint) => window.setTimeout(() => soon(paint), 200);
  });
  await page.keyboard.press('/');
  await page.keyboard.type('top');
  const offered = page.getByRole('listbox', { name: 'Suggestions' });
  await offered.getByRole('option', { name: 'topic:' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('war');
  await offered.getByRole('option', { name: /^tariffs/ }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('lang:urdu-x', { delay: 40 });
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=topic/);
  const box = page.getByRole('combobox', { name: 'Search' });
  expect(await box.inputValue()).toBe('topic:tariffs lang:urdu-x');
  await page.locator('.query-fault mark', { hasText: 'urdu-x' }).waitFor();

  await box.fill('topic:tariffs lang:ur');
  await page.keyboard.press('Enter');
  await page.locator('.item-row').first().waitFor();
  const { rows } = await api.items({ ...everything, query: 'topic:tariffs lang:ur' });
  expect(rows.length).toBeGreaterThan(0);
  expect(await page.locator('.item-row').count()).toBe(rows.length);

  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByLabel('Name').fill('Urdu on tariffs');
  await page.getByRole('dialog').getByRole('button', { name: 'Save view' }).click();
  await page.waitForURL(/saved-\d+/);
  const view = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await until(
    () => railCount(page, view),
    (count) => count === rows.length,
  );
  await page.reload();
  await page.locator('.item-row').first().waitFor();
  expect(await page.locator('.item-row').count()).toBe(rows.length);
  await page.getByRole('button', { name: 'Edit view' }).click();
  await page.getByRole('button', { name: 'Remove view' }).click();
  await page.getByText('View removed: Urdu on tariffs').waitFor();
  await page.keyboard.press('z');
  await page.getByRole('link', { name: /^Urdu on tariffs/ }).waitFor();
});

test('star, second look, snooze and a topic by hand: each on its key, in its view, undone by z', async () => {
  const before = await api.counts();
  const page = await open('/review/queue');
  await page.locator('.item-row').first().waitFor();
  await page.keyboard.press('j');
  const id = await idOf(page);
  await page.keyboard.press('s');
  await page.keyboard.press('f');
  await until(
    () => api.item(id),
    ({ marks }) => marks.length === 2,
  );
  await until(
    () => railCount(page, 'starred'),
    (count) => count === 1,
  );
  await page.keyboard.press('t');
  await page.keyboard.type('climate');
  await page.keyboard.press('Enter');
  await until(
    () => api.item(id),
    ({ tags }) => tags.some((tag) => tag.topic === 'climate' && tag.byHand === true),
  );
  await page.keyboard.press('b');
  await page.keyboard.type('in a week');
  await page.keyboard.press('Enter');
  const after = await until(
    () => api.counts(),
    ({ snoozed }) => snoozed === 1,
  );
  expect(after).toMatchObject({ starred: 1, doubted: 1 });
  await page.goto(new URL('/review/starred', page.url()).href);
  await page.locator(`#item-${id}`).waitFor();
  await page.goto(new URL('/review/second-look', page.url()).href);
  await page.locator(`#item-${id}`).waitFor();
  // A reload forgets the steps, not what was done: each is taken back on its own key.
  await page.keyboard.press('j');
  for (const key of ['s', 'f', 'b']) await page.keyboard.press(key);
  await until(
    () => api.item(id),
    ({ marks }) => marks.length === 0,
  );
  await api.change('items.tagByHand', {
    commandId: crypto.randomUUID(),
    itemIds: [id],
    topic: 'climate',
    on: false,
  });
  await until(
    () => api.counts(),
    ({ all }) => all.unreviewed === before.all.unreviewed,
  );

  await page.goto(new URL('/review/queue', page.url()).href);
  await page.locator('.item-row').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await page.locator('.item-row [data-mark="starred"]').waitFor();
  await page.keyboard.press('z');
  await page.getByText(/^Undone: Starred: /).waitFor();
  await until(
    () => api.counts(),
    ({ starred }) => starred === 0,
  );
});

test('many at once: a range, and all reports of a story; one step takes all of it back', async () => {
  const before = await api.counts();
  const page = await open('/review/queue?flat=1');
  await page.locator('.item-row').nth(5).waitFor();
  await page.keyboard.press('j');
  for (let n = 0; n < 4; n++) await page.keyboard.press('Shift+ArrowDown');
  await page.getByText('5 chosen').waitFor();
  await page.keyboard.press('x');
  await until(
    () => api.counts(),
    ({ all }) => all.unreviewed === before.all.unreviewed - 5,
  );
  await page.keyboard.press('z');
  await until(
    () => api.counts(),
    ({ all }) => all.unreviewed === before.all.unreviewed,
  );

  await page.goto(new URL('/review/queue?sort=largest', page.url()).href);
  await page.locator('.item-row').first().waitFor();
  await page.keyboard.press('j');
  const { story } = await api.item(await idOf(page));
  expect(story?.reports).toBeGreaterThan(2);
  await page.keyboard.press('Shift+S');
  await page.getByText(`${story?.reports} chosen`).waitFor();
  expect(await page.locator('.item-row[data-nested]').count()).toBe((story?.reports ?? 0) - 1);
  await page.keyboard.press('e');
  const all = await until(
    () => api.items({ ...everything, within: `story:"${story?.id}"` }),
    ({ rows }) => rows.every(({ verdicts }) => verdicts.length === 1),
  );
  expect(all.rows).toHaveLength(story?.reports ?? 0);
  await page.keyboard.press('z');
  await until(
    () => api.counts(),
    (counts) => counts.all.unreviewed === before.all.unreviewed,
  );
});

test('two curators: who looks is seen live, and a decision that crossed another is shown, not lost', async () => {
  const admin = await open('/settings/people');
  const mine = await open('/review/queue?flat=1');
  const guest = await comeIn(open, await invitation(admin, 'curator'), 'Bo Reed');
  await guest.goto(new URL('/review/queue?flat=1', guest.url()).href);
  for (const page of [mine, guest]) await page.locator('.item-row').first().waitFor();
  await guest.keyboard.press('j');
  const id = await idOf(guest);
  await mine.locator(`#item-${id} .item-row-others`).waitFor();
  await mine.locator(`#item-${id}`).click();
  await mine.getByText('Bo Reed has this open too').waitFor();

  // What Bo decides is not heard here before this page decides otherwise.
  await mine.route('**/trpc/items.byId*', (route) => route.abort());
  await mine.route('**/trpc/desk.events*', (route) => route.abort());
  await guest.keyboard.press('x');
  await until(
    () => api.item(id),
    ({ verdicts }) => verdicts.length === 1,
  );
  await mine.keyboard.press('e');
  await mine.getByText('Bo Reed had already decided “Not relevant”').waitFor();
  expect((await api.item(id)).verdicts).toMatchObject([{ value: 'not_relevant', by: 'Bo Reed' }]);
  await mine.unroute('**/trpc/items.byId*');
  await mine.getByRole('button', { name: 'Decide anyway' }).click();
  await until(
    () => api.item(id),
    ({ verdicts, marks }) => verdicts[0]?.value === 'relevant' && marks[0]?.because === 'disagreement',
  );
  // The other one sees it, and that it is up for a second look.
  await guest.locator(`#item-${id} [data-mark="doubted"]`).waitFor();
  await guest.keyboard.press('z');
  expect((await api.item(id)).verdicts).toMatchObject([{ value: 'relevant' }]);
  await mine.keyboard.press('z');
  await until(
    () => api.item(id),
    ({ verdicts }) => verdicts[0]?.value === 'not_relevant',
  );
  await api.change('items.mark', { itemIds: [id], kind: 'doubted', on: false });
  forgive();
});

test('keys can be changed where they are listed, and hold', async () => {
  const page = await open('/review/queue');
  await page.locator('.item-row').first().waitFor();
  await page.keyboard.press('?');
  await page.getByRole('button', { name: 'Change keys' }).click();
  const change = page.getByRole('button', { name: 'Change the key for: Star', exact: true });
  await change.click();
  await page.keyboard.press('e');
  await page.getByText('That key does “Relevant” already').waitFor();
  await page.keyboard.press('h');
  await page.keyboard.press('Escape');
  await page.reload();
  await page.locator('.item-row').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await page.keyboard.press('h');
  await page.locator('.item-row [data-mark="starred"]').waitFor();
  expect((await api.counts()).starred).toBeLessThanOrEqual(1);
  await page.keyboard.press('h');
  await until(
    () => api.counts(),
    ({ starred }) => starred === 0,
  );
});
