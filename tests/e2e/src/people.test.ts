import { expect, test } from 'vitest';
import { until } from './desk-api.ts';
import { comeIn, invitation } from './guests.ts';
import { useBrowser } from './setup.ts';

const { open } = useBrowser();

test('an invited viewer reads, is offered nothing more, and becomes a curator while at it', async () => {
  const admin = await open('/settings/people');
  const link = await invitation(admin, 'viewer');
  const viewer = await comeIn(open, link, 'Vera');

  await viewer.goto(new URL('/review/queue', viewer.url()).href);
  await viewer.locator('.item-row').first().click();
  const relevant = viewer.getByRole('button', { name: 'Relevant', exact: true });
  await relevant.waitFor();
  expect(await relevant.getAttribute('aria-disabled')).toBe('true');
  await viewer.keyboard.press('e');
  await viewer.getByText('This takes the role “curator” or more.').waitFor();
  expect(await viewer.locator('.item-row[data-verdict]').count()).toBe(0);

  await admin.getByLabel('Role of Vera').selectOption('curator');
  await viewer.locator('button:not([aria-disabled])', { hasText: 'Relevant' }).first().waitFor();
  await viewer.keyboard.press('z');

  const late = await open('/nowhere-yet', { signedOut: true });
  await late.goto(link);
  await late.getByText('This invitation was used').waitFor();
});

test('an administrator ends the sessions of somebody, who is signed out at the next step', async () => {
  const admin = await open('/settings/people');
  const guest = await comeIn(open, await invitation(admin, 'curator'), 'Gus');
  await guest.goto(new URL('/settings/own', guest.url()).href);
  await guest.getByText('Signed in as Gus (curator).').waitFor();
  expect(await guest.getByRole('link', { name: 'People' }).count()).toBe(0);
  await admin.goto(new URL('/settings/people', admin.url()).href);
  await admin.getByRole('button', { name: '1 session: Gus' }).click();
  await admin.locator('.person-sessions').getByRole('button', { name: 'Sign out everywhere' }).click();
  await admin.getByText('Not signed in anywhere.').waitFor();
  await guest.goto(new URL('/today', guest.url()).href);
  await guest.getByRole('heading', { name: 'You are signed out' }).waitFor();
});

test('a note that names somebody reaches them live, is put away, and the record tells of it', async () => {
  const admin = await open('/settings/people');
  const nadia = await comeIn(open, await invitation(admin, 'curator'), 'Nadia');
  await admin.goto(new URL('/storylines', admin.url()).href);
  await admin.locator('.storyline-line a').first().click();
  await admin.getByRole('button', { name: 'Notes', exact: true }).click();
  const note = admin.getByLabel('New note');
  await note.fill('Is the second figure right, @Nad');
  await admin.locator('.note-names').getByRole('button', { name: 'Nadia' }).click();
  await note.press('Control+Enter');
  await admin.locator('.note-body', { hasText: '@Nadia' }).waitFor();
  await admin.locator('.work-assignee select').selectOption({ label: 'Nadia' });

  const inbox = nadia.locator('.inbox-line');
  await inbox.nth(1).waitFor();
  expect(await nadia.locator('.rail-for-you').innerText()).toBe('2');
  for (const left of [1, 0]) {
    await nadia.getByRole('button', { name: /^Seen/ }).first().click();
    await until(
      () => nadia.getByRole('button', { name: /^Seen/ }).count(),
      (count) => count === left,
    );
  }
  expect(await nadia.locator('.rail-for-you').count()).toBe(0);
  // What is hers to take care of stays; the note is put away.
  expect(await inbox.count()).toBe(1);

  await nadia.goto(new URL('/settings/record?object=storyline', nadia.url()).href);
  await nadia.locator('.record-entry', { hasText: 'assignment' }).first().waitFor();
  expect(await nadia.locator('.record-entry', { hasText: 'assignment' }).first().innerText()).toContain(
    'Nadia',
  );
});

test('an administrator has old news removed, and a program told, and takes both back', async () => {
  const admin = await open('/settings/retention');
  await admin.getByText(/^Off\. All \d+ items of this desk are kept\./).waitFor();
  await admin.getByLabel('Days to keep items for').fill('400');
  // Nothing is switched on that was not counted.
  expect(await admin.getByRole('button', { name: 'Switch on' }).count()).toBe(0);
  await admin.getByRole('button', { name: 'Count what would go' }).click();
  await admin.getByText('No item is older than 400 days.').waitFor();
  await admin.getByRole('button', { name: 'Switch on' }).click();
  await admin.getByText(/^On\. Once a day, what is older than 400 days/).waitFor();
  await admin.getByRole('button', { name: 'Switch off' }).click();
  await admin.getByText(/^Off\./).waitFor();

  await admin.getByRole('link', { name: 'Webhooks' }).click();
  await admin.getByLabel('Address').fill('https://hooks.invalid/in');
  await admin.getByLabel('a new story').check();
  await admin.getByRole('button', { name: 'Add a webhook' }).click();
  const secret = await admin.getByLabel(/^Copy this secret now/).inputValue();
  expect(secret).toMatch(/^[\w-]{43}$/);
  await admin.getByRole('button', { name: 'Send a test' }).click();
  await admin
    .getByText('The name hooks.invalid could not be', { exact: false })
    .filter({ visible: true })
    .first()
    .waitFor();
  await admin.reload();
  await admin.locator('.webhook', { hasText: 'hooks.invalid' }).waitFor();
  expect(await admin.content()).not.toContain(secret);
  await admin.getByRole('button', { name: /^Remove: https:\/\/hooks\.invalid/ }).click();
  await admin.getByText('No program is told anything').waitFor();
});
