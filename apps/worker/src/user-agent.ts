import { readFileSync } from 'node:fs';

const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** An honest name for feed owners: what this is, and where to complain if the desk's operator said so. */
export function userAgent(contact: string | undefined): string {
  const version = String((manifest as { version: unknown }).version);
  return `Throughline/${version} (news desk; feed reader${contact === undefined ? '' : `; +${contact}`})`;
}
