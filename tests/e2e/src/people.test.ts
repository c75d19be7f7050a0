import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from './setup.ts';

const { open } = useBrowser();

/** Makes an invitation in the settings, as an administrator does. */
async function invitation(admin: Page, role: string): Promise<string> {
  await admin.goto(new URL('/settings/people', admin.url()).href);
  await admin.locator('.invite select').first().selectOption(role);
  await admin.getByRole('button', { name: 'Make an invitation' }).click();
  return admin.getByLabel('Send this link to whom you invite').inputValue();
}

/** Opens an invitation in a browser of its own and comes in. */
async function comeIn(link: string, name: string): Promise<Page> {
  const page = await open('/nowhere-yet', { signedOut: true });
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Come in' }).click();
  await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
  return page;
}

test('an invited viewer reads, is offered nothing more, and becomes a curator while at it', async () => {
  const admin = await open('/settings/people');
  const link = await invitation(admin, 'viewer');
  const viewer = await comeIn(link, 'Vera');

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
  const guest = await comeIn(await invitation(admin, 'curator'), 'Gus');
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
