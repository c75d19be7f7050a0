import type { Novelty } from '@throughline/schema';
import { foldText } from '@throughline/text';

/** Sentences of a text: parted at full stops of all scripts that are followed by space, and at line ends. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?؟۔…]["”»’)]?)\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
}

/** All runs of three words of texts that are already there. */
export function knownTriples(texts: Iterable<string>): Set<string> {
  const known = new Set<string>();
  for (const text of texts) for (const triple of triplesOf(text)) known.add(triple);
  return known;
}

function triplesOf(text: string): string[] {
  const words = foldText(text).split(' ').filter(Boolean);
  if (words.length < 3) return words.length === 0 ? [] : [words.join(' ')];
  return words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`);
}

/** A sentence is new when fewer than half of its runs of three words are known. */
export function noveltyOf(text: string, known: ReadonlySet<string>): Novelty {
  // "(Meridian)" or "Islamabad:" is no sentence.
  const sentences = sentencesOf(text).filter((sentence) => foldText(sentence).split(' ').length > 2);
  const added = sentences.filter((sentence) => {
    const triples = triplesOf(sentence);
    return triples.filter((triple) => known.has(triple)).length < triples.length / 2;
  });
  return { sentences: sentences.length, added: added.length, first: added[0] ?? null };
}
