import { randomUUID } from 'node:crypto';
import { canonicalTopic, starterTopics } from '@throughline/relevance';
import { seedTopics } from '@throughline/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from './testing.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
  await seedTopics(desk.db, starterTopics);
});
afterAll(() => desk.close());

const code = (name: string) => expect.objectContaining({ code: name });

describe('who may do what', () => {
  test('nothing without signing in', async () => {
    const nobody = await desk.as(null);
    await expect(nobody.items.counts()).rejects.toEqual(code('UNAUTHORIZED'));
    await expect(nobody.storylines.create({ headline: 'x' })).rejects.toEqual(code('UNAUTHORIZED'));
  });

  test('a viewer reads, and changes nothing', async () => {
    const viewer = await desk.as('viewer');
    expect(await viewer.storylines.list()).toEqual([]);
    await expect(viewer.storylines.create({ headline: 'x' })).rejects.toEqual(code('FORBIDDEN'));
    const decision = { commandId: randomUUID(), itemIds: [1], topic: null, value: 'relevant' as const };
    await expect(viewer.verdicts.decide(decision)).rejects.toEqual(code('FORBIDDEN'));
  });

  test('a decision that waited is not taken in the name of whoever signed in since', async () => {
    const curator = await desk.as('curator');
    const { id } = await curator.session.me();
    const itemIds = await desk.addItems([{ title: 'Waited in a browser' }]);
    const say = (as: number) => ({ as, commandId: randomUUID(), itemIds });
    const [decision, mark] = [
      { topic: null, value: 'relevant' } as const,
      { kind: 'starred', on: true } as const,
    ];
    const elses = code('UNAUTHORIZED');
    await expect(curator.verdicts.decide({ ...say(id + 1), ...decision })).rejects.toEqual(elses);
    await expect(curator.items.mark({ ...say(id + 1), ...mark })).rejects.toEqual(elses);
    const { commandId } = say(id);
    await expect(curator.verdicts.undo({ as: id + 1, commandId, undoes: randomUUID() })).rejects.toEqual(
      elses,
    );
    await expect(
      curator.items.tagByHand({ ...say(id + 1), topic: 'climate', on: true, undoes: null }),
    ).rejects.toEqual(elses);
    await curator.verdicts.decide({ ...say(id), ...decision });
    await curator.items.mark({ ...say(id), ...mark });
    const item = await curator.items.byId({ id: itemIds[0] ?? 0 });
    expect(item.verdicts.map(({ value }) => value)).toEqual(['relevant']);
  });
});

test('what PostgreSQL cannot hold is a wrong request, not a fault of the server', async () => {
  const curator = await desk.as('curator');
  const bad = code('BAD_REQUEST');
  await expect(curator.storylines.create({ headline: 'a\0b' })).rejects.toEqual(bad);
  await expect(curator.stories.list({ reports: 2 ** 40 })).rejects.toEqual(bad);
  const cursor = Buffer.from('["1",1]').toString('base64url');
  const view = { queued: false, unreviewed: false, grouped: false, sort: 'newest' as const };
  await expect(curator.items.list({ view, cursor })).rejects.toEqual(bad);
  const decision = { commandId: randomUUID(), itemIds: [1], value: 'relevant' as const };
  await expect(curator.verdicts.decide({ ...decision, topic: 'no'.repeat(100) })).rejects.toEqual(bad);
});

describe('sources', () => {
  test('only web addresses are taken', async () => {
    const editor = await desk.as('editor');
    for (const url of ['ftp://x.example/feed', 'javascript:alert(1)', 'file:///etc/passwd', 'nonsense']) {
      await expect(editor.sources.add({ url })).rejects.toEqual(code('BAD_REQUEST'));
    }
  });

  test('an OPML file comes in once, says what it could not read, and goes out again', async () => {
    const editor = await desk.as('editor');
    const opml = `<opml version="2.0"><body><outline text="World">
      <outline type="rss" text="One &amp; only" xmlUrl="https://one.example/feed"/>
      <outline type="rss" text="Bad" xmlUrl="javascript:alert(1)"/></outline></body></opml>`;
    const first = await editor.sources.importOpml({ opml });
    expect(first).toMatchObject({ added: 1, alreadyThere: 0 });
    expect(first.problems).toHaveLength(1);
    expect(await editor.sources.importOpml({ opml })).toMatchObject({ added: 0, alreadyThere: 1 });
    const out = await editor.sources.exportOpml();
    expect(out).toContain('xmlUrl="https://one.example/feed"');
    expect(out).toContain('One &amp; only');
  });

  test('a thousand sources come in at once and become due one after another', {
    timeout: 60_000,
  }, async () => {
    const editor = await desk.as('editor');
    const outlines = Array.from(
      { length: 1_000 },
      (_, n) => `<outline type="rss" text="Source ${n}" xmlUrl="https://s${n}.thousand.example/feed"/>`,
    );
    const opml = `<opml version="2.0"><body><outline text="Many">${outlines.join('')}</outline></body></opml>`;
    expect(await editor.sources.importOpml({ opml })).toMatchObject({ added: 1_000, problems: [] });
    expect(await editor.sources.lastImport()).toMatchObject({ added: 1_000, read: 0, failed: 0 });
    const dueWithin = async (seconds: number) => {
      const due = await desk.db.row<{ n: number }>(
        `select count(*) as n from throughline.sources
         where url like '%.thousand.example/feed' and next_check_at <= now() + make_interval(secs => $1)`,
        [seconds],
      );
      return due?.n ?? 0;
    };
    expect(await dueWithin(0)).toBeLessThan(100);
    expect(await dueWithin(24 * 60 * 60)).toBe(1_000);
  });
});

describe('topics', () => {
  test('a text is tagged with the topics as they stand, with its evidence', async () => {
    const curator = await desk.as('curator');
    const tags = await curator.topics.test({
      title: 'Washington puts a 29% tariff on imports from Pakistan',
    });
    expect(tags.find((tag) => tag.topic === 'tariffs')).toMatchObject({ relevant: true });
    expect(tags[0]?.evidence.length).toBeGreaterThan(0);
  });

  test('rules that are being edited are tried in place of the stored ones', async () => {
    const curator = await desk.as('curator');
    const scores = async (rules?: string) =>
      new Map(
        (await curator.topics.test({ title: 'Soup is on the table', ...(rules && { rules }) })).map(
          ({ topic, score }) => [topic, score > 0],
        ),
      );
    const { text } = await curator.topics.text({ id: 'climate' });
    expect((await scores()).get('climate') ?? false).toBe(false);
    expect((await scores(`${text}\nconcept lunch weight 5 {\n  en: soup\n}\n`)).get('climate')).toBe(true);
    expect((await scores('topic lunch "Lunch"\nconcept core weight 5 {\n  en: soup\n}\n')).get('lunch')).toBe(
      true,
    );
    await expect(scores('topic lunch {')).rejects.toEqual(code('BAD_REQUEST'));
  });
});

describe('rules of a topic', () => {
  const text = async () => (await (await desk.as('curator')).topics.text({ id: 'climate' })).text;

  test('a fault is said with its place before anything is saved', async () => {
    const editor = await desk.as('editor');
    const broken = (await text()).replace('{', '{ concept "unclosed');
    const result = await editor.topics.check({ text: broken });
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.problems[0]?.position).toBeGreaterThan(0);
    await expect(editor.topics.save({ id: 'climate', text: broken, version: 1 })).rejects.toEqual(
      code('BAD_REQUEST'),
    );
  });

  test('rules go from the form to text and back without loss, and a fault of the form names its place', async () => {
    const curator = await desk.as('curator');
    for (const { definition } of await curator.topics.list()) {
      const printed = await curator.topics.print(definition);
      if (!printed.ok) throw new Error(printed.problems[0]?.message);
      const canonical = canonicalTopic(definition);
      expect(await curator.topics.check({ text: printed.text })).toEqual({
        ok: true,
        definition: canonical.ok && canonical.value,
      });
    }
    const form = {
      id: 'peace',
      name: 'Peace',
      concepts: [{ id: 'core', weight: 4, terms: { en: ['truce~', 'x'] }, gates: [] }],
      thresholds: { relevant: 0.5, queue: 0.9 },
    };
    const wrong = await curator.topics.print(form);
    if (wrong.ok) throw new Error('a fault passed');
    expect(wrong.problems.map((problem) => problem.path)).toEqual([
      'concepts.0.terms.en.1',
      'thresholds.queue',
    ]);
    const shapeless = await curator.topics.print({ id: '', name: '', concepts: [] });
    expect(shapeless.ok).toBe(false);
  });

  test('the share of samples is set by who may steer, and recall is unknown until a sample is judged', async () => {
    const [curator, editor] = [await desk.as('curator'), await desk.as('editor')];
    await expect(curator.topics.setSampling({ id: 'unsc', share: 0.01 })).rejects.toEqual(code('FORBIDDEN'));
    await expect(editor.topics.setSampling({ id: 'unsc', share: 0.5 })).rejects.toEqual(code('BAD_REQUEST'));
    await editor.topics.setSampling({ id: 'unsc', share: 0.01 });
    expect((await curator.topics.list()).find((topic) => topic.id === 'unsc')?.sampledShare).toBe(0.01);
    await editor.topics.setSampling({ id: 'unsc', share: null });
    const { recall } = await curator.topics.learned({ id: 'unsc' });
    expect(recall).toMatchObject({ estimate: null, sampled: 0, missed: 0 });
  });

  test('a fault of the whole topic leads to the line of its part', async () => {
    const curator = await desk.as('curator');
    const rules = 'topic x "X"\n\nconcept a weight 4 {\n  en: word\n  require nobody within 5\n}\n';
    const result = await curator.topics.check({ text: rules });
    expect(result).toMatchObject({ ok: false, problems: [{ position: rules.indexOf('require') }] });
  });

  test('what comes as a file is offered until it is tracked, and can be tried before', async () => {
    const editor = await desk.as('editor');
    const [offer] = (await editor.topics.importable()).filter((topic) => topic.id === 'sanctions');
    expect(offer).toBeDefined();
    const [itemId] = await desk.addItems([{ title: 'EU agrees on new sanctions against Russian oil' }]);
    const tried = await editor.topics.whatIf({ text: offer?.text ?? '', days: 30 });
    expect(tried).toMatchObject({ ok: true, lost: 0, before: { relevant: 0 } });
    expect(tried.ok && tried.gainedItems.map((item) => item.id)).toContain(itemId);
    await editor.topics.add({ text: offer?.text ?? '' });
    expect((await editor.topics.importable()).map((topic) => topic.id)).not.toContain('sanctions');
  });

  test('saving makes a version, makes everything due, and refuses an edit of an older one', async () => {
    const editor = await desk.as('editor');
    await desk.addItems([{ title: 'Glacier water' }]);
    const before = await editor.topics.text({ id: 'climate' });
    const saved = await editor.topics.save({ id: 'climate', ...before });
    expect(saved.version).toBe(before.version + 1);
    const { done, total } = await editor.topics.progress();
    expect(done).toBeLessThan(total);
    await expect(editor.topics.save({ id: 'climate', ...before })).rejects.toEqual(code('CONFLICT'));
    // The text of another topic, in the editor of this one.
    const unsc = await editor.topics.text({ id: 'unsc' });
    const strayed = { id: 'climate', text: unsc.text };
    expect(await editor.topics.check(strayed)).toMatchObject({
      ok: false,
      problems: [{ code: 'other_topic', named: 'unsc', path: 'id', position: 0 }],
    });
    const taken = editor.topics.save({ ...strayed, version: unsc.version });
    await expect(taken).rejects.toEqual(code('BAD_REQUEST'));
    expect(await editor.topics.text({ id: 'unsc' })).toEqual(unsc);
    const versions = await editor.topics.versions({ id: 'climate' });
    expect(versions.map(({ version, by }) => [version, by])).toEqual([
      [2, 'A editor'],
      [1, null],
    ]);
    expect(versions[0]?.text).toBe(versions[1]?.text);
  });

  test('what-if names what a change would gain, and stores nothing', async () => {
    const curator = await desk.as('curator');
    const [itemId] = await desk.addItems([{ title: 'Zorblax talks begin', contentText: 'Zorblax.' }]);
    const { text: rules, version } = await curator.topics.text({ id: 'climate' });
    const wider = `${rules}\nconcept zorblax weight 5 {\n  en: zorblax\n}\n`;
    const result = await curator.topics.whatIf({ text: wider, days: 30 });
    expect(result).toMatchObject({
      ok: true,
      lost: 0,
      gainedItems: [{ id: itemId, title: 'Zorblax talks begin' }],
    });
    expect((await curator.topics.text({ id: 'climate' })).version).toBe(version);
  });

  test('precision and recall are measured on what curators said', async () => {
    const curator = await desk.as('curator');
    const [right = 0, wrong = 0] = await desk.addItems([
      { title: 'Paris climate agreement: emissions cut' },
      { title: 'A cake recipe' },
    ]);
    const say = (itemIds: number[], value: 'relevant' | 'not_relevant') =>
      curator.verdicts.decide({ commandId: randomUUID(), itemIds, topic: 'climate', value });
    await say([right], 'relevant');
    await say([wrong], 'not_relevant');
    const { quality, verdicts } = await curator.topics.learned({ id: 'climate' });
    expect(verdicts).toBe(2);
    expect(quality).toMatchObject({ precision: 1, recall: 1 });
    // What was drawn before does not outlive another verdict, nor other rules.
    const other = (await desk.addItems([{ title: 'A second cake recipe' }]))[0] ?? 0;
    await say([other], 'relevant');
    expect(await curator.topics.learned({ id: 'climate' })).toMatchObject({
      verdicts: 3,
      quality: { recall: 0.5 },
    });
    const editor = await desk.as('editor');
    const { text: rules, version } = await curator.topics.text({ id: 'climate' });
    const wider = `${rules}\nconcept cake weight 5 {\n  en: second cake\n}\n`;
    await editor.topics.save({ id: 'climate', text: wider, version });
    expect(await curator.topics.learned({ id: 'climate' })).toMatchObject({
      version: version + 1,
      quality: { recall: 1 },
    });
  });

  test('an item says what its scores are made of', async () => {
    const curator = await desk.as('curator');
    const [itemId = 0] = await desk.addItems([{ title: 'Climate change brings floods' }]);
    const explained = await curator.topics.explain({ itemId });
    expect(explained.some((topic) => topic.topic === 'climate')).toBe(true);
  });
});

describe('storylines', () => {
  test('a section is written, cited, moved, removed and restored', async () => {
    const editor = await desk.as('editor');
    const [itemId = 0] = await desk.addItems([{ title: 'The rate' }]);
    const created = await editor.storylines.create({ headline: 'Rate & Seat: what next?' });
    expect(created.slug).toBe('rate-seat-what-next');
    const sectionId = created.sections[0]?.id ?? 0;
    const { storyline } = await editor.storylines.cite({ storylineId: created.id, sectionId, itemId });
    expect(storyline.citations[0]).toMatchObject({ exact: 'The rate is 29% now.', start: 0, end: 20 });
    expect(JSON.stringify(storyline.sections[0]?.blocks)).toContain('"citation":');
    await expect(
      editor.storylines.cite({ storylineId: created.id, sectionId, itemId, exact: 'never said' }),
    ).rejects.toEqual(code('BAD_REQUEST'));

    const two = await editor.storylines.addSection({ id: created.id, title: 'Second' });
    const moved = await editor.storylines.moveSection({ sectionId: two.sections[1]?.id ?? 0, position: 0 });
    expect(moved.sections.map((section) => section.title)).toEqual(['Second', '']);
    expect((await editor.storylines.removeSection({ sectionId })).sections).toHaveLength(1);
    expect((await editor.storylines.restoreSection({ sectionId })).sections).toHaveLength(2);
    const { html } = await editor.storylines.preview({ id: created.id });
    expect(html).toContain('Rate &amp; Seat');
    expect((await editor.items.byId({ id: itemId })).citedIn).toMatchObject([{ id: created.id }]);
  });

  test('two people at once: different sections are both kept, the same section is a conflict', async () => {
    const editor = await desk.as('editor');
    const { id } = await editor.storylines.create({ headline: 'Two at once' });
    const { sections, revision } = await editor.storylines.addSection({ id, title: 'Other' });
    const [one, other] = sections;
    const patch = (title: string) => ({ patch: { title } });
    await editor.storylines.updateSection({
      sectionId: one?.id ?? 0,
      version: one?.version ?? 0,
      ...patch('A'),
    });
    await editor.storylines.updateSection({
      sectionId: other?.id ?? 0,
      version: other?.version ?? 0,
      ...patch('B'),
    });
    await expect(
      editor.storylines.updateSection({ sectionId: one?.id ?? 0, version: one?.version ?? 0, ...patch('C') }),
    ).rejects.toEqual(code('CONFLICT'));
    // The head was not touched since, so its edit on the older revision is fine; a second one on it is not.
    await editor.storylines.update({ id, revision, patch: { standfirst: 'Mine' } });
    await expect(editor.storylines.update({ id, revision, patch: { standfirst: 'Yours' } })).rejects.toEqual(
      code('CONFLICT'),
    );
    expect((await editor.storylines.byId({ id })).sections.map((section) => section.title)).toEqual([
      'A',
      'B',
    ]);
  });

  test('a removed storyline is gone from the list, and comes back whole', async () => {
    const editor = await desk.as('editor');
    const { id } = await editor.storylines.create({ headline: 'Comes back' });
    await editor.storylines.remove({ id });
    await expect(editor.storylines.byId({ id })).rejects.toEqual(code('NOT_FOUND'));
    await editor.storylines.restore({ id });
    expect((await editor.storylines.byId({ id })).headline).toBe('Comes back');
  });

  test.each([
    [
      'scripts in links',
      { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'evil' }] }] },
    ],
    ['unknown blocks', { type: 'iframe' }],
  ])('%s are refused', async (_what, block) => {
    const editor = await desk.as('editor');
    const { sections } = await editor.storylines.create({ headline: 'Refused' });
    const save = editor.storylines.updateSection({
      sectionId: sections[0]?.id ?? 0,
      version: 1,
      patch: { blocks: [block as never] },
    });
    await expect(save).rejects.toEqual(code('BAD_REQUEST'));
  });
});

describe('live changes', () => {
  test('a subscriber hears of a decision, and one that comes back hears what it missed', async () => {
    const curator = await desk.as('curator');
    const itemIds = await desk.addItems([{}, {}]);
    const ended = new AbortController();
    const { createCaller } = await import('./router.ts');
    const listen = createCaller(
      { ...desk.inner, user: { id: 1, name: 'x', role: 'viewer' }, session: null },
      { signal: ended.signal },
    );
    const events = (await listen.desk.events({ lastEventId: '0-0' }))[Symbol.asyncIterator]();
    await curator.verdicts.decide({ commandId: randomUUID(), itemIds, topic: null, value: 'relevant' });
    const types: string[] = [];
    while (!types.includes('verdicts.changed')) {
      const { value } = await events.next();
      types.push((value as unknown as [string, { type: string }])[1].type);
    }
    ended.abort();
    expect(types).toContain('items.arrived');
    expect((await curator.items.counts()).all.unreviewed).toBe(0);
  });
});
