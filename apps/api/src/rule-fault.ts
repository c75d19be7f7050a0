import { compileSearch } from '@throughline/relevance';

/** What is wrong with a storyline's own rule, as a sentence for people; null when it can be used. */
export function ruleFault(rule: string): string | null {
  const compiled = compileSearch(rule);
  if ('match' in compiled) return null;
  return `The rule cannot be read: ${compiled.message}, at character ${(compiled.position ?? 0) + 1}.`;
}
