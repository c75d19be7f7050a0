import { expect, test } from 'vitest';
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
