import type { Page } from 'playwright-core';

/** Bytes of script that a page takes over the line, compressed as it is sent, until it is quiet. */
export async function scriptBytes(page: Page, address: string): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  const scripts = new Set<string>();
  let bytes = 0;
  devtools.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await devtools.send('Network.enable');
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  await page.goto(address);
  await page.locator('.item-row').first().waitFor();
  // The line of live events never ends, so quiet is when nothing was fetched for half a second.
  for (let before = -1; before !== bytes; ) {
    before = bytes;
    await page.waitForTimeout(500);
  }
  await devtools.detach();
  return bytes;
}
