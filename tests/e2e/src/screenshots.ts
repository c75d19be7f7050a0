// `pnpm screenshots`: every screen of the built desk with the sample wire, in light, dark and at phone width.
import { mkdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { type Looks, launch, openPage, type Session } from './browser.ts';
import { startDesk } from './desk.ts';
import { DeskApi } from './desk-api.ts';

const directory = fileURLToPath(new URL('../../../docs/screenshots/', import.meta.url));
const LARGEST_KB = 300;

const LOOKS: Readonly<Record<string, Looks>> = {
  light: { width: 1280, height: 800 },
  dark: { width: 1280, height: 800, dark: true },
  phone: { width: 390, height: 844 },
};

interface Screen {
  name: string;
  path: string;
  ready: string;
  act?(page: Page): Promise<void>;
}

const SAMPLE_TEXT =
  'Islamabad takes its seat on the UN Security Council in January for a two-year term. Traders in Karachi were ' +
  'more worried about the 29 per cent tariff that Washington put on textiles.';

const screensOf = (storyline: number): Screen[] => [
  { name: 'today', path: '/today', ready: '.today-topic' },
  {
    name: 'review',
    path: '/review/topic-isis-k?sort=relevance',
    ready: '.item-row',
    act: async (page) => {
      const wide = (page.viewportSize()?.width ?? 0) > 760;
      if (!wide) return;
      await page.locator('.item-row').nth(2).click();
      await page.locator('.item-text .mark').first().waitFor();
    },
  },
  {
    name: 'item',
    path: '/review/queue?sort=relevance',
    ready: '.item-row',
    act: async (page) => {
      await page
        .locator('.item-row', { has: page.locator(':lang(ur)') })
        .first()
        .click();
      await page.locator('.item-text').waitFor();
      await page.keyboard.press('m');
    },
  },
  { name: 'stories', path: '/stories', ready: '#content li' },
  {
    name: 'story',
    path: '/stories?topic=tariffs',
    ready: '#content li',
    act: async (page) => {
      await page.getByRole('link', { name: /Trump sets 10% tariff/ }).click();
      await page.locator('.story-origin').first().waitFor();
    },
  },
  { name: 'storylines', path: '/storylines', ready: '.storyline-line' },
  { name: 'storyline', path: `/storylines/${storyline}`, ready: '.ProseMirror p' },
  { name: 'preview', path: `/storylines/${storyline}?show=preview`, ready: 'iframe' },
  {
    name: 'topics',
    path: '/topics?topic=unsc',
    ready: '.term',
    act: async (page) => {
      await page.getByLabel('Title', { exact: true }).fill('Pakistan joins the Security Council');
      await page.getByLabel('Text', { exact: true }).fill(SAMPLE_TEXT);
      await page.locator('.test-result .mark').first().waitFor();
    },
  },
  { name: 'sources', path: '/sources', ready: '.source-line' },
  { name: 'settings', path: '/settings', ready: '.settings-check' },
  { name: 'webhooks', path: '/settings/webhooks', ready: '#content form, #content h2' },
  { name: 'keys', path: '/review/queue', ready: '.item-row', act: (page) => page.keyboard.press('?') },
];

async function take(browser: Browser, session: Session, address: string, screen: Screen, look: string) {
  const { page, context } = await openPage(browser, session, LOOKS[look]);
  await page.goto(address + screen.path);
  await page.locator(screen.ready).first().waitFor();
  await screen.act?.(page);
  await page.mouse.move(0, 0);
  await page.waitForTimeout(500);
  const path = `${directory}${screen.name}-${look}.png`;
  await page.screenshot({ path });
  await context.close();
  const kilobytes = Math.ceil(statSync(path).size / 1024);
  console.log(`${screen.name}-${look}.png  ${kilobytes} kB`);
  if (kilobytes > LARGEST_KB) throw new Error(`${path} is larger than ${LARGEST_KB} kB`);
}

mkdirSync(directory, { recursive: true });
const desk = await startDesk();
const browser = await launch();
try {
  const first = await openPage(browser, undefined);
  await first.page.goto(desk.signInLink);
  await first.page.waitForURL('**/today');
  const session = await first.context.storageState();
  const api = new DeskApi(desk.address, session);
  await api.settled();
  const storyline = (await api.storylines())[0]?.id ?? 0;
  for (const screen of screensOf(storyline))
    for (const look of Object.keys(LOOKS)) await take(browser, session, desk.address, screen, look);
} finally {
  await browser.close();
  await desk.stop();
}
