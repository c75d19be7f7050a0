declare module 'ahocorasick' {
  /** The package carries no types of its own. Each match: [index of its last letter, the words that end there]. */
  export default class AhoCorasick {
    constructor(words: readonly string[]);
    search(text: string): [end: number, words: string[]][];
  }
}
