import { expect, test } from 'vitest';
import { until } from './desk-api.ts';
import { useBrowser } from './setup.ts';

const { open, api, forgive } = useBrowser();

async function newPiece(headline: string, side = 'material') {
  const { id } = (await api.change('storylines.create', { headline })) as { id: number };
  const page = await open(`/storylines/${id}?side=${side}`);
  const text = page.locator('.ProseMirror').first();
  await text.waitFor();
  return { id, page, text };
}

test('a slash turns an empty paragraph into something; what Word pastes is plain text, lists and emphasis', async () => {
  const { id, page, text } = await newPiece('Slash and paste');
  await text.click();
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Turn into' }).fill('head');
  await page.keyboard.press('Enter');
  await page.keyboard.type('A heading');
  await page.keyboard.press('Enter');
  await text.evaluate((element) => {
    const clipboard = new DataTransfer();
    clipboard.setData(
      'text/html',
      `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {color: red}</style></head><body>
       <!--StartFragment--><p class="MsoNormal"><span style="font-weight:bold">Strong</span> words<o:p></o:p></p>
       <p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·&nbsp;&nbsp;</span>First point</p>
       <p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·&nbsp;&nbsp;</span>Second point</p>
       <p class="MsoNormal"><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>`,
    );
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }),
    );
  });
  const { sections } = await until(
    () => api.storyline(id),
    (piece) => JSON.stringify(piece.sections).includes('Second point'),
  );
  const blocks = sections[0]?.blocks ?? [];
  expect(blocks[0]).toMatchObject({ type: 'heading', content: [{ text: 'A heading' }] });
  expect(blocks[1]).toMatchObject({
    type: 'paragraph',
    content: [{ text: 'Strong', marks: [{ type: 'bold' }] }, { text: ' words' }],
  });
  expect(blocks[2]).toMatchObject({
    type: 'bulletList',
    content: [{ type: 'listItem' }, { type: 'listItem' }],
  });
  expect(JSON.stringify(blocks)).not.toMatch(/·|Mso|color/);
});

test('a pasted address offers its item; a page that is no item yet is fetched as one', async () => {
  const { id, page, text } = await newPiece('Pasted address');
  const { rows } = await api.items({ queued: true });
  const known = rows.find((row) => row.url !== null);
  await text.click();
  await text.evaluate((element, url) => {
    const clipboard = new DataTransfer();
    clipboard.setData('text/plain', url ?? '');
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }),
    );
  }, known?.url);
  await page.getByRole('button', { name: 'Cite it' }).click();
  const { citations } = await until(
    () => api.storyline(id),
    (piece) => piece.citations.length === 1,
  );
  expect(citations[0]?.item.url).toBe(known?.url);
});

test('a section is moved by dragging, has a kind and a time, and shows in the timeline', async () => {
  const { id, page } = await newPiece('Dragged', 'timeline');
  await api.change('storylines.addSection', { id, title: 'Second' });
  await page.reload();
  const sections = page.locator('.section');
  await sections.nth(1).hover();
  await sections.nth(1).locator('.section-grip').dragTo(sections.nth(0).locator('.section-title'));
  await until(
    () => api.storyline(id),
    (piece) => piece.sections[0]?.title === 'Second',
  );
  await sections.nth(0).hover();
  await page.getByLabel('Kind of section: Second').selectOption('update');
  await until(
    () => api.storyline(id),
    (piece) => piece.sections[0]?.slot === 'update' && piece.sections[0].at !== null,
  );
  await page.locator('.timeline [data-kind="update"]', { hasText: 'Second' }).waitFor();
});

test('two windows see who writes where; taking over is a choice, and nothing is lost', async () => {
  const { id, page: first, text: mine } = await newPiece('Two windows');
  const second = await open(`/storylines/${id}`);
  const theirs = second.locator('.ProseMirror').first();
  await theirs.waitFor();
  await mine.click();
  await first.keyboard.type('Words of the first window.');
  await second.locator('.held').waitFor();
  expect(await theirs.getAttribute('contenteditable')).toBe('false');
  await until(
    () => api.storyline(id),
    (piece) => JSON.stringify(piece.sections).includes('first window'),
  );
  await theirs.getByText('Words of the first window.').waitFor();
  await second.getByRole('button', { name: 'Write here instead' }).click();
  await first.locator('.held').waitFor();
  await theirs.click();
  await second.keyboard.press('Control+End');
  await second.keyboard.type(' And of the second.');
  const piece = await until(
    () => api.storyline(id),
    (now) => JSON.stringify(now.sections).includes('And of the second'),
  );
  expect(JSON.stringify(piece.sections)).toContain('Words of the first window. And of the second.');
  await mine.getByText('And of the second.').waitFor();
});

test('suggestions come with reasons, and are decided by one key each', async () => {
  const { rows } = await api.items({ queued: true, topic: 'tariffs' });
  const { id, page } = await newPiece('Tracked in the browser', 'tracking');
  const section = (await api.storyline(id)).sections[0]?.id ?? 0;
  for (const row of rows.slice(0, 3))
    await api.change('storylines.cite', { storylineId: id, sectionId: section, itemId: row.id });
  await page.getByLabel('Look out for more').check();
  const lines = page.locator('.suggestion');
  await lines.nth(1).waitFor({ timeout: 40_000 });
  expect(await lines.first().innerText()).toMatch(/Adds|Same story|Names|Speaks of/);
  await lines.first().focus();
  await page.keyboard.press('a');
  await until(
    () => api.storyline(id),
    (piece) => piece.citations.length === 4,
  );
  const declined = await lines.first().locator('span').first().innerText();
  await lines.first().focus();
  await page.keyboard.press('x');
  await page.getByText('Declined; similar ones count less').waitFor();
  await page.locator('.suggestion', { hasText: declined }).waitFor({ state: 'detached' });

  // What is cited last is about something else: one press makes a storyline of its own of it, and one takes it back.
  const isis = await api.items({ queued: true, topic: 'isis-k' });
  const others = [...rows.slice(3, 5), ...isis.rows.slice(0, 3)];
  for (const row of others)
    await api.change('storylines.cite', { storylineId: id, sectionId: section, itemId: row.id });
  const drift = page.locator('.alert-line[data-kind="drift"]');
  await drift.getByRole('button', { name: 'Split off as a new storyline' }).click({ timeout: 40_000 });
  await drift.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Related' }).click();
  await page.getByRole('heading', { name: 'Followed by' }).waitFor();
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('heading', { name: 'Followed by' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Suggestions' }).click();
  await drift.waitFor();
});

test('an earlier state is opened, and two states are compared', async () => {
  const { id, page } = await newPiece('States', 'history');
  await page.getByRole('button', { name: 'Keep this state' }).click();
  await page.getByText('This state is kept.').waitFor();
  await api.change('storylines.addSection', { id, title: 'Came later' });
  await page.reload();
  await page.getByRole('button', { name: 'Compare with now' }).first().click();
  await page.locator('.diff ins', { hasText: 'Came later' }).waitFor();
  await page.getByRole('link', { name: 'Open', exact: true }).last().click();
  await page.getByText(/^This is revision \d+, as it was saved/).waitFor();
});

test('words that are not saved outlive leaving the page, and are lost only when that is chosen', async () => {
  const { id, page, text } = await newPiece('Words kept');
  const inPiece = (words: string) =>
    until(
      () => api.storyline(id),
      (piece) => JSON.stringify(piece.sections).includes(words),
    );
  const saves = /storylines\.updateSection/;
  const asks = () =>
    page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
  await page.route(saves, (route) => route.abort());
  await text.click();
  await page.keyboard.type('Written without a connection.');
  await page.getByRole('textbox', { name: 'Section title' }).fill('Ours');
  await page.getByRole('link', { name: 'Preview', exact: true }).click();
  await text.waitFor({ state: 'detached' });
  await page.getByText('No connection: not saved yet').waitFor();
  await page.getByRole('link', { name: 'All storylines' }).click();
  await page.waitForURL(/\/storylines$/);
  expect(await asks()).toBe(true);
  await page.getByRole('link', { name: 'Words kept' }).first().click();
  await text.getByText('Written without a connection.').waitFor();

  // Somebody else saves another title meanwhile: one of the two has to be chosen.
  const [section] = (await api.storyline(id)).sections;
  await api.change('storylines.updateSection', {
    sectionId: section?.id,
    version: section?.version,
    patch: { title: 'Theirs' },
  });
  await page.unroute(saves);
  await page.getByRole('button', { name: 'Keep mine' }).waitFor();
  await page.getByRole('link', { name: 'All storylines' }).click();
  const question = page.getByRole('dialog', { name: 'Some of your words are not saved' });
  await question.getByText('Theirs').waitFor();
  await page.keyboard.press('Enter');
  await question.waitFor({ state: 'detached' });
  await text.getByText('Written without a connection.').waitFor();
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await inPiece('Written without a connection.');

  const [mine] = (await api.storyline(id)).sections;
  await page.route(saves, (route) => route.abort());
  await text.click();
  await page.keyboard.type('To be lost. ');
  await api.change('storylines.updateSection', {
    sectionId: mine?.id,
    version: mine?.version,
    patch: { blocks: [{ type: 'paragraph', content: [{ type: 'text', text: 'Theirs again' }] }] },
  });
  await page.unroute(saves);
  await page.getByRole('button', { name: 'Keep mine' }).waitFor();
  await page.getByRole('link', { name: 'All storylines' }).click();
  await question.getByRole('button', { name: 'Leave and lose it' }).click();
  await page.waitForURL(/\/storylines$/);
  expect(await asks()).toBe(false);
  expect(JSON.stringify((await api.storyline(id)).sections)).not.toContain('To be lost');
  forgive();
});

test('what builds on the piece waits until its words are on the desk, and says so', async () => {
  const { rows } = await api.items({ queued: true });
  const { id, page, text } = await newPiece('Not saved yet', 'history');
  const [section] = (await api.storyline(id)).sections;
  await api.change('storylines.keepState', { id });
  await api.change('storylines.cite', { storylineId: id, sectionId: section?.id, itemId: rows[0]?.id });
  await text.locator('.footnote-mark').waitFor();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const saves = /storylines\.updateSection/;
  await page.route(saves, (route) => route.abort());
  await text.click();
  await page.keyboard.type('Not there yet. ');
  const waits = page.getByRole('status').getByText('There is no connection.');
  const dismiss = page.getByRole('status').getByRole('button', { name: 'Close' });
  for (const [act, name] of [
    ['keepState', 'Keep this state'],
    ['restoreRevision', 'Restore'],
    ['removeSection', /^Remove section/],
    ['dialog', 'Export'],
    ['dialog', 'Publish'],
  ] as const) {
    await page.getByRole('button', { name }).first().click();
    await waits.waitFor();
    expect(asked.filter((url) => url.includes(act))).toEqual([]);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await dismiss.click();
  }
  await page.getByText('No connection: not saved yet').waitFor();
  await page.unroute(saves);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('dialog').waitFor();
  expect(JSON.stringify((await api.storyline(id)).sections)).toContain('Not there yet.');
  forgive();
});
