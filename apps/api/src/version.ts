import { readFileSync } from 'node:fs';

const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** The desk's version, as this package's manifest names it. */
export const version = String((manifest as { version: unknown }).version);
