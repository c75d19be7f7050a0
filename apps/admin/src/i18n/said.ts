import type { Said } from '@throughline/schema';
import type { Messages } from './catalogue.ts';

/** The desk's sentence in the reader's language; what an older version wrote, as it stands. */
export function saidIn(m: Messages, said: Said): string {
  const say = m.said.sentences[said.code] ?? m.said.sentences.told;
  return said.times === undefined ? say(said) : m.said.times(say(said), said.times);
}
