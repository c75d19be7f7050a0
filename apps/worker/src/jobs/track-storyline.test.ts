import {
  addSource,
  addUser,
  addWebhook,
  citableRevision,
  cite,
  createStoryline,
  type IncomingItem,
  readAudit,
  readStoryline,
  recordCheck,
  recordLook,
  reopenStoryline,
  setAlertClosed,
  setDeclined,
  setTracking,
  splitStoryline,
  storylineNews,
  storylineTracking,
  trackingDue,
  trackingState,
  updateStoryline,
} from '@throughline/store';
import { checkOf, incomingItem, openTestDatabase, type TestDatabase } from '@throughline/store/testing';
import { quoteOf, splitOff, withCitation } from '@throughline/storylines';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Desk } from '../desk.ts';
import { localDesk } from '../testing/local-desk.ts';
import { groupItems } from './group-items.ts';
import { trackStoryline } from './track-storyline.ts';

const DAY = 86_400_000;

let db: TestDatabase;
let desk: Desk;
let userId = 0;
let made = 0;
let now = Date.now();

beforeAll(async () => {
  db = await openTestDatabase();
  userId = (await addUser(db, 'Ed', 'editor')).id;
  desk = localDesk(db, '127.0.0.1:1', () => new Date(now));
});
afterAll(async () => {
  await desk.client.close();
  await db.close();
});

/** Items that came in, are tagged into the queue, and grouped. @returns their ids */
async function arrive(publisher: string, items: Partial<IncomingItem>[]): Promise<number[]> {
  const source = await addSource(db, { url: `https://${publisher}.example/feed`, folders: [] });
  const entries = items.map((item) => incomingItem(`${publisher}-${++made}`, { summary: '', ...item }));
  const { newItemIds } = await recordCheck(
    db,
    checkOf(source.id, entries, { at: new Date(now).toISOString() }),
  );
  await db.run('update throughline.items set queued = true, tagged_epoch = 1, at = $2 where id = any($1)', [
    newItemIds,
    new Date(now).toISOString(),
  ]);
  await groupItems(desk);
  return newItemIds;
}

const HEARING = 'The Karachi textile tariff hearing went on before the commission.';
const noise = [
  ['Cake recipe wins a prize', 'Butter, sugar and eggs won for a baker in Leeds.'],
  ['Cup final ends in a draw', 'Fans left the ground late after a penalty was missed.'],
  ['Rain in the north', 'Rivers rose by a metre, forecasters warned.'],
].map(([title = '', contentText = '']) => ({ title, contentText }));

async function storyline(headline: string, itemIds: readonly number[]) {
  const { id, sections } = await createStoryline(db, userId, headline);
  const sectionId = sections[0]?.id ?? 0;
  for (const itemId of itemIds) await citeIn(sectionId, itemId);
  await setTracking(db, id, { on: true });
  return { id, sectionId };
}

async function citeIn(sectionId: number, itemId: number): Promise<void> {
  const revision = await citableRevision(db, itemId);
  const quote = revision && quoteOf(revision);
  if (!quote) throw new Error('nothing to cite');
  await cite(db, userId, { sectionId, revision, quote }, (blocks, id) =>
    withCitation(blocks, quote.exact, id),
  );
}

/** Carries out what is due, as the sweep would, and reads what the screens read. */
async function looked(id: number) {
  now += 60_000;
  const due = (await trackingDue(db, new Date(now), 100)).some((row) => row.id === id);
  if (due) await trackStoryline(desk, id);
  const tracking = await storylineTracking(db, id);
  if (tracking === null) throw new Error('no storyline');
  return { due, ...tracking, ids: tracking.suggestions.map(({ item }) => item.id) };
}

test('what comes in is proposed with its reasons; accepting and declining take it off, and teach', async () => {
  const [cited = 0] = await arrive('dawn', [
    { title: 'Karachi textile tariff hearing', contentText: `${HEARING} Mills stood still for a day.` },
  ]);
  await arrive('other', noise);
  const { id, sectionId } = await storyline('Tracked', [cited]);
  expect(await looked(id)).toMatchObject({ due: true, suggestions: [], alerts: [] });
  expect((await looked(id)).due).toBe(false);

  const [next = 0, plain = 0] = await arrive('ary', [
    {
      title: 'Karachi textile tariff hearing, second day',
      contentText: `${HEARING} A ruling on the textile tariff is due in June.`,
    },
    ...noise.slice(0, 1).map((item) => ({ ...item, title: 'A second cake' })),
  ]);
  const first = await looked(id);
  expect(first.ids).toEqual([next]);
  expect(first.suggestions[0]).toMatchObject({ section: sectionId, novelty: { sentences: 2, added: 1 } });
  const citations = (await readStoryline(db, id))?.citations.map((citation) => citation.id);
  expect(first.suggestions[0]?.reasons).toContainEqual({ kind: 'story', citations });
  expect(first.suggestions[0]?.reasons.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['story', 'names', 'terms']),
  );
  expect(first.alerts).toMatchObject([{ alert: { kind: 'development', items: [next] } }]);
  expect(await storylineNews(db)).toMatchObject([
    { id, waiting: 1, alerts: [{ alert: { kind: 'development' } }] },
  ]);

  // Looked at again, also by force, it is told once.
  await trackStoryline(desk, id);
  expect((await storylineTracking(db, id))?.alerts).toHaveLength(1);

  await setDeclined(db, userId, { storylineId: id, itemIds: [next], declined: true });
  expect(await looked(id)).toMatchObject({ due: true, ids: [], alerts: [] });
  const [likewise = 0] = await arrive('geo', [
    {
      title: 'Karachi textile tariff hearing, third day',
      contentText: `${HEARING} Rain fell on all of them.`,
    },
  ]);
  const taught = await looked(id);
  await setDeclined(db, userId, { storylineId: id, itemIds: [next], declined: false });
  const untaught = await looked(id);
  const scoreOf = (found: typeof taught) =>
    [
      ...found.suggestions,
      ...found.suggestions.flatMap(({ others }) => others.map((item) => ({ item, score: 0 }))),
    ].find(({ item }) => item.id === likewise)?.score ?? 0;
  expect(scoreOf(taught)).toBeGreaterThan(0);
  expect(untaught.suggestions).toHaveLength(1);
  expect(untaught.suggestions[0]?.others).toHaveLength(1);

  await citeIn(sectionId, next);
  const after = await looked(id);
  expect(after.ids).toEqual([likewise]);
  expect(after.suggestions[0]?.novelty.added).toBe(1);
  expect(after.ids).not.toContain(plain);
});

test('an old item that waits to be tagged again takes no storyline back: nothing is told twice, nothing is lost', async () => {
  const report = (day: string, more: string) => ({
    title: `Bahawalpur canal breach, ${day}`,
    contentText: `The Bahawalpur canal breach flooded cotton fields of forty villages. ${more}`,
  });
  const [cited = 0] = await arrive('dawn', [report('first day', 'Engineers came.')]);
  const { id } = await storyline('Breach', [cited]);
  await looked(id);
  const [second = 0] = await arrive('ary', [report('second day', 'The army sent boats on Monday.')]);
  const [between = 0] = await arrive('other', noise.slice(2));
  const [third = 0] = await arrive('geo', [report('third day', 'Relief camps opened in schools.')]);
  const told = await looked(id);
  expect(told.alerts).toMatchObject([{ alert: { kind: 'development', items: [second, third] } }]);
  await setAlertClosed(db, userId, { alertId: told.alerts[0]?.id ?? 0, closed: true });

  await db.run('update throughline.items set tagged_epoch = 0 where id = $1', [between]);
  // What is declined changes what it goes by: everything is weighed again.
  await setDeclined(db, userId, { storylineId: id, itemIds: [between], declined: true });
  const meanwhile = await looked(id);
  expect(meanwhile).toMatchObject({ due: true, alerts: [] });
  expect(
    meanwhile.suggestions
      .flatMap(({ item, others }) => [item, ...others])
      .map((one) => one.id)
      .sort(),
  ).toEqual([second, third].sort());
  await db.run('update throughline.items set tagged_epoch = 1 where id = $1', [between]);
  now += 11 * 60_000;
  expect(await looked(id)).toMatchObject({ due: true, alerts: [] });
});

test('a look that another worker has overtaken stores nothing', async () => {
  const [cited = 0] = await arrive('dawn', [
    { title: 'Port of Gwadar opens', contentText: 'Ships came in.' },
  ]);
  const { id } = await storyline('Twice', [cited]);
  const state = await trackingState(db, id);
  if (state === null) throw new Error('no state');
  const look = {
    state,
    at: new Date(now),
    nextLookAt: new Date(now + DAY),
    position: state.end,
    suggestions: [],
    whole: true,
    alerts: [],
    turn: null,
  };
  expect(await recordLook(db, look)).toBe(true);
  expect(await recordLook(db, { ...look, position: 1 })).toBe(false);
  expect((await trackingState(db, id))?.position).toBe(state.end);
});

test('a dormant storyline is woken by news of its subject, and by nothing else', async () => {
  const [cited = 0] = await arrive('dawn', [
    {
      title: 'Skardu glacier lake bursts',
      contentText: 'A glacier lake near Skardu burst and took a bridge.',
    },
  ]);
  const { id } = await storyline('Dormant', [cited]);
  const { revision } = (await readStoryline(db, id)) ?? { revision: 0 };
  await updateStoryline(db, userId, { id, revision, patch: { status: 'dormant' } });
  await looked(id);
  await arrive('other', [{ title: 'Rain in the south', contentText: 'Roads were wet on Friday.' }]);
  expect((await looked(id)).alerts).toEqual([]);
  expect((await readStoryline(db, id))?.status).toBe('dormant');
  await arrive('ary', [
    {
      title: 'Second Skardu glacier lake bursts',
      contentText: 'Another glacier lake near Skardu burst at night. Forty homes were lost.',
    },
  ]);
  expect((await looked(id)).alerts.map(({ alert }) => alert.kind).sort()).toEqual(['development', 'wake']);
  expect((await readStoryline(db, id))?.status).toBe('open');
});

test('silence is told after the days that were asked for, and ends with news', async () => {
  const [cited = 0] = await arrive('dawn', [
    { title: 'Thar coal plant deal', contentText: 'A coal plant in Thar was agreed on.' },
  ]);
  const { id } = await storyline('Quiet', [cited]);
  await setTracking(db, id, { quietDays: 3 });
  expect((await looked(id)).alerts).toEqual([]);
  now += 3 * DAY;
  expect((await looked(id)).alerts).toMatchObject([{ alert: { kind: 'quiet' } }]);
  await arrive('ary', [
    {
      title: 'Investors leave Thar coal plant',
      contentText:
        'Two investors left the Thar coal plant deal on Friday, and the ministry seeks others abroad.',
    },
  ]);
  const heard = await looked(id);
  expect(heard.suggestions).toHaveLength(1);
  expect(heard.alerts.map(({ alert }) => alert.kind)).not.toContain('quiet');
});

test('news that wait to be decided on break the silence; silence is told again after a pause, until it is put away', async () => {
  const [cited = 0] = await arrive('dawn', [
    { title: 'Kalabagh bridge planned', contentText: 'A bridge at Kalabagh was planned.' },
  ]);
  const { id } = await storyline('Waiting', [cited]);
  await addWebhook(db, userId, { url: 'https://other.example/', events: ['storyline.alert'] });
  const toldOutside = async () =>
    (
      await db.rows(
        "select 1 from throughline.webhook_deliveries where subject @> $1 and subject ->> 'kind' = 'quiet'",
        [JSON.stringify({ storyline: id })],
      )
    ).length;
  await setTracking(db, id, { quietDays: 3 });
  await looked(id);
  now += 2.5 * DAY;
  const [next = 0] = await arrive('ary', [
    {
      title: 'Kalabagh bridge planned anew',
      contentText:
        'Builders of the Kalabagh bridge ask for twice the money, and the province has until June.',
    },
  ]);
  expect((await looked(id)).ids).toEqual([next]);
  now += 0.6 * DAY;
  const kinds = async () => (await looked(id)).alerts.map(({ alert }) => alert.kind);
  expect(await kinds()).not.toContain('quiet');
  await setDeclined(db, userId, { storylineId: id, itemIds: [next], declined: true });
  expect(await kinds()).toContain('quiet');
  expect(await toldOutside()).toBe(1);

  await setTracking(db, id, { on: false });
  expect(await kinds()).not.toContain('quiet');
  await setTracking(db, id, { on: true });
  const again = (await looked(id)).alerts.find(({ alert }) => alert.kind === 'quiet');
  expect(again).toBeDefined();
  expect(await toldOutside()).toBe(2);
  for (const closed of [true, false, true])
    await setAlertClosed(db, userId, { alertId: again?.id ?? 0, closed });
  expect(await toldOutside()).toBe(2);
  await setTracking(db, id, { quietDays: 2 });
  expect(await kinds()).not.toContain('quiet');
});

test('a cited item that its publisher edits is a correction, until it is put away', async () => {
  const edit = {
    key: 'edited',
    title: 'Dam at Diamer',
    contentText: 'The dam costs 29 billion. It is high.',
  };
  const [cited = 0] = await arrive('dawn', [edit]);
  const { id } = await storyline('Edited', [cited]);
  expect((await looked(id)).alerts).toEqual([]);
  const source = await addSource(db, { url: 'https://dawn.example/feed', folders: [] });
  const revised = { ...edit, contentText: 'The dam costs 19 billion. It is high.', hash: 'other' };
  await recordCheck(
    db,
    checkOf(source.id, [], {
      items: [incomingItem('edited', { summary: '', ...revised })],
    }),
  );
  await db.run('update throughline.items set tagged_epoch = 1');
  now += 11 * 60_000;
  const { alerts } = await looked(id);
  expect(alerts).toMatchObject([{ alert: { kind: 'correction', words: 'changed', title: 'Dam at Diamer' } }]);
  await setAlertClosed(db, userId, { alertId: alerts[0]?.id ?? 0, closed: true });
  now += 11 * 60_000;
  expect(await looked(id)).toMatchObject({ due: true, alerts: [] });
});

test('a storyline can go by a rule of its own', async () => {
  const { id } = await storyline('By rule', []);
  await setTracking(db, id, { rule: 'lithium NEAR/5 mine~' });
  const [found = 0] = await arrive('ary', [
    { title: 'Balochistan', contentText: 'Work on lithium mines began.' },
    { title: 'Phones', contentText: 'Lithium is in all of them.' },
  ]);
  const { ids, suggestions } = await looked(id);
  expect(ids).toEqual([found]);
  expect(suggestions[0]?.reasons).toEqual([{ kind: 'rule', words: ['lithium mines'] }]);
});

test('a storyline in which nothing moves falls dormant, is opened by one click, and is woken by news', async () => {
  const [cited = 0] = await arrive('dawn', [
    { title: 'Tarbela spillway bursts', contentText: 'A spillway near Tarbela burst and took a bridge.' },
  ]);
  const { id } = await storyline('Sleeper', [cited]);
  await setTracking(db, id, { quietDays: 365 });
  expect((await looked(id)).alerts).toEqual([]);
  now += 31 * DAY;
  // The desk was off all that time: it listens first.
  expect((await looked(id)).alerts).toEqual([]);
  now += 11 * 60_000;
  expect((await looked(id)).alerts).toMatchObject([{ alert: { kind: 'dormant' } }]);
  expect(await readStoryline(db, id)).toMatchObject({ status: 'dormant' });
  const [entry] = (await readAudit(db, { objectId: String(id) }, { everything: false, limit: 1 })).rows;
  expect(entry).toMatchObject({ actor: null, after: { status: 'dormant' } });

  expect(await reopenStoryline(db, userId, id)).toMatchObject({ status: 'open' });
  expect((await storylineTracking(db, id))?.alerts).toEqual([]);
  // The database's clock says when it was edited.
  await db.run('update throughline.storylines set updated_at = $2 where id = $1', [id, new Date(now)]);
  expect((await looked(id)).alerts).toEqual([]);

  await setTracking(db, id, { dormantDays: null });
  now += 31 * DAY;
  await looked(id);
  now += 11 * 60_000;
  expect(await looked(id)).toMatchObject({ due: true, dormantDays: null, alerts: [] });
  await setTracking(db, id, { dormantDays: 3, rule: 'Tarbela' });
  await db.run('update throughline.storylines set tracking_set_at = updated_at where id = $1', [id]);
  expect((await looked(id)).alerts).toMatchObject([{ alert: { kind: 'dormant' } }]);

  await arrive('ary', [
    {
      title: 'Second Tarbela spillway bursts',
      contentText: 'Another spillway near Tarbela burst at night. Forty boats were lost.',
    },
  ]);
  expect((await looked(id)).alerts.map(({ alert }) => alert.kind).sort()).toEqual(['development', 'wake']);
  expect((await readStoryline(db, id))?.status).toBe('open');
});

test('what a storyline drifted to is split off; the old one keeps its citations and is told of it no more', async () => {
  const subjects = [
    ['Arrest of a suspect in Quetta', 'Police arrested a suspect in Quetta for the market bombing.'],
    ['Quetta court remands suspect', 'A court in Quetta remanded the bombing suspect.'],
    ['Quetta bombing inquiry', 'The inquiry into the Quetta bombing heard police.'],
    ['Handover of files', 'Files were handed to the prosecution office.'],
    ['Prosecutors file charges', 'Charges were filed by the prosecution office.'],
    ['Hearing adjourned', 'The hearing was adjourned by the judge.'],
    ['Cotton price rises', 'Cotton rose on the Multan exchange as mills bought bales.'],
    ['Mills buy cotton bales', 'Mills bought cotton bales in Multan.'],
    ['Cotton bales shipped', 'Ginners shipped cotton bales from Multan.'],
  ];
  const items: number[] = [];
  for (const [title = '', contentText = ''] of subjects)
    items.push(...(await arrive('dawn', [{ title, contentText }])));
  const { id } = await storyline('Drifting', items);
  const drifted = (await looked(id)).alerts.filter(({ alert }) => alert.kind === 'drift');
  expect(drifted).toMatchObject([{ alert: { kind: 'drift' } }]);
  const made = await splitStoryline(db, userId, drifted[0]?.id ?? 0, splitOff);
  expect(made.citations.map(({ item }) => item.title)).toEqual(subjects.slice(6).map(([title]) => title));

  now += 11 * 60_000;
  const after = await looked(id);
  expect(after.alerts.map(({ alert }) => alert.kind)).not.toContain('drift');
  expect((await readStoryline(db, id))?.citations).toHaveLength(9);
  expect((await looked(made.id)).on).toBe(true);
});
