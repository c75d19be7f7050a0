import type { TestProject } from 'vitest/node';
import { launch, type Session } from './browser.ts';
import { startDesk } from './desk.ts';
import { DeskApi } from './desk-api.ts';
import { startFeedServer } from './feed-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    address: string;
    /** Where its data are. */
    directory: string;
    /** Where the tests' own publisher is. */
    feeds: string;
    /** The link that was used to sign in, and so is used up. */
    signInLink: string;
    /** Where that link led. */
    landedAt: string;
    session: Session;
  }
}

/** One desk for all files; its first curator signs in by the printed link, in a browser. */
export default async function setup(project: TestProject) {
  const feeds = await startFeedServer();
  const desk = await startDesk({ allow: new URL(feeds.address).host });
  try {
    const browser = await launch();
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(desk.signInLink);
    await page.waitForURL('**/today');
    const session = await context.storageState();
    await new DeskApi(desk.address, session).settled();
    project.provide('address', desk.address);
    project.provide('directory', desk.directory);
    project.provide('feeds', feeds.address);
    project.provide('signInLink', desk.signInLink);
    project.provide('landedAt', page.url());
    project.provide('session', session);
    await browser.close();
  } catch (error) {
    feeds.stop();
    await desk.stop();
    throw error;
  }
  return async () => {
    feeds.stop();
    await desk.stop();
  };
}
