import type { Evidence, TaggableItem, TopicDefinition } from '@throughline/schema';
import { foldText } from '@throughline/text';
import { asTopic } from '../tagger.ts';
import { type InSteps, mapInSteps } from './in-steps.ts';
import { withTerm } from './with-term.ts';

/** Phrases in one proposal at most; each costs a reading of the items when it is tried. */
const MOST_PHRASES = 20;

const NO_WORD = '[^\\p{L}\\p{M}\\p{N}]*';
const WORD = '\\p{L}[\\p{L}\\p{M}-]*';
const WORD_BEFORE = new RegExp(`(${WORD})${NO_WORD}$`, 'u');
const WORDS_AFTER = new RegExp(`^${NO_WORD}(${WORD}(?:\\s+${WORD})?)`, 'u');

/** An item that the rules call relevant, with what they found in it. */
interface Found {
  item: TaggableItem;
  evidence: readonly Evidence[];
}

export const withExceptions = (topic: TopicDefinition, phrases: readonly string[]): TopicDefinition => ({
  ...topic,
  except: phrases.reduce(withTerm, topic.except),
});

/**
 * Phrases that keep a wrong sense out, the most telling first: a hit with its neighbour, as it stands in rejected items
 * and in no accepted one. Only those that earn their place are kept: without any one of them a rejected item would be
 * relevant again.
 */
export function* exceptionPhrases(
  topic: TopicDefinition,
  rejected: readonly Found[],
  accepted: readonly TaggableItem[],
): InSteps<string[]> {
  const chosen = covering(rejected, yield* phrasesOf(rejected, accepted));
  function* isOut(phrases: readonly string[]): InSteps<number> {
    const kept = asTopic(withExceptions(topic, phrases));
    if (!kept.ok) return 0;
    const out = yield* mapInSteps(rejected, ({ item }) => !kept.value(item));
    return out.filter(Boolean).length;
  }
  const all = yield* isOut(chosen);
  let needed: readonly string[] = chosen;
  // From the least telling on, so that what it shares with a stronger one does not keep it.
  for (const phrase of chosen.toReversed()) {
    const without = needed.filter((other) => other !== phrase);
    if ((yield* isOut(without)) === all) needed = without;
  }
  return [...needed];
}

/** A hit among all hits of the rejected items. */
interface Hit {
  item: number;
}

/** Every phrase that stands in no accepted item, with the hits that it takes out. */
function* phrasesOf(
  rejected: readonly Found[],
  accepted: readonly TaggableItem[],
): InSteps<Map<string, Set<Hit>>> {
  const phrases = new Map<string, Set<Hit>>();
  for (const [item, { item: texts, evidence }] of rejected.entries()) {
    for (const { field, start, end, weight } of evidence) {
      if (weight <= 0) continue;
      const hit: Hit = { item };
      for (const phrase of around(texts[field] ?? '', start, end))
        phrases.set(phrase, (phrases.get(phrase) ?? new Set()).add(hit));
    }
  }
  // How many words the longest phrase has that begins so: most words of a text begin none.
  const longest = new Map<string, number>();
  for (const words of [...phrases.keys()].map((phrase) => phrase.split(' ')))
    longest.set(words[0] ?? '', Math.max(words.length, longest.get(words[0] ?? '') ?? 0));
  for (const { title, summary, text } of accepted) {
    const words = foldText(`${title} ${summary ?? ''} ${text ?? ''}`).split(' ');
    for (const [from, word] of words.entries())
      for (let count = longest.get(word) ?? 0; count > 1; count--)
        phrases.delete(words.slice(from, from + count).join(' '));
    yield;
  }
  return phrases;
}

/** A hit with the word before it, and with what follows. */
function around(text: string, start: number, end: number): string[] {
  const hit = foldText(text.slice(start, end));
  const before = WORD_BEFORE.exec(text.slice(Math.max(0, start - 40), start))?.[1];
  const after = WORDS_AFTER.exec(text.slice(end, end + 40))?.[1];
  return [
    ...(before === undefined ? [] : [`${foldText(before)} ${hit}`]),
    ...(after === undefined ? [] : [`${hit} ${foldText(after)}`]),
  ];
}

/**
 * One phrase after the other, always the one that leaves the fewest items with a hit, and of several the one that takes
 * the most hits.
 */
function covering(rejected: readonly Found[], phrases: ReadonlyMap<string, ReadonlySet<Hit>>): string[] {
  const left = rejected.map(({ evidence }) => evidence.filter(({ weight }) => weight > 0).length);
  const taken = new Set<Hit>();
  const chosen: string[] = [];
  while (chosen.length < MOST_PHRASES) {
    let best: { phrase: string; hits: Hit[]; emptied: number } | null = null;
    for (const [phrase, all] of phrases) {
      const hits = [...all].filter((hit) => !taken.has(hit));
      const emptied = emptiedBy(hits, left);
      const better =
        best === null ||
        emptied > best.emptied ||
        (emptied === best.emptied && hits.length > best.hits.length);
      if (hits.length > 0 && better) best = { phrase, hits, emptied };
    }
    if (best === null) break;
    chosen.push(best.phrase);
    for (const hit of best.hits) {
      taken.add(hit);
      left[hit.item] = (left[hit.item] ?? 0) - 1;
    }
  }
  return chosen;
}

function emptiedBy(hits: readonly Hit[], left: readonly number[]): number {
  const each = new Map<number, number>();
  for (const { item } of hits) each.set(item, (each.get(item) ?? 0) + 1);
  return [...each].filter(([item, n]) => n === left[item]).length;
}
