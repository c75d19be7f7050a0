import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { type Looks, launch, openPage } from './browser.ts';
import { DeskApi } from './desk-api.ts';

/** A browser for one file, pages that close themselves, and no fault of a page that goes unseen. */
export function useBrowser() {
  let browser: Browser;
  const opened: Awaited<ReturnType<typeof openPage>>[] = [];
  beforeAll(async () => {
    browser = await launch();
  });
  afterEach(async () => {
    const faults = opened.flatMap((one) => one.faults);
    await Promise.all(opened.splice(0).map((one) => one.context.close()));
    expect(faults).toEqual([]);
  });
  afterAll(() => browser.close());
  return {
    address: inject('address'),
    api: new DeskApi(inject('address'), inject('session')),
    /** Opens a path of the desk, signed in unless told otherwise. */
    open: async (path: string, looks: Looks & { signedOut?: boolean } = {}): Promise<Page> => {
      const one = await openPage(browser, looks.signedOut ? undefined : inject('session'), looks);
      opened.push(one);
      await one.page.goto(inject('address') + path);
      return one.page;
    },
    /** Faults that a test provoked on purpose (a cut connection) are not faults of the page. */
    forgive: () => {
      for (const one of opened) one.faults.length = 0;
    },
  };
}

/** The number beside a view in the rail. */
export const railCount = async (page: Page, view: string): Promise<number> => {
  const text = await page.locator(`.rail-views a[href="/review/${view}"] .rail-count`).innerText();
  return text === '' ? 0 : Number(text.replaceAll(/\D/g, ''));
};
