import { readFile } from 'node:fs/promises';
import { StorylineDocument } from '@throughline/schema';
import { forgetItems, storylineIdOf } from '@throughline/store';
import { exportStoryline } from '@throughline/storylines';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leavingDocument } from './storyline-export.ts';
import { openTestDesk, type TestDesk } from './testing.ts';

/** The JSON export as it leaves the desk. */
async function exported(id: number, revision?: number): Promise<string> {
  const document = await leavingDocument(desk.db, id, revision);
  if (document === null) throw new Error('nothing to export');
  return new TextDecoder().decode((await exportStoryline(document, 'json')).body);
}

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const code = (name: string) => expect.objectContaining({ code: name });
const said = 'The rate is 29% now.';

/** A storyline that cites one item, and its editor. */
async function pieceCiting(headline: string, title: string) {
  const editor = await desk.as('editor');
  const [itemId = 0] = await desk.addItems([{ title }]);
  const { id, sections } = await editor.storylines.create({ headline });
  const sectionId = sections[0]?.id ?? 0;
  const { citationId } = await editor.storylines.cite({ storylineId: id, sectionId, itemId });
  return { editor, id, sectionId, itemId, citationId };
}

describe('claims', () => {
  test('what was cited is proposed, confirmed, judged, removed and brought back', async () => {
    const { editor, id, citationId } = await pieceCiting('Claims', 'The rate');
    const [proposal] = await editor.storylines.proposedClaims({ id });
    expect(proposal).toMatchObject({ kind: 'figure', evidence: [citationId] });
    const { claimId, storyline } = await editor.storylines.addClaim({
      storylineId: id,
      kind: 'figure',
      text: said,
      evidence: [citationId, 999_999],
    });
    expect(storyline.claims).toMatchObject([{ status: 'single', evidence: [citationId] }]);
    const other = await editor.storylines.addClaim({
      storylineId: id,
      kind: 'figure',
      text: 'The rate is 19%',
      evidence: [citationId],
    });
    expect(other.storyline.claims[1]?.status).toBe('contested');
    expect((await editor.storylines.removeClaim({ claimId })).claims).toHaveLength(1);
    expect((await editor.storylines.restoreClaim({ claimId })).claims).toHaveLength(2);
  });

  test('words that are gone from their source make a claim stale', async () => {
    const { editor, id, itemId, citationId } = await pieceCiting('Stale', 'It will change');
    const evidence = [citationId];
    await editor.storylines.addClaim({ storylineId: id, kind: 'figure', text: said, evidence });
    await desk.db.run(
      `with n as (insert into throughline.revisions
           (item_id, number, hash, observed_at, title, summary, content_text)
         values ($1, 2, 'other', now(), 'It has changed', '', 'Nothing of that was ever here.') returning id)
       update throughline.items set current_revision_id = (select id from n), revision_count = 2 where id = $1`,
      [itemId],
    );
    const [claim] = (await editor.storylines.byId({ id })).claims;
    expect(claim?.status).toBe('stale');
    expect(await editor.storylines.exportWarnings({ id })).toHaveLength(1);
  });
});

describe('revisions', () => {
  test('saves of one person soon after each other are one state; another person makes another', async () => {
    const { editor, id, sectionId } = await pieceCiting('States', 'A state');
    const before = await editor.storylines.byId({ id });
    const admin = await desk.as('admin');
    const version = before.sections[0]?.version ?? 0;
    const after = await admin.storylines.updateSection({ sectionId, version, patch: { title: 'New words' } });
    const kept = await editor.storylines.revisions({ id });
    expect(kept.map(({ revision, by }) => [revision, by])).toEqual([
      [after.revision, 'A admin'],
      [before.revision, 'A editor'],
    ]);
    const { sections } = await editor.storylines.compare({ id, from: before.revision });
    expect(sections[0]).toMatchObject({ kind: 'changed', title: [{ kind: 'added', text: 'New words' }] });
    expect(await editor.storylines.revisionAsOf({ id, at: new Date().toISOString() })).toBe(after.revision);
    await editor.storylines.addSection({ id, title: 'Later' });
    const restored = await editor.storylines.restoreRevision({ id, revision: before.revision });
    expect(restored.sections.map(({ title, blocks }) => ({ title, blocks }))).toEqual(
      before.sections.map(({ title, blocks }) => ({ title, blocks })),
    );
    expect(restored.revision).toBeGreaterThan(after.revision);
    expect(await exported(id, before.revision)).not.toContain('New words');
  });
});

describe('what leaves the desk', () => {
  test('the same revision gives the same bytes for ever, whatever its sources do', async () => {
    const { editor, id, itemId, citationId } = await pieceCiting('Leaves', 'It leaves');
    await editor.storylines.addClaim({ storylineId: id, kind: 'figure', text: said, evidence: [citationId] });
    const { revision } = await editor.storylines.byId({ id });
    const first = await exported(id);
    expect(JSON.parse(first)).toMatchObject({ revision, claims: [{ status: 'single' }] });
    await desk.db.run(
      `with n as (insert into throughline.revisions
           (item_id, number, hash, observed_at, title, summary, content_text)
         values ($1, 2, 'gone', now(), 'It has changed', '', 'Nothing of that was ever here.') returning id)
       update throughline.items set current_revision_id = (select id from n), revision_count = 2 where id = $1`,
      [itemId],
    );
    const second = JSON.parse(await exported(id));
    expect(second).toMatchObject({ revision: revision + 1, claims: [{ status: 'stale' }] });
    expect(await exported(id, revision)).toBe(first);
    // Asked again, nothing has changed: no revision more.
    expect(JSON.parse(await exported(id)).revision).toBe(revision + 1);
    // What left stays, also when its author writes on at once.
    await editor.storylines.addSection({ id, title: 'Later' });
    expect(JSON.parse(await exported(id, revision + 1))).toEqual(second);
  });

  test('a piece that never was saved by hand is kept as it left', async () => {
    const { editor, id } = await pieceCiting('Imported', 'It comes and leaves');
    const copy = await editor.storylines.import({ json: await exported(id) });
    const { revision } = JSON.parse(await exported(copy.id));
    expect((await editor.storylines.revisions({ id: copy.id })).map((kept) => kept.revision)).toEqual([
      revision,
    ]);
  });

  test('is whole while somebody writes: text and citations of one state', async () => {
    const { editor, id, sectionId } = await pieceCiting('Busy', 'Busy one');
    const items = await desk.addItems(Array.from({ length: 8 }, (_, n) => ({ title: `Busy ${n}` })));
    const writing = items.map((itemId) => editor.storylines.cite({ storylineId: id, sectionId, itemId }));
    const files = await Promise.all(Array.from({ length: 8 }, () => exported(id)));
    await Promise.all(writing);
    const byRevision = new Map<number, string>();
    for (const file of files) {
      const document = JSON.parse(file);
      const mentioned = [...file.matchAll(/"citation": (\d+)/g)].map(([, number]) => Number(number));
      expect(document.citations.map((citation: { id: number }) => citation.id).sort()).toEqual(
        mentioned.sort(),
      );
      expect(byRevision.get(document.revision) ?? file).toBe(file);
      byRevision.set(document.revision, file);
    }
  });
});

test('a state that was asked for is kept, also when the same person goes on at once', async () => {
  const { editor, id } = await pieceCiting('Kept', 'Kept');
  const { revision } = await editor.storylines.byId({ id });
  await editor.storylines.keepState({ id });
  await editor.storylines.addSection({ id });
  expect((await editor.storylines.revisions({ id })).map((state) => state.revision)).toEqual([
    revision + 1,
    revision,
  ]);
});

test('taking a citation back leaves what was written in its section since', async () => {
  const { editor, id, sectionId, citationId } = await pieceCiting('Taken back', 'Taken back');
  const { sections } = await editor.storylines.byId({ id });
  const { version = 0, blocks = [] } = sections[0] ?? {};
  const since = { type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Written since.' }] };
  await editor.storylines.updateSection({ sectionId, version, patch: { blocks: [...blocks, since] } });
  const after = await editor.storylines.uncite({ sectionId, citationId });
  expect(after.sections[0]?.blocks).toEqual([since]);
  const elsewhere = await pieceCiting('Elsewhere', 'Elsewhere');
  await expect(editor.storylines.uncite({ sectionId, citationId: elsewhere.citationId })).rejects.toEqual(
    code('NOT_FOUND'),
  );
});

test('the state just written stays among the states when an older one is restored', async () => {
  const { editor, id, sectionId } = await pieceCiting('Goes back', 'Goes back');
  const { revision: older } = await editor.storylines.byId({ id });
  await editor.storylines.keepState({ id });
  const { sections } = await editor.storylines.byId({ id });
  const version = sections[0]?.version ?? 0;
  const written = await editor.storylines.updateSection({
    sectionId,
    version,
    patch: { title: 'Just written' },
  });
  const restored = await editor.storylines.restoreRevision({ id, revision: older });
  expect((await editor.storylines.revisions({ id })).map(({ revision }) => revision)).toEqual([
    restored.revision,
    written.revision,
    older,
  ]);
  const back = await editor.storylines.restoreRevision({ id, revision: written.revision });
  expect(back.sections[0]?.title).toBe('Just written');
});

test('a number is the storyline with that number, whatever another one is called', async () => {
  const editor = await desk.as('editor');
  const { id } = await editor.storylines.create({ headline: 'Before' });
  await editor.storylines.create({ headline: String(id + 2) });
  const target = await editor.storylines.create({ headline: 'Meant' });
  expect(target.id).toBe(id + 2);
  expect(await storylineIdOf(desk.db, String(target.id))).toBe(target.id);
});
/** A document without the numbers that a desk gives: what one desk wrote, another reads. */
function withoutNumbers(document: StorylineDocument) {
  const place = new Map(document.citations.map((citation, index) => [citation.id, index]));
  const renumbered = JSON.parse(JSON.stringify(document.sections), (key, value: unknown) =>
    key === 'citation' ? place.get(Number(value)) : value,
  ) as StorylineDocument['sections'];
  const { id: _id, slug: _slug, url: _url, updatedAt: _updatedAt, ...rest } = document;
  return {
    ...rest,
    topics: document.topics.map((topic) => topic.id),
    sections: renumbered.map(({ id: _section, ...section }) => section),
    citations: document.citations.map(({ id: _citation, item: { id: _item, ...item }, ...citation }) => ({
      ...citation,
      item,
    })),
    claims: document.claims.map(({ id: _claim, ...claim }) => ({
      ...claim,
      evidence: claim.evidence.map((citation) => place.get(citation)),
      against: claim.against.map((citation) => place.get(citation)),
    })),
  };
}

describe('import', () => {
  test('restores all of a piece: exported again, nothing but the numbers of this desk differs', async () => {
    const path = '../../../docs/examples/the-arrest-and-the-tariff-r1.json';
    const written = StorylineDocument.parse(
      JSON.parse(await readFile(new URL(path, import.meta.url), 'utf8')),
    );
    const hero = { url: 'https://img.example/a.jpg', alt: 'A port', caption: 'At dawn', credit: 'Ada Quill' };
    const piece = {
      ...written,
      hero,
      status: 'dormant' as const,
      revision: 41,
      bylines: ['Ada Quill', 'بو ریڈ'],
    };
    const { id } = await (await desk.as('editor')).storylines.import({ json: JSON.stringify(piece) });
    const again = StorylineDocument.parse(JSON.parse(await exported(id)));
    expect(withoutNumbers(again)).toEqual(withoutNumbers(piece));
  });

  test('our own JSON restores a storyline whole, also one whose items are not here', async () => {
    const { editor, id, citationId } = await pieceCiting('Travels', 'A traveller');
    const evidence = [citationId];
    await editor.storylines.addClaim({ storylineId: id, kind: 'figure', text: said, evidence });
    const json = await exported(id);
    const back = await editor.storylines.import({ json });
    expect(back).toMatchObject({ slug: 'travels-2', withoutItem: 0 });
    const foreign = await editor.storylines.import({
      json: json.replaceAll('paper.example', 'else.example'),
    });
    expect(foreign.withoutItem).toBe(1);
    const original = await editor.storylines.byId({ id });
    for (const { id: copy } of [back, foreign]) {
      const piece = await editor.storylines.byId({ id: copy });
      expect(piece.revision).toBe(original.revision);
      expect(piece.claims).toMatchObject([{ text: said, status: 'single' }]);
      expect(piece.citations).toMatchObject([{ exact: said, revision: { number: 1 } }]);
      expect(piece.claims[0]?.evidence).toEqual([piece.citations[0]?.id]);
    }
    const copied = await editor.storylines.byId({ id: foreign.id });
    expect(copied.citations[0]?.item.url).toContain('else.example');
    expect(copied.citations[0]?.item.id).not.toBe(original.citations[0]?.item.id);
  });

  test('words that the item never said are not tied to it, whatever the file says', async () => {
    const { editor, id } = await pieceCiting('Forged', 'A forgery');
    const piece = JSON.parse(await exported(id));
    const [citation] = piece.citations;
    const { id: itemId } = citation.item;
    for (const forged of [{ exact: 'We never said that.' }, { prefix: 'Not so: ' }, { start: 1, end: 3 }]) {
      const json = JSON.stringify({ ...piece, citations: [{ ...citation, ...forged }] });
      const { id: copy, withoutItem } = await editor.storylines.import({ json });
      expect(withoutItem).toBe(1);
      expect((await editor.storylines.byId({ id: copy })).citations[0]?.item.id).not.toBe(itemId);
    }
  });

  test('a broken file is refused with its faults, and nothing is stored', async () => {
    const editor = await desk.as('editor');
    const before = (await editor.storylines.list()).length;
    await expect(editor.storylines.import({ json: '{"schemaVersion":1}' })).rejects.toEqual(
      code('BAD_REQUEST'),
    );
    expect(await editor.storylines.list()).toHaveLength(before);
  });
});

describe('several storylines', () => {
  test('one can contain and follow others, but never itself, be it through others', async () => {
    const editor = await desk.as('editor');
    const [a = 0, b = 0, c = 0] = await Promise.all(
      ['A', 'B', 'C'].map(async (headline) => (await editor.storylines.create({ headline })).id),
    );
    await editor.storylines.link({ from: a, to: b, kind: 'contains', on: true });
    await editor.storylines.link({ from: b, to: c, kind: 'contains', on: true });
    await editor.storylines.link({ from: c, to: a, kind: 'follows', on: true });
    for (const from of [b, c])
      await expect(editor.storylines.link({ from, to: a, kind: 'contains', on: true })).rejects.toEqual(
        code('CONFLICT'),
      );
    await expect(editor.storylines.link({ from: a, to: a, kind: 'follows', on: true })).rejects.toEqual(
      code('CONFLICT'),
    );
    expect(await editor.storylines.links({ id: b })).toMatchObject({
      contains: [{ id: c }],
      partOf: [{ id: a }],
      follows: [],
    });
    expect(await editor.storylines.links({ id: a })).toMatchObject({ followedBy: [{ id: c }] });
    await editor.storylines.link({ from: a, to: b, kind: 'contains', on: false });
    await editor.storylines.link({ from: c, to: a, kind: 'contains', on: true });
  });

  test('a point is used in another storyline with its very words, and is one point from then on', async () => {
    const { editor, id, citationId } = await pieceCiting('First', 'The rate again');
    const { claimId } = await editor.storylines.addClaim({
      storylineId: id,
      kind: 'figure',
      text: 'The rate stands at 29%.',
      evidence: [citationId],
    });
    const other = await editor.storylines.create({ headline: 'Second' });
    const points = await editor.storylines.points({ id: other.id, search: 'stands at 29%' });
    expect(points).toMatchObject([{ claimId, citations: 1, uses: [{ id, headline: 'First' }] }]);
    const sectionId = other.sections[0]?.id ?? 0;
    const { storyline } = await editor.storylines.usePoint({ sectionId, claimId });
    const original = (await editor.storylines.byId({ id })).citations[0];
    const copy = storyline.citations[0];
    expect({ ...copy, id: 0 }).toEqual({ ...original, id: 0 });
    expect(storyline.claims).toMatchObject([
      { text: 'The rate stands at 29%.', status: 'single', evidence: [copy?.id] },
    ]);
    expect(JSON.stringify(storyline.sections[0]?.blocks)).toContain('The rate stands at 29%.');
    expect(storyline.watched).toMatchObject([{ state: 'waiting', nextCheckAt: expect.any(String) }]);
    expect(await editor.storylines.points({ id: other.id, search: 'stands at 29%' })).toEqual([]);
    const third = await editor.storylines.create({ headline: 'Third' });
    const shared = await editor.storylines.points({ id: third.id, search: 'stands at 29%' });
    expect(shared.map(({ uses }) => uses.map(({ headline }) => headline).sort())).toEqual([
      ['First', 'Second'],
    ]);
  });
});

describe('two windows', () => {
  test('a section is held by one window until it leaves or another takes it', async () => {
    const { editor, id, sectionId } = await pieceCiting('Held', 'Held');
    const admin = await desk.as('admin');
    const [mine, theirs] = ['window-one', 'window-two'];
    expect(await editor.storylines.hold({ sectionId, windowId: mine, on: true })).toMatchObject({
      windowId: mine,
    });
    expect(await admin.storylines.hold({ sectionId, windowId: theirs, on: true })).toMatchObject({
      name: 'A editor',
      windowId: mine,
    });
    expect(await admin.storylines.holds({ id })).toMatchObject([{ sectionId, name: 'A editor' }]);
    expect(await admin.storylines.hold({ sectionId, windowId: theirs, on: true, take: true })).toMatchObject({
      windowId: theirs,
    });
    // Who was overtaken cannot give back what another one has.
    expect(await editor.storylines.hold({ sectionId, windowId: mine, on: false })).toMatchObject({
      windowId: theirs,
    });
    expect(await admin.storylines.hold({ sectionId, windowId: theirs, on: false })).toBeNull();
    await desk.db.run(
      "insert into throughline.section_holds values ($1, 1, 'gone away', now() - interval '1 second')",
      [sectionId],
    );
    expect(await editor.storylines.holds({ id })).toEqual([]);
    expect(await editor.storylines.hold({ sectionId, windowId: mine, on: true })).toMatchObject({
      windowId: mine,
    });
  });
});

test('a section has a slot and a time, the head a picture; the timeline tells them in order', async () => {
  const { editor, id, sectionId } = await pieceCiting('Timed', 'A timed one');
  const before = await editor.storylines.byId({ id });
  await editor.storylines.keepState({ id });
  const at = '2025-05-03T14:00:00.000Z';
  const hero = { url: 'https://paper.example/a.jpg', alt: 'A port', caption: null, credit: 'Photo: A. B.' };
  const version = before.sections[0]?.version ?? 0;
  await editor.storylines.updateSection({ sectionId, version, patch: { title: 'News', slot: 'update', at } });
  const after = await editor.storylines.update({
    id,
    revision: (await editor.storylines.byId({ id })).revision,
    patch: { hero },
  });
  expect(after).toMatchObject({ hero, sections: [{ slot: 'update', at }], stats: { minutes: 1 } });
  expect(after.stats.words).toBeGreaterThan(3);
  await expect(
    editor.storylines.update({
      id,
      revision: after.revision,
      patch: { hero: { ...hero, url: 'javascript:alert(1)' } },
    }),
  ).rejects.toEqual(code('BAD_REQUEST'));
  expect(await editor.storylines.timeline({ id })).toContainEqual(
    expect.objectContaining({ kind: 'update', label: 'News', at }),
  );
  expect(await editor.storylines.timeline({ id, revision: before.revision })).not.toContainEqual(
    expect.objectContaining({ kind: 'update' }),
  );
});

test('what is cited outlives retention, and its storyline leaves the desk as the same bytes', async () => {
  const { editor, id, itemId } = await pieceCiting('Kept for ever', 'The cited one');
  const [plain = 0] = await desk.addItems([{ title: 'Nobody needs this' }]);
  await desk.db.run("update throughline.items set first_seen_at = first_seen_at - interval '1 year'");
  const before = await exported(id);
  const admin = await desk.as('admin');
  await expect(admin.retention.set({ days: 1 })).rejects.toEqual(code('BAD_REQUEST'));
  await admin.retention.set({ days: 30 });
  while ((await forgetItems(desk.db, new Date())) === 'more');
  await expect(editor.items.byId({ id: plain })).rejects.toEqual(code('NOT_FOUND'));
  expect((await editor.items.byId({ id: itemId })).title).toBe('The cited one');
  expect(await exported(id)).toBe(before);
});

describe('splitting off', () => {
  test('makes a storyline of its own from what a drift alert names, with sections, claims and ties; and takes it back', async () => {
    const { editor, id, sectionId, citationId: kept } = await pieceCiting('Tariffs', 'The tariff');
    const itemIds = await desk.addItems([{ title: 'Cotton falls' }, { title: 'Cotton rises' }]);
    const withCotton = await editor.storylines.addSection({ id, title: 'Cotton' });
    const cotton = withCotton.sections[1]?.id ?? 0;
    const cited: number[] = [];
    for (const [n, itemId] of itemIds.entries()) {
      const section = n === 0 ? cotton : sectionId;
      cited.push((await editor.storylines.cite({ storylineId: id, sectionId: section, itemId })).citationId);
    }
    const claim = (evidence: number[]) =>
      editor.storylines.addClaim({ storylineId: id, kind: 'figure', text: said, evidence });
    await claim(cited);
    const { storyline: before } = await claim([kept, ...cited]);
    const alert = await desk.db.row<{ id: number }>(
      `insert into throughline.storyline_alerts (storyline_id, key, alert) values ($1, 'drift-3', $2) returning id`,
      [id, { kind: 'drift', citations: cited }],
    );
    const alertId = alert?.id ?? 0;

    const viewer = await desk.as('viewer');
    await expect(viewer.storylines.splitOff({ alertId })).rejects.toEqual(code('FORBIDDEN'));
    const made = await editor.storylines.splitOff({ alertId });
    expect(made).toMatchObject({ headline: 'Cotton falls', status: 'open' });
    expect(made.sections.map(({ title }) => title)).toEqual(['', 'Cotton']);
    const numbers = made.citations.map((citation) => citation.id);
    expect(JSON.stringify(made.sections[0]?.blocks)).toContain(`"citation":${numbers[1]}`);
    expect(JSON.stringify(made.sections[1]?.blocks)).toContain(`"citation":${numbers[0]}`);
    expect(made.citations.map(({ item, exact }) => [item.id, exact])).toEqual(
      itemIds.map((itemId) => [itemId, said]),
    );
    expect(made.claims).toMatchObject([{ text: said, evidence: numbers }]);
    expect(await editor.storylines.byId({ id })).toMatchObject({
      revision: before.revision,
      sections: before.sections,
      citations: before.citations,
    });
    expect(await editor.storylines.links({ id: made.id })).toMatchObject({ follows: [{ id }] });
    expect(await editor.storylines.links({ id })).toMatchObject({ followedBy: [{ id: made.id }] });
    expect(await editor.storylines.tracking({ id: made.id })).toMatchObject({ on: true });
    expect(await editor.storylines.revisions({ id: made.id })).toHaveLength(1);
    expect((await editor.storylines.tracking({ id })).alerts).toEqual([]);
    const { rows } = await editor.audit.list({ filter: { object: 'storyline', objectId: String(id) } });
    expect(rows[0]).toMatchObject({
      part: 'new storyline',
      label: 'Cotton falls',
      actor: { name: 'A editor' },
      after: { to_id: made.id, citations: cited },
    });
    await expect(editor.storylines.splitOff({ alertId })).rejects.toEqual(code('CONFLICT'));

    await editor.storylines.takeBackSplit({ id: made.id });
    expect((await editor.storylines.tracking({ id })).alerts).toMatchObject([{ id: alertId }]);
    expect(await editor.storylines.links({ id })).toMatchObject({ followedBy: [] });
    await expect(editor.storylines.byId({ id: made.id })).rejects.toEqual(code('NOT_FOUND'));
    await expect(editor.storylines.takeBackSplit({ id })).rejects.toEqual(code('NOT_FOUND'));
    expect((await editor.storylines.splitOff({ alertId })).headline).toBe('Cotton falls');
  });
});
