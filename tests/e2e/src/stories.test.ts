import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from './setup.ts';

const { open, api } = useBrowser();

const reports = (page: Page) => page.locator('.story-report').count();
/**
 * The story of the item with this title. Which of its headlines a story bears depends on the order in which its reports
 * came, so it is sought by one of them.
 */
const storyOf = async (title: string) => {
  const view = { queued: false, unreviewed: false, sort: 'newest' };
  const { rows } = await api.items({ ...view, query: `"${title}"` });
  const story = rows.find((row) => row.title.startsWith(title))?.story;
  if (!story) throw new Error(`no story of "${title}"`);
  return story;
};
const openStory = async (page: Page, title: string) => {
  const { id } = await storyOf(title);
  const path = `/stories/${id}`;
  await page.locator(`.story-line a[href="${path}"]`).click();
  await page.locator('.story-origins').waitFor();
};

test('a story shows its tree and growth; a report is moved to another story and back', async () => {
  await api.settled();
  const page = await open('/stories');
  await openStory(page, 'World braces for new US tariffs');
  const story = page.url();
  const before = await reports(page);
  expect(before).toBeGreaterThan(2);
  expect(await page.locator('.story-timeline > li').count()).toBe(before);
  expect(await page.locator('.story-timeline > li[data-first]').count()).toBeGreaterThan(1);
  // A copy stands under the report that it repeats, below the publisher who began it.
  await page
    .locator('.story-origin', { hasText: 'Meridian Wire Service' })
    .locator('ul ul')
    .first()
    .waitFor();
  const publishers = (await api.sources()).map((source) => source.publisher.name);
  expect(publishers).toEqual(expect.arrayContaining(await page.locator('.story-origin h3').allInnerTexts()));

  await page.getByRole('checkbox').last().check();
  await page.getByRole('button', { name: 'Move chosen to' }).click();
  const { headline } = await storyOf('Asian bourses bleed');
  await page.getByRole('textbox', { name: 'Move to which story?' }).fill(headline.slice(0, 12));
  await page.locator('.merge-choice').getByRole('button', { name: headline }).click();
  await page.getByText(`Moved to: ${headline}`).waitFor();
  await page.getByRole('heading', { level: 1, name: headline }).waitFor();
  await page.keyboard.press('z');
  await page.getByText(/^Undone: Moved to/).waitFor();
  await page.goto(story);
  await page.locator('.story-origins').waitFor();
  expect(await reports(page)).toBe(before);
});

test('a story far down the list is found by its headline, merged and taken apart again', async () => {
  const page = await open('/stories');
  await openStory(page, 'World braces for new US tariffs');
  const story = page.url();
  const before = await reports(page);
  await page.getByRole('button', { name: 'Merge a story into this one' }).click();
  const { headline } = await storyOf('Five Oscars for');
  await page.locator('.merge-choice input').fill(headline.slice(0, 12));
  await page.locator('.merge-choice').getByRole('button', { name: headline }).first().click();
  await page.getByText(`Merged: ${headline}`).waitFor();
  await expect.poll(() => reports(page)).toBeGreaterThan(before);
  await page.keyboard.press('z');
  await page.getByText(/^Undone/).waitFor();
  await page.goto(story);
  await page.locator('.story-origins').waitFor();
  await expect.poll(() => reports(page)).toBe(before);
});

test('a link to another language is rejected, confirmed and left as it was', async () => {
  const page = await open('/stories');
  await openStory(page, 'Pakistan courts US and Chinese investors');
  const link = page.locator('.story-link').first();
  const inState = (state: string) => page.locator(`.story-link[data-state=${state}]`).first();
  await inState('sure').waitFor();
  await link.getByRole('button', { name: 'Not the same' }).click();
  await inState('rejected').waitFor();
  await page.keyboard.press('z');
  await inState('sure').waitFor();
  await page.locator('.story-link').first().getByRole('button', { name: 'Same event' }).click();
  await inState('confirmed').waitFor();
  await page.keyboard.press('z');
  await inState('sure').waitFor();
});

test('Review greys what was told before and says what the other reports add', async () => {
  const page = await open('/stories');
  await openStory(page, 'World braces for new US tariffs');
  await page.locator('.story-report a', { hasText: 'World braces' }).click();
  await page.locator('.other-reports > li').nth(3).waitFor();
  await page.getByText(/% of this text had been told/).waitFor();
  await page
    .getByText(/^adds \d of \d sentences/)
    .first()
    .waitFor();
});

test('all items are grouped anew from the screen, and the result is compared with what stood', async () => {
  await api.settled();
  const page = await open('/stories');
  await page.locator('.story-line').first().waitFor();
  await page.getByRole('button', { name: 'Group anew' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  // While it goes on, its progress stands in the place of the button.
  await page.getByRole('button', { name: 'Group anew' }).click();
  const last = page.getByRole('dialog').getByText(/^Last done .* by /);
  await last.waitFor();
  const agreement = Number(/what stood: (\d\.\d\d)/.exec(await last.innerText())?.[1]);
  expect(agreement).toBeGreaterThan(0.9);
  await page.keyboard.press('Escape');
  await openStory(page, 'World braces for new US tariffs');
});
