import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from './setup.ts';
import { violations } from './violations.ts';

const { open, api } = useBrowser();

/** Every screen in a state with something in it, and what has to be there before it is looked at. */
const SCREENS: readonly {
  name: string;
  path: () => Promise<string> | string;
  ready: string;
  act?: (page: Page) => Promise<void>;
}[] = [
  { name: 'Today', path: () => '/today', ready: '.today-topic' },
  {
    name: 'Review',
    path: () => '/review/queue',
    ready: '.item-row',
    act: async (page) => {
      await page.keyboard.press('j');
      await page.locator('.item-title').waitFor();
      await page.keyboard.press('m');
    },
  },
  { name: 'Keys', path: () => '/review/queue', ready: '.item-row', act: (page) => page.keyboard.press('?') },
  {
    name: 'Palette',
    path: () => '/review/queue',
    ready: '.item-row',
    act: (page) => page.keyboard.press('Control+k'),
  },
  { name: 'Stories', path: () => '/stories', ready: 'h1' },
  { name: 'Storylines', path: () => '/storylines', ready: '.storyline-line' },
  {
    name: 'Editor',
    path: async () => `/storylines/${(await api.storylines())[0]?.id}`,
    ready: '.ProseMirror p',
    act: (page) => page.locator('.piece-details summary').click(),
  },
  { name: 'Topics', path: () => '/topics', ready: '.term' },
  { name: 'Sources', path: () => '/sources', ready: '.source-line' },
  {
    name: 'Source',
    path: async () => `/sources?source=${(await api.sources())[0]?.id}`,
    ready: '.source-history',
  },
  { name: 'Settings', path: () => '/settings', ready: '.session-line' },
  { name: 'People', path: () => '/settings/people', ready: '.person' },
  { name: 'Programs', path: () => '/settings/programs', ready: '.invite' },
  { name: 'Webhooks', path: () => '/settings/webhooks', ready: '.webhook-form' },
  { name: 'Kept news', path: () => '/settings/retention', ready: '.retention-state' },
  { name: 'Backup', path: () => '/settings/backup', ready: '.backup-last' },
  { name: 'About', path: () => '/settings/about', ready: '.settings-about' },
  { name: 'Record', path: () => '/settings/record', ready: '.record-entry' },
  {
    name: 'Notes',
    path: async () => `/storylines/${(await api.storylines())[0]?.id}?side=notes`,
    ready: '.new-note',
  },
  { name: 'Invitation', path: () => '/invitation#over', ready: '[role="alert"]' },
];

describe('axe, light and dark', () => {
  test.each(SCREENS)('$name', async ({ path, ready, act }) => {
    const page = await open(await path());
    await page.locator(ready).first().waitFor();
    await act?.(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(300);
      expect(await violations(page), colorScheme).toEqual([]);
    }
  });
});

const NARROW = 320;
const WIDER = [390, 768, 2560];

describe('does not scroll sideways at any width', () => {
  test.each(SCREENS)('$name', async ({ path, ready, act }) => {
    const page = await open(await path(), { width: NARROW, height: 800 });
    await page.locator(ready).first().waitFor();
    await act?.(page);
    for (const width of [NARROW, ...WIDER]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await wider(page), `${width} px`).toEqual([]);
    }
  });
});

/** What is wider than the place it has, one line each. */
function wider(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // Two frames: what measures itself has then drawn itself anew.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return [
      document.documentElement,
      ...document.querySelectorAll('.content, .page, .editor-body, .pane-scroll'),
    ]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map(
        (element) =>
          `${element.className || element.tagName}: ${element.scrollWidth} > ${element.clientWidth}`,
      );
  });
}

test('with all text to the right the desk is its own mirror image', async () => {
  const page = await open('/review/queue');
  await page.locator('.item-row').first().waitFor();
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  const box = async (selector: string) =>
    (await page.locator(selector).first().boundingBox()) ?? { x: 0, width: 0 };
  const rail = await box('.rail');
  const list = await box('.review-list');
  const pane = await box('.review-pane');
  expect(rail.x).toBeGreaterThan(list.x);
  expect(list.x).toBeGreaterThan(pane.x);
});
