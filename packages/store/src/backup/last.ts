import type { LastBackup } from '@throughline/schema';
import type { Sql } from '../database.ts';
import { readSetting } from '../settings.ts';

const SETTING = 'backup';

/** When the last backup was made, and what was in it; null: never. */
export const lastBackup = (sql: Sql): Promise<LastBackup | null> => readSetting<LastBackup>(sql, SETTING);

/** Notes that a backup was made. */
export async function noteBackup(
  client: { rows(text: string, params: readonly string[]): Promise<unknown> },
  backup: LastBackup,
): Promise<void> {
  await client.rows(
    `insert into throughline.settings (key, value) values ('${SETTING}', $1::jsonb)
     on conflict (key) do update set value = excluded.value`,
    [JSON.stringify(backup)],
  );
}
