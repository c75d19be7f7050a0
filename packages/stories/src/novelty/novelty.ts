import { figuresMissing, figuresOf } from '../duplicates/figures.ts';
import { hashText } from '../hash.ts';
import { type Sentence, sentencesOf } from '../sentences.ts';

/** A sentence of an item and whether it was told before. Offsets are UTF-16 units of the item's text as given. */
export interface SentenceNovelty {
  start: number;
  end: number;
  text: string;
  novel: boolean;
  /** Best share of the sentence that an earlier one covers, 0..1, and where that stands. */
  overlap: number;
  seenIn: string | null;
  /** Figures that nothing seen gives. */
  newFigures: string[];
}

export interface Novelty {
  /** Share of the sentences that are new, 0..1; 0 for a text without sentences. */
  share: number;
  sentences: SentenceNovelty[];
}

/** A text that was read before: another report of the story, or a passage that a storyline already has. */
export interface SeenText {
  id: string;
  text: string;
}

/** A sentence told before shares at least this much of its word pairs with one earlier sentence. */
const TOLD = 0.5;
/** Shorter sentences ("More soon.") are never news. */
const LEAST_WORDS = 4;

/**
 * Tells sentence by sentence what a text adds to what was seen. A sentence is new when no single earlier sentence
 * covers half of its word pairs, or when it gives a figure that nothing seen gives.
 */
export function novelty(text: string, seen: readonly SeenText[]): Novelty {
  const known = new PairIndex();
  const figures = new Set<string>();
  for (const { id, text: earlier } of seen) {
    for (const sentence of sentencesOf(earlier)) known.add(id, sentence);
    for (const figure of figuresOf(earlier)) figures.add(figure);
  }
  const sentences = sentencesOf(text).map((sentence) => judgeSentence(text, sentence, known, [...figures]));
  const novel = sentences.filter((sentence) => sentence.novel).length;
  return { share: sentences.length === 0 ? 0 : novel / sentences.length, sentences };
}

function judgeSentence(
  text: string,
  sentence: Sentence,
  known: PairIndex,
  figures: string[],
): SentenceNovelty {
  const slice = text.slice(sentence.start, sentence.end);
  const { overlap, id } = known.best(sentence);
  const newFigures = figuresMissing(figures, [...figuresOf(slice)]);
  const novel = sentence.words.length >= LEAST_WORDS && (overlap < TOLD || newFigures.length > 0);
  return { start: sentence.start, end: sentence.end, text: slice, novel, overlap, seenIn: id, newFigures };
}

/** Sentences by the pairs of neighbouring words in them: word order matters, single common words do not. */
class PairIndex {
  readonly #owners: string[] = [];
  readonly #byPair = new Map<number, number[]>();

  add(id: string, sentence: Sentence): void {
    const number = this.#owners.push(id) - 1;
    for (const pair of pairsOf(sentence)) {
      const list = this.#byPair.get(pair);
      if (list === undefined) this.#byPair.set(pair, [number]);
      else list.push(number);
    }
  }

  best(sentence: Sentence): { overlap: number; id: string | null } {
    const pairs = pairsOf(sentence);
    const hits = new Map<number, number>();
    for (const pair of pairs)
      for (const number of this.#byPair.get(pair) ?? []) hits.set(number, (hits.get(number) ?? 0) + 1);
    let best = -1;
    let most = 0;
    for (const [number, count] of hits) if (count > most) [best, most] = [number, count];
    return { overlap: pairs.size === 0 ? 0 : most / pairs.size, id: this.#owners[best] ?? null };
  }
}

function pairsOf(sentence: Sentence): Set<number> {
  const { words } = sentence;
  if (words.length === 1) return new Set([hashText(words[0] ?? '')]);
  const pairs = new Set<number>();
  for (let i = 1; i < words.length; i++) pairs.add(hashText(`${words[i - 1]} ${words[i]}`));
  return pairs;
}
