import { readFileSync } from 'node:fs';
import { userAgent } from '@throughline/runtime';

const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** The name that this desk goes by. */
export const deskAgent = (contact: string | undefined): string =>
  userAgent(String((manifest as { version: unknown }).version), contact);
