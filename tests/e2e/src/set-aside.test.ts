import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '@throughline/store';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { useBrowser } from './setup.ts';
import { violations } from './violations.ts';

const { open } = useBrowser();

let db: ReturnType<typeof openDatabase>;
beforeAll(async () => {
  const { databaseUrl } = JSON.parse(await readFile(join(inject('directory'), 'desk.json'), 'utf8')) as {
    databaseUrl: string;
  };
  db = openDatabase(databaseUrl, { max: 1 });
});
afterAll(() => db.close());

test('an item that could not be tagged is on Today with its cause, and gone from there once that worked', async () => {
  await db.run(
    `insert into throughline.tagging_faults (item_id, revision_id, epoch, tries, next_try_at, stage, detail)
     select i.id, i.current_revision_id, e.epoch, 5, 'infinity', 'store', 'the disk was full'
     from throughline.items i, throughline.topic_epoch e order by i.id limit 1`,
  );
  await db.run(
    'update throughline.items set tagged_epoch = 0 where id in (select item_id from throughline.tagging_faults)',
  );
  for (const looks of [{ width: 1440 }, { width: 360, height: 740 }]) {
    const page = await open('/today', looks);
    await page.locator('#today-set-aside').waitFor();
    expect(await violations(page)).toEqual([]);
  }
  const page = await open('/today');
  const section = page.getByRole('region', { name: 'Items that could not be tagged' });
  await section.getByText('Its tags could not be stored: the disk was full').waitFor();
  await section.getByRole('button', { name: 'Try again now' }).click();
  await section.waitFor({ state: 'detached' });
});
