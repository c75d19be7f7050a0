import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumPath } from './env.ts';

/** Without its sandbox (CI runs as root) and without anything that would call home. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: ARGUMENTS, headless: true });

/** What a browser keeps of a session; JSON, so that it can be handed to other processes. */
export type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

export interface Looks {
  dark?: boolean;
  /** CSS pixels. */
  width?: number;
  height?: number;
}

/** A fresh page with a session; whatever the page itself reports as broken is collected in `faults`. */
export async function openPage(
  browser: Browser,
  session: Session | undefined,
  { dark = false, width = 1440, height = 900 }: Looks = {},
): Promise<{ page: Page; context: BrowserContext; faults: string[] }> {
  const phone = width < 600;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    hasTouch: phone,
    isMobile: phone,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
    ...(session === undefined ? {} : { storageState: session }),
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
      faults.push(message.text());
  });
  return { page, context, faults };
}
