import { createHash } from 'node:crypto';
import { createSignInToken, readAudit } from '@throughline/store';
import { toCsv } from '@throughline/storylines';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { csvOf } from './audit-export-route.ts';
import { openTestDesk, openTestServer, type TestDesk } from './testing.ts';

let desk: TestDesk;
let server: FastifyInstance;

beforeAll(async () => {
  desk = await openTestDesk();
  server = await openTestServer(desk);
  // The record takes additions from anybody.
  await desk.db.run(
    `insert into throughline.audit (object, object_id, label, action, before, after)
     select 'storyline', n::text, case n % 3 when 0 then '=cmd()' when 1 then 'خبر, "quoted"' else E'a\\nb' end,
       'changed', '{}', jsonb_build_object('n', n) from generate_series(1, 2500) as n`,
  );
});
afterAll(async () => {
  await server.close();
  await desk.close();
});

const filter = { object: 'storyline' as const };
const read = (limit: number, before?: number) =>
  readAudit(desk.db, filter, { everything: true, before, limit });

async function csv(query: string) {
  const { id } = await (await desk.as('admin')).session.me();
  const token = await createSignInToken(desk.db, id, 1);
  const signedIn = await server.inject({ method: 'POST', url: '/sign-in', payload: { token } });
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? '';
  return server.inject({ url: `/export/record.csv?${query}`, headers: { cookie } });
}

test('a record of several pages is one table, byte for byte', async () => {
  const { body, headers } = await csv('object=storyline');
  expect(headers['content-length']).toBeUndefined();
  const { rows } = await read(5_000);
  expect(rows).toHaveLength(2_500);
  const whole = toCsv(
    ['at', 'who', 'via', 'object', 'id', 'part', 'name', 'action', 'before', 'after'],
    rows.map((row) => [
      row.at,
      '',
      '',
      row.object,
      row.objectId,
      '',
      row.label,
      row.action,
      JSON.stringify(row.before),
      JSON.stringify(row.after),
    ]),
  );
  const sum = (text: string) => createHash('sha256').update(text).digest('hex');
  expect(sum(body)).toBe(sum(whole));
});

test('no page is read before the one before it was taken', async () => {
  const asked: number[] = [];
  const table = csvOf(await read(1_000), (before) => {
    asked.push(before);
    return read(1_000, before);
  });
  await table.next();
  expect(asked).toHaveLength(0);
  await table.next();
  expect(asked).toHaveLength(1);
  await table.return(undefined);
  expect(asked).toHaveLength(1);
});

test('what cannot be looked for is refused as anywhere else', async () => {
  expect((await csv('objectId=%00')).statusCode).toBe(400);
});
