import type { Sql } from './database.ts';

export async function readSetting<T>(sql: Sql, key: string): Promise<T | null> {
  return (
    (await sql.row<{ value: T }>('select value from throughline.settings where key = $1', [key]))?.value ??
    null
  );
}

export async function writeSetting(sql: Sql, key: string, value: unknown): Promise<void> {
  await sql.run(
    'insert into throughline.settings (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value',
    [key, JSON.stringify(value)],
  );
}
