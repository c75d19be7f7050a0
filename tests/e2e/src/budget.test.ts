import { expect, test } from 'vitest';
import { until } from './desk-api.ts';
import { useBrowser } from './setup.ts';
import { scriptBytes } from './weigh.ts';

const { open, api } = useBrowser();

const SCRIPT_BUDGET = 200_000;

test('the first load of Review takes at most 200 kB of script as it is sent', async () => {
  const page = await open('/nowhere-yet');
  const bytes = await scriptBytes(page, new URL('/review/queue', page.url()).href);
  console.log(`script of Review: ${Math.round(bytes / 1000)} kB`);
  expect(bytes).toBeGreaterThan(20_000);
  expect(bytes).toBeLessThanOrEqual(SCRIPT_BUDGET);
});

test('Urdu and Arabic stand in letters that the desk ships', async () => {
  const page = await open('/nowhere-yet');
  const fonts: string[] = [];
  page.on('response', (answer) => {
    if (answer.request().resourceType() === 'font' && answer.ok()) fonts.push(new URL(answer.url()).pathname);
  });
  await page.goto(new URL('/review/language-ur', page.url()).href);
  await page.locator('.item-row').first().click();
  await page.locator('.item-title:lang(ur)').waitFor();
  await until(
    async () => fonts.join(' '),
    (loaded) => /noto-nastaliq-urdu-arabic/.test(loaded) && /noto-naskh-arabic-arabic/.test(loaded),
  );
  expect(await page.evaluate(() => document.fonts.check('16px "Noto Nastaliq Urdu"', 'ٹیرف'))).toBe(true);
});

test('a curator decides on 200 items by keys alone, and every decision is in the database', async () => {
  const everything = { queued: false, unreviewed: false, sort: 'newest' as const };
  const decided = async () => {
    const rows: string[] = [];
    for (let cursor: string | null = null; ; ) {
      const page = await api.items({ ...everything, query: 'is:reviewed by:me' }, cursor);
      rows.push(
        ...page.rows.map((row) => row.verdicts.find((verdict) => verdict.topic === null)?.value ?? ''),
      );
      cursor = page.nextCursor;
      if (cursor === null) return rows;
    }
  };
  const before = await decided();
  const page = await open('/review/everything?flat=1&q=-is:reviewed');
  await page.locator('.item-row').first().waitFor();
  await page.keyboard.press('j');
  const begun = performance.now();
  for (let n = 0; n < 200; n++) await page.keyboard.press(n % 3 === 0 ? 'e' : 'x');
  const pressed = performance.now() - begun;
  const after = await until(decided, (rows) => rows.length === before.length + 200, 60_000);
  const relevant = (rows: string[]) => rows.filter((value) => value === 'relevant').length;
  expect(relevant(after) - relevant(before)).toBe(67);
  console.log(`decisions a minute, by keys alone: ${Math.round((200 * 60_000) / pressed)}`);
  for (let n = 0; n < 200; n++) await page.keyboard.press('z');
  await until(decided, (rows) => rows.length === before.length, 60_000);
}, 180_000);
