import { sampleItems } from './wire.ts';

const keys = new Set(sampleItems.map(({ key }) => key));

/** The key of the sample item that a feed's guid or an article's address stands for, whatever the port; else null. */
export function sampleKeyOf(guidOrUrl: string): string | null {
  const key = /(?:,2025:|\/)([a-z0-9-]+)(?:\.html)?$/.exec(guidOrUrl)?.[1];
  return key !== undefined && keys.has(key) ? key : null;
}
