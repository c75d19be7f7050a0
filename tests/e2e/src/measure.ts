// `pnpm bench:review`: how fast Review answers to a hand, on the built desk. Prints figures.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '@throughline/store';
import type { Page } from 'playwright-core';
import { launch, openPage } from './browser.ts';
import { startDesk } from './desk.ts';
import { DeskApi } from './desk-api.ts';

const MANY = 100_000;
const quantile = (times: number[], q: number) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))] ?? 0;
const say = (what: string, times: number[]) =>
  console.log(
    `${what}: median ${quantile(times, 0.5).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms of ${times.length}`,
  );

/** Milliseconds from a key press to the frame after which the page shows what `done` looks for. */
async function keyToPaint(page: Page, key: string, done: string): Promise<number> {
  return page.evaluate(
    ([pressed, selector]) =>
      new Promise<number>((resolve) => {
        const before = document.querySelector('.item-row[data-current]')?.id ?? '';
        const begun = performance.now();
        const look = () => {
          const shown =
            selector === 'decided'
              ? document.querySelector(`#${before}[data-verdict]`) !== null
              : document.querySelector('.item-row[data-current]')?.id !== before &&
                document.querySelector('.item-title')?.textContent ===
                  document.querySelector('.item-row[data-current] .item-row-title')?.textContent;
          // The frame that shows it is over when the next one begins.
          if (shown) requestAnimationFrame(() => resolve(performance.now() - begun));
          else requestAnimationFrame(look);
        };
        window.dispatchEvent(new KeyboardEvent('keydown', { key: pressed ?? '', bubbles: true }));
        requestAnimationFrame(look);
      }),
    [key, done],
  );
}

async function largestPaint(page: Page, address: string): Promise<number> {
  await page.goto(address);
  await page.locator('.item-row').first().waitFor();
  await page.waitForTimeout(800);
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );
}

/** Copies of the desk's items, so that a view holds so many. */
async function multiply(directory: string): Promise<void> {
  const { databaseUrl } = JSON.parse(await readFile(join(directory, 'desk.json'), 'utf8')) as {
    databaseUrl: string;
  };
  const db = openDatabase(databaseUrl, { max: 1 });
  const counted = await db.row<{ n: number; most: number }>(
    'select count(*)::int as n, max(id) as most from throughline.items',
  );
  const { n = 1, most = 0 } = counted ?? {};
  for (let copy = 1; copy * n < MANY; copy++) {
    const by = copy * most;
    await db.transaction(async (sql) => {
      await sql.run(
        `insert into throughline.revisions (id, item_id, number, hash, observed_at, title, summary, content_text)
         overriding system value select 10000000 + $1 + i.id, $1 + i.id, 1, r.hash, r.observed_at, r.title, r.summary, ''
         from throughline.items i join throughline.revisions r on r.id = i.current_revision_id where i.id <= $2`,
        [by, most],
      );
      await sql.run(
        `insert into throughline.items (id, source_id, key, language, first_seen_at, at, current_revision_id, search,
           tagged_epoch, queued, top_score)
         overriding system value select $1 + id, source_id, key || $1, language, first_seen_at,
           at - $3 * interval '1 day', 10000000 + $1 + id, search, tagged_epoch, queued, top_score
         from throughline.items where id <= $2`,
        [by, most, copy],
      );
    });
  }
  await db.close();
}

/** Scrolls to the end as pages come, then through all of it at 3,000 pixels a second. */
async function scroll(page: Page): Promise<void> {
  const loaded = () =>
    page.evaluate(() => Number(document.querySelector('.list')?.getBoundingClientRect().height ?? 0));
  const begun = performance.now();
  for (let still = 0, before = 0; still < 20; ) {
    await page.evaluate(() => document.querySelector('.list-scroll')?.scrollBy(0, 1e9));
    await page.waitForTimeout(50);
    const now = await loaded();
    still = now === before ? still + 1 : 0;
    before = now;
    if (performance.now() - begun > 60_000) break;
  }
  const rows = await page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll('.item-row')].map((row) => Number(row.getAttribute('data-index'))),
    ),
  );
  const frames = await page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const times: number[] = [];
        const list = document.querySelector('.list-scroll');
        let last = performance.now();
        const step = (now: number) => {
          times.push(now - last);
          last = now;
          list?.scrollBy(0, -50);
          if (times.length < 600) requestAnimationFrame(step);
          else resolve(times.slice(1));
        };
        requestAnimationFrame(step);
      }),
  );
  const late = frames.filter((ms) => ms > 25).length;
  const fps = (frames.length * 1000) / frames.reduce((sum, ms) => sum + ms, 0);
  console.log(
    `scrolling ${rows + 1} rows: ${fps.toFixed(0)} frames a second, ${late} of ${frames.length} late`,
  );
}

const desk = await startDesk();
const browser = await launch();
try {
  const first = await openPage(browser, undefined);
  await first.page.goto(desk.signInLink);
  await first.page.waitForURL('**/today');
  const session = await first.context.storageState();
  await new DeskApi(desk.address, session).settled();
  const paints: number[] = [];
  for (let n = 0; n < 5; n++) {
    const { page, context } = await openPage(browser, session);
    paints.push(await largestPaint(page, `${desk.address}/review/queue`));
    await context.close();
  }
  say('largest paint of Review', paints);
  const { page } = await openPage(browser, session);
  await page.goto(`${desk.address}/review/queue?flat=1`);
  await page.locator('.item-row').first().waitFor();
  await page.keyboard.press('j');
  await page.locator('.item-title').waitFor();
  const opened: number[] = [];
  for (let n = 0; n < 40; n++) opened.push(await keyToPaint(page, 'j', 'opened'));
  say('key to open item', opened);
  const decided: number[] = [];
  for (let n = 0; n < 40; n++) {
    await page.waitForTimeout(100);
    decided.push(await keyToPaint(page, 'x', 'decided'));
  }
  say('key to painted decision', decided);
  await multiply(desk.directory);
  await page.goto(`${desk.address}/review/everything?flat=1`);
  await page.locator('.item-row').first().waitFor();
  await scroll(page);
} finally {
  await browser.close();
  await desk.stop();
}
