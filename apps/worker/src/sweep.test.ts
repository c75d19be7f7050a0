import { randomUUID } from 'node:crypto';
import { addUser, markItems } from '@throughline/store';
import { incomingItem, openTestDatabase, storeItems, type TestDatabase } from '@throughline/store/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tidy } from './sweep.ts';
import { localDesk } from './testing/local-desk.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

test('which marks were taken over is forgotten after a season, and not before', async () => {
  const { id: userId } = await addUser(db, 'Ana', 'curator');
  const [itemId = 0] = await storeItems(db, [incomingItem('one')]);
  const commandIds = [randomUUID(), randomUUID()];
  for (const commandId of commandIds)
    await markItems(db, userId, { commandId, itemIds: [itemId], kind: 'starred', on: true });
  const age = (commandId: string | undefined, days: number) =>
    db.run(
      'update throughline.mark_commands set at = now() - make_interval(days => $2) where command_id = $1',
      [commandId, days],
    );
  await age(commandIds[0], 91);
  await age(commandIds[1], 89);
  const desk = localDesk(db, '127.0.0.1:1');
  await tidy(desk);
  await desk.client.close();
  expect(await db.rows('select command_id as id from throughline.mark_commands')).toEqual([
    { id: commandIds[1] },
  ]);
});
