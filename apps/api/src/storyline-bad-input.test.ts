import type { BlockNode, StorylineDocument } from '@throughline/schema';
import { removeSource } from '@throughline/store';
import { exportStoryline } from '@throughline/storylines';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leavingDocument } from './storyline-export.ts';
import { openTestDesk, type TestDesk } from './testing.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const SECTIONS = 40;
const PARAGRAPHS = 50;
const CITATIONS = 500;
const WORDS =
  'وزیر نے کہا that the duty 🧵 is 29% on cotton (قطن) and, as before, nobody in the port knew why. '.repeat(
    2,
  );

/** About 200 pages in two directions, with 500 citations. */
function longDocument(base: StorylineDocument): StorylineDocument {
  const [one] = base.citations;
  if (one === undefined) throw new Error('the base cites nothing');
  const citations = Array.from({ length: CITATIONS }, (_, n) => ({
    ...one,
    id: n + 1,
    exact: `Quote ${n + 1}`,
  }));
  const paragraph = (n: number): BlockNode => ({
    type: 'paragraph',
    content: [
      { type: 'text', text: `${n}: ${WORDS}` },
      ...(n % 4 === 0 ? [{ type: 'citation' as const, attrs: { citation: ((n / 4) % CITATIONS) + 1 } }] : []),
    ],
  });
  const sections = Array.from({ length: SECTIONS }, (_, s) => ({
    id: s + 1,
    title: `Part ${s + 1} حصہ`,
    slot: 'chapter' as const,
    position: s,
    at: null,
    blocks: Array.from({ length: PARAGRAPHS }, (_paragraph, p) => paragraph(s * PARAGRAPHS + p)),
  }));
  return {
    ...base,
    slug: 'two-hundred-pages',
    headline: 'Two hundred pages',
    sections,
    citations,
    claims: [],
  };
}

async function pieceCiting(headline: string) {
  const editor = await desk.as('editor');
  const [itemId = 0] = await desk.addItems([{ title: headline }]);
  const { id, sections } = await editor.storylines.create({ headline });
  const sectionId = sections[0]?.id ?? 0;
  await editor.storylines.cite({ storylineId: id, sectionId, itemId });
  return { editor, id, sectionId, itemId };
}

test('200 pages with 500 citations are edited, judged, and leave complete', async () => {
  const { editor, id: base } = await pieceCiting('Base');
  const document = await leavingDocument(desk.db, base);
  if (document === null) throw new Error('no document');
  const { id } = await editor.storylines.import({ json: JSON.stringify(longDocument(document)) });
  const before = await editor.storylines.byId({ id });
  expect(before.citations).toHaveLength(CITATIONS);
  expect(before.stats.words).toBeGreaterThan(50_000);
  const last = before.sections.at(-1);
  await editor.storylines.updateSection({
    sectionId: last?.id ?? 0,
    version: last?.version ?? 0,
    patch: { title: 'The last part' },
  });
  const { sections } = await editor.storylines.byId({ id });
  expect(sections.at(-1)?.title).toBe('The last part');
  expect(sections.at(-1)?.blocks).toEqual(last?.blocks);

  // While somebody goes on writing, what leaves is one whole state.
  const first = sections[0];
  const [leaving] = await Promise.all([
    leavingDocument(desk.db, id),
    editor.storylines.updateSection({
      sectionId: first?.id ?? 0,
      version: first?.version ?? 0,
      patch: { title: 'Written meanwhile' },
    }),
  ]);
  if (leaving === null) throw new Error('nothing leaves');
  const markdown = new TextDecoder().decode((await exportStoryline(leaving, 'md')).body);
  expect(markdown.match(/^\[\^\d+\]:/gm)).toHaveLength(CITATIONS);
  expect(markdown.match(/وزیر نے کہا/g)?.length).toBe(SECTIONS * PARAGRAPHS * 2);
  expect(markdown).toContain('🧵');
});

test('broken Unicode is mended where it is saved, and everything around it stays', async () => {
  const { editor, id, sectionId } = await pieceCiting('Broken');
  const { sections, revision } = await editor.storylines.byId({ id });
  const text = `Half \ud83d of a pair, a NUL \u0000, a whole 🙂 and \u202eright to left\u202c.`;
  const blocks: BlockNode[] = [{ type: 'paragraph', content: [{ type: 'text', text }] }];
  await editor.storylines.update({ id, revision, patch: { standfirst: `x\ud83d`, bylines: ['\ud83dA'] } });
  const after = await editor.storylines.updateSection({
    sectionId,
    version: sections[0]?.version ?? 0,
    patch: { title: 'T\u0000', blocks },
  });
  expect(after).toMatchObject({ standfirst: 'x\ufffd', bylines: ['\ufffdA'] });
  expect(after.sections[0]?.title).toBe('T\ufffd');
  expect(JSON.stringify(after.sections[0]?.blocks)).toContain(
    'Half \ufffd of a pair, a NUL \ufffd, a whole 🙂 and',
  );
});

test('what is cited is kept for ever: its source may go, its item cannot', async () => {
  const { editor, id, itemId } = await pieceCiting('Kept');
  const source = await desk.db.row<{ id: number }>(
    'select source_id as id from throughline.items where id = $1',
    [itemId],
  );
  await removeSource(desk.db, source?.id ?? 0);
  for (const table of ['items', 'revisions'])
    await expect(
      desk.db.run(`delete from throughline.${table} where ${table === 'items' ? 'id' : 'item_id'} = $1`, [
        itemId,
      ]),
    ).rejects.toThrow('foreign key');
  const piece = await editor.storylines.byId({ id });
  expect(piece.citations).toMatchObject([
    { exact: 'The rate is 29% now.', item: { publisher: 'paper.example' } },
  ]);
  expect(piece.watched[0]?.nextCheckAt).not.toBeNull();
});
