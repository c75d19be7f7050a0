import { type Evidence, type TaggableItem, TextField } from '@throughline/schema';
import { isFunctionWord, tokens } from '@throughline/text';

/** Feature name -> value; the squares add up to 1. */
export type Features = ReadonlyMap<string, number>;

const FIELD_VALUES: Readonly<Record<TextField, number>> = { title: 2, summary: 1.5, text: 1 };
/** The beginning says what a text is about; the rest costs time and adds noise. */
const WORDS_OF_TEXT = 150;

/**
 * What a verdict can teach from: words and pairs of words, the rules that matched and where, language and source.
 * Names are kept as they are, so that what was learned can be shown: "trade deal", "rule core in title".
 */
export function extractFeatures(
  item: TaggableItem,
  evidence: readonly Evidence[] = [],
  source: string | null = null,
): Features {
  const raw = new Map<string, number>();
  const add = (name: string, value: number) => raw.set(name, Math.max(raw.get(name) ?? 0, value));
  for (const field of TextField.options) addWords(item[field] ?? '', field, add);
  for (const { rule, field } of evidence) {
    add(`rule ${rule}`, 2);
    add(`rule ${rule} in ${field}`, 2);
  }
  if (item.language) add(`language ${item.language}`, 1);
  if (source !== null) add(`source ${source}`, 1);
  const norm = Math.sqrt([...raw.values()].reduce((sum, value) => sum + value * value, 0)) || 1;
  return new Map([...raw].map(([name, value]) => [name, value / norm]));
}

function addWords(text: string, field: TextField, add: (name: string, value: number) => void): void {
  const value = FIELD_VALUES[field];
  const words = tokens(field === 'text' ? text.slice(0, WORDS_OF_TEXT * 12) : text).slice(0, WORDS_OF_TEXT);
  for (const [i, word] of words.entries()) {
    const empty = word.text.length < 2 || isFunctionWord(word.text);
    if (!empty) add(word.text, value);
    const next = words[i + 1];
    if (next === undefined || next.sentence !== word.sentence) continue;
    if (empty && isFunctionWord(next.text)) continue;
    add(`${word.text} ${next.text}`, value);
  }
}
