import type { Page } from 'playwright-core';

type Open = (path: string, looks?: { signedOut?: boolean }) => Promise<Page>;

/** Makes an invitation in the settings, as an administrator does. */
export async function invitation(admin: Page, role: string): Promise<string> {
  await admin.goto(new URL('/settings/people', admin.url()).href);
  await admin.locator('.invite select').first().selectOption(role);
  await admin.getByRole('button', { name: 'Make an invitation' }).click();
  return admin.getByLabel('Send this link to whom you invite').inputValue();
}

/** Opens an invitation in a browser of its own and comes in. */
export async function comeIn(open: Open, link: string, name: string): Promise<Page> {
  const page = await open('/nowhere-yet', { signedOut: true });
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Come in' }).click();
  await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
  return page;
}
