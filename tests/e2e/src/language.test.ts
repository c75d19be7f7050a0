import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { useBrowser } from './setup.ts';
import { violations } from './violations.ts';

const { open, api } = useBrowser();

// The language belongs to the person, so later files would see it as well.
afterAll(() => api.change('session.changeSettings', { language: 'system' }));

const sideways = (page: Page) =>
  page.evaluate(() => {
    const root = document.documentElement;
    return root.scrollWidth - root.clientWidth;
  });

test('Urdu is chosen in the settings, follows the person, and turns the whole desk around', async () => {
  const page = await open('/settings/own');
  await page.getByLabel('اردو').check();
  await page.getByRole('heading', { name: 'ترتیبات', level: 1 }).waitFor();
  expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
    'ur',
    'rtl',
  ]);
  const elsewhere = await open('/review/queue');
  await elsewhere.locator('.item-row').first().waitFor();
  const left = async (selector: string) =>
    (await elsewhere.locator(selector).first().boundingBox())?.x ?? Number.NaN;
  expect(await left('.rail')).toBeGreaterThan(await left('.review-list'));
  expect(await left('.review-list')).toBeGreaterThan(await left('.review-pane'));
  // The keys are where they were, whatever the words say.
  await elsewhere.keyboard.press('j');
  await elsewhere.locator('.item-title').waitFor();
});

test('what is wrong with rules, and why reports are one story, is said in Urdu', async () => {
  const page = await open('/topics?topic=climate&show=edit');
  await page.getByRole('button', { name: 'متن', exact: true }).click();
  const text = page.locator('.rule-text textarea');
  await text.fill(
    'topic climate "Climate"\nconcept a weight 4 {\n  en: good | ta* | "open\n  require nobody 5\n}\nmust (a1 OR\n',
  );
  const faults = page.locator('.rule-problems li');
  await faults.nth(3).waitFor();
  for (const fault of await faults.allInnerTexts()) expect(fault).not.toMatch(/[a-z]{4} [a-z]+ [a-z]/);
  expect((await faults.allInnerTexts()).join(' ')).toMatch(/بہت زیادہ خبروں سے مل جائے گا.*کم از کم 4 حروف/s);

  const { rows } = await api.items({
    queued: false,
    unreviewed: false,
    sort: 'newest',
    query: '"World braces for new US tariffs"',
  });
  await page.goto(new URL(`/stories/${rows[0]?.story?.id}`, page.url()).href);
  const reasons = page.locator('.story-report .story-facts span:last-child');
  await reasons.nth(2).waitFor();
  const said = await reasons.allInnerTexts();
  expect(said.filter((one) => !/\p{Script=Arabic}{3}/u.test(one))).toEqual([]);
  expect(said.join()).not.toMatch(/\b(first report|likeness|wording|same)\b/);
});

test.each([
  ['/today', '.today-topic'],
  ['/review/queue', '.item-row'],
  ['/stories', 'h1'],
  ['/storylines', '.storyline-line'],
  ['/topics', '.term'],
  ['/sources', '.source-line'],
  ['/settings/own', '.session-line'],
  ['/settings/people', '.person'],
  ['/settings/webhooks', '.webhook-form'],
  ['/settings/retention', '.retention-state'],
  ['/settings/backup', '.backup-last'],
  ['/settings/about', '.settings-about'],
  ['/settings/record', '.record-entry'],
])(
  '%s in Urdu at phone width: nothing sticks out, nothing is left in English, axe is content',
  async (path, ready) => {
    const page = await open(path, { width: 390, height: 844, dark: path.startsWith('/settings') });
    await page.locator(ready).first().waitFor();
    await page.locator('html[dir="rtl"]').waitFor();
    expect(await sideways(page)).toBeLessThanOrEqual(1);
    const controls = await page.getByRole('button').allInnerTexts();
    expect(
      controls.filter((text) => /^(Save|Cancel|Undo|Remove|Close|Add|Search|Review)\b/.test(text)),
    ).toEqual([]);
    expect(await violations(page)).toEqual([]);
  },
);
