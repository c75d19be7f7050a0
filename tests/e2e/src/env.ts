import { existsSync } from 'node:fs';

/** Where Debian and others put a Chromium. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser to run: `CHROMIUM`, or one that is installed. */
export function chromiumPath(): string {
  const path = process.env['CHROMIUM'] ?? PLACES.find((place) => existsSync(place));
  if (path === undefined)
    throw new Error('The browser tests need Chromium: install it, or name it in CHROMIUM=/path/to/chromium.');
  return path;
}

/** A directory of active content from public lists (optional evaluation data); null = only our own is tried. */
export const hostileData = (): string | null => process.env['TEST_HOSTILE_DATA'] ?? null;

/** The environment of the desk under test: nothing of ours but where to find programs. */
export const deskEnvironment = (extra: Record<string, string>): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  HOME: process.env['HOME'] ?? '',
  ...extra,
});
