import { expect, inject, test } from 'vitest';
import { useBrowser } from './setup.ts';

const { open, forgive } = useBrowser();

test('the printed link signs in and leads to Today', () => {
  expect(new URL(inject('landedAt')).pathname).toBe('/today');
});

test('a link works once', async () => {
  const page = await open('/', { signedOut: true });
  await page.goto(inject('signInLink'));
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
  await page.getByText('used already').waitFor();
  forgive();
});

test('without a session every address says how to sign in, and nothing else', async () => {
  const page = await open('/review/queue', { signedOut: true });
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
  expect(await page.getByRole('navigation').count()).toBe(0);
  forgive();
});

test('an address that leads nowhere says so and shows a way on', async () => {
  const page = await open('/nowhere');
  await page.getByText('There is no such page').waitFor();
  await page.getByRole('link', { name: 'Go to Today' }).click();
  await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
});
