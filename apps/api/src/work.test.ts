import { mentionedIn } from '@throughline/schema';
import { latestEventPosition } from '@throughline/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from './testing.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const code = (name: string) => expect.objectContaining({ code: name });

test('a text names people by their whole names', () => {
  const people = ['Ana', 'Ana Maria', 'عائشہ خان', 'Ben'].map((name) => ({ name }));
  const named = (body: string) => mentionedIn(body, people).map(({ name }) => name);
  expect(named('@Ana Maria, see @ben.')).toEqual(['Ana Maria', 'Ben']);
  expect(named('@ana: yes')).toEqual(['Ana']);
  expect(named('@Anabel, mail@ben')).toEqual(['Ben']);
  expect(named('براہ کرم @عائشہ خان دیکھیں')).toEqual(['عائشہ خان']);
  expect(named('Ana and Ben, without the sign')).toEqual([]);
});

describe('work', () => {
  test('is given to somebody, who hears of it, takes it off, and the record knows', async () => {
    const curator = await desk.as('curator');
    const editor = await desk.as('editor');
    const { id: editorId } = await editor.session.me();
    const { id } = await curator.storylines.create({ headline: 'Rate and seat' });
    const ref = { object: 'storyline' as const, id: String(id) };
    await curator.work.assign({ ...ref, assignee: editorId });
    expect((await curator.work.on(ref)).assignee).toMatchObject({ name: 'A editor', by: 'A curator' });
    expect(await editor.work.inbox()).toMatchObject([
      { kind: 'assigned', label: 'Rate and seat', by: 'A curator', unseen: true },
    ]);
    await editor.work.putAway(ref);
    expect(await editor.work.inbox()).toMatchObject([{ unseen: false }]);
    await editor.work.assign({ ...ref, assignee: null });
    expect(await editor.work.inbox()).toEqual([]);
    const { rows } = await curator.audit.list({ filter: { object: 'storyline', objectId: ref.id } });
    expect(rows.filter(({ part }) => part === 'assignment')).toMatchObject([
      { actor: { name: 'A editor' }, action: 'removed', before: { assignee: 'A editor' } },
      { actor: { name: 'A curator' }, action: 'added', after: { assignee: 'A editor' } },
    ]);
  });

  test('notes reach whom they name, once, and only their author takes them away', async () => {
    const curator = await desk.as('curator');
    const editor = await desk.as('editor');
    const [itemId = 0] = await desk.addItems([{ title: 'A tariff' }]);
    const ref = { object: 'item' as const, id: String(itemId) };
    const { id } = await curator.work.addNote({ ...ref, body: 'Is this new, @a EDITOR? – @A curator' });
    expect((await editor.work.on(ref)).notes).toMatchObject([
      { by: { name: 'A curator' }, mentions: [{ name: 'A editor' }] },
    ]);
    expect(await editor.work.inbox()).toMatchObject([
      { kind: 'mentioned', label: 'A tariff', note: { id }, unseen: true },
    ]);
    expect(await curator.work.inbox()).toEqual([]);
    await expect(editor.work.removeNote({ id })).rejects.toEqual(code('NOT_FOUND'));
    await curator.work.removeNote({ id });
    expect(await editor.work.inbox()).toEqual([]);
    await curator.work.restoreNote({ id });
    expect(await editor.work.inbox()).toHaveLength(1);
    await editor.work.putAway({ note: id });
    expect(await editor.work.inbox()).toEqual([]);
  });

  test('is told live to whoever it concerns', async () => {
    const curator = await desk.as('curator');
    const { id: viewerId } = await (await desk.as('viewer')).session.me();
    const [itemId = 0] = await desk.addItems([{ title: 'Live' }]);
    const stop = new AbortController();
    const position = await latestEventPosition(desk.db);
    const heard = (async () => {
      for await (const { event } of desk.inner.events.since(position, stop.signal))
        if (event.type === 'work.changed') return event;
      return null;
    })();
    await curator.work.assign({ object: 'item', id: String(itemId), assignee: viewerId });
    expect(await heard).toMatchObject({ object: 'item', id: String(itemId), people: [viewerId] });
    stop.abort();
  });

  test('nothing is said of what is not there, and nothing given to whom is not', async () => {
    const curator = await desk.as('curator');
    const nothing = { object: 'story' as const, id: 'no-such' };
    await expect(curator.work.addNote({ ...nothing, body: 'x' })).rejects.toEqual(code('NOT_FOUND'));
    const { id } = await curator.storylines.create({ headline: 'Here' });
    const ref = { object: 'storyline' as const, id: String(id) };
    await expect(curator.work.assign({ ...ref, assignee: 9999 })).rejects.toEqual(code('NOT_FOUND'));
    await expect(curator.work.addNote({ ...ref, body: '  ' })).rejects.toEqual(code('BAD_REQUEST'));
  });
});

test('what something is called is looked up by its number, however much there is', async () => {
  const readThrough = await desk.db.transaction(async (sql) => {
    const scans = `select sum(seq_scan)::int as n from pg_stat_xact_user_tables
      where schemaname = 'throughline' and relname in ('items', 'storylines')`;
    // A small table is read through by choice; here only where there is no other way.
    await sql.run('set local enable_seqscan = off');
    const before = await sql.row<{ n: number }>(scans);
    for (const object of ['item', 'storyline'])
      await sql.row('select throughline.called($1, $2)', [object, '1']);
    return [before, await sql.row<{ n: number }>(scans)];
  });
  expect(readThrough[1]).toEqual(readThrough[0]);
  const curator = await desk.as('curator');
  for (const id of ['one', '1 or 1=1', '99999999999999999999', '-1'])
    await expect(curator.work.addNote({ object: 'item', id, body: 'x' })).rejects.toEqual(code('NOT_FOUND'));
});
