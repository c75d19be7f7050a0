import { findEntities } from '@throughline/text';

/**
 * The people, places and organisations that a text names, in whatever script: identity -> name. One that the
 * gazetteer knows is the same in every language.
 */
export function namesOf(text: string): Map<string, string> {
  const names = new Map<string, string>();
  for (const { id, name } of findEntities(text)) if (!names.has(id)) names.set(id, name);
  return names;
}
