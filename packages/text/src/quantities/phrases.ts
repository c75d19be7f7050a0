import { foldWord } from './fold.ts';
import type { Token } from './scan.ts';

/** Phrases of one or more words with a value each; the longest that stands at a place wins. */
export class Phrases<T> {
  readonly #byFirst = new Map<string, { words: string[]; value: T }[]>();

  /** Keys are phrases with words parted by spaces; `|` parts several spellings of one value. */
  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [keys, value] of entries) for (const key of keys.split('|')) this.#add(key, value);
    for (const list of this.#byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  }

  #add(key: string, value: T): void {
    const words = key.trim().split(/\s+/).map(foldWord);
    const first = words[0];
    if (first === undefined || first === '') return;
    const list = this.#byFirst.get(first);
    if (list) list.push({ words, value });
    else this.#byFirst.set(first, [{ words, value }]);
  }

  /** Whether any phrase starts with this folded word. */
  starts(word: string): boolean {
    return this.#byFirst.has(word);
  }

  /** The value of a single word, if it is a phrase by itself. */
  get(word: string): T | undefined {
    return this.#byFirst.get(word)?.find((entry) => entry.words.length === 1)?.value;
  }

  /** The longest phrase that starts at token `at`. Hyphens between its words do not matter. */
  at(tokens: readonly Token[], at: number): { value: T; next: number } | null {
    const first = tokens[at];
    const list = first === undefined ? undefined : this.#byFirst.get(first.fold);
    for (const { words, value } of list ?? []) {
      const next = follow(tokens, at + 1, words);
      if (next !== null) return { value, next };
    }
    return null;
  }

  /** The longest phrase whose last word is token `at`. */
  endingAt(tokens: readonly Token[], at: number, longest = 4): { value: T; first: number } | null {
    for (let first = Math.max(0, at - longest * 2); first <= at; first++) {
      const list = this.#byFirst.get(tokens[first]?.fold ?? '');
      for (const { words, value } of list ?? [])
        if (follow(tokens, first + 1, words) === at + 1) return { value, first };
    }
    return null;
  }
}

function follow(tokens: readonly Token[], from: number, words: readonly string[]): number | null {
  let next = from;
  for (let i = 1; i < words.length; i++) {
    if (tokens[next]?.fold === '-' && words[i] !== '-') next++;
    if (tokens[next]?.fold !== words[i]) return null;
    next++;
  }
  return next;
}
