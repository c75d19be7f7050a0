import { hashUnit, NO_UNITS } from '@throughline/text';

/**
 * Folded words, each with a list of numbers, asked by hash. Most words of a text are not there: one bit of a filter
 * that fits into the fastest cache says so. A word that seems to be there is compared letter by letter.
 */
export class WordTable {
  /** The numbers of entry n stand at numberStarts[n] .. numberStarts[n + 1]. */
  readonly numbers: Int32Array;
  readonly numberStarts: Int32Array;
  /** A bit for each hash that occurs, by its lowest bits; and for each whose word begins a pattern. */
  private readonly filter: Uint32Array;
  private readonly beginFilter: Uint32Array;
  private readonly filterMask: number;
  /** By slot: hash, and number of the entry + 1. */
  private readonly cells: Int32Array;
  private readonly mask: number;
  private readonly spelled: Uint16Array;
  /** Entry n is spelled at spelledStarts[n] .. spelledStarts[n + 1]. */
  private readonly spelledStarts: Int32Array;

  constructor(words: ReadonlyMap<string, readonly number[]>, begins: (number: number) => boolean) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(16, words.size * 2)));
    this.mask = size - 1;
    this.cells = new Int32Array(size * 2);
    this.filterMask = size * 8 - 1;
    this.filter = new Uint32Array(size / 4);
    this.beginFilter = new Uint32Array(size / 4);
    this.spelled = Uint16Array.from([...words.keys()].join(''), (letter) => letter.charCodeAt(0));
    this.spelledStarts = new Int32Array(words.size + 1);
    this.numbers = Int32Array.from([...words.values()].flat());
    this.numberStarts = new Int32Array(words.size + 1);
    let n = 0;
    for (const [word, numbers] of words) {
      this.spelledStarts[n + 1] = (this.spelledStarts[n] ?? 0) + word.length;
      this.numberStarts[n + 1] = (this.numberStarts[n] ?? 0) + numbers.length;
      this.place(word, n++, numbers.some(begins));
    }
  }

  /** 0: no word with this hash begins a pattern; else 1. Most words of a text end here. */
  mayBegin(hash: number): number {
    const bit = mix(hash) & this.filterMask;
    return ((this.beginFilter[bit >> 5] as number) >>> (bit & 31)) & 1;
  }

  /** The entry of the word at `from` .. `to` of `folded`, with this hash; -1 when it is not there. */
  find(hash: number, folded: Uint16Array, from: number, to: number): number {
    const mixed = mix(hash);
    const bit = mixed & this.filterMask;
    if ((((this.filter[bit >> 5] as number) >>> (bit & 31)) & 1) === 0) return -1;
    const { cells, mask } = this;
    let slot = mixed & mask;
    for (;;) {
      const n = (cells[slot * 2 + 1] as number) - 1;
      if (n === -1) return -1;
      if (cells[slot * 2] === hash && this.isSpelled(n, folded, from, to)) return n;
      slot = (slot + 1) & mask;
    }
  }

  private isSpelled(n: number, folded: Uint16Array, from: number, to: number): boolean {
    const { spelled, spelledStarts } = this;
    let at = spelledStarts[n] as number;
    if ((spelledStarts[n + 1] as number) - at !== to - from) return false;
    for (let i = from; i < to; i++) if (spelled[at++] !== folded[i]) return false;
    return true;
  }

  private place(word: string, n: number, begins: boolean): void {
    let hash = NO_UNITS;
    for (let i = 0; i < word.length; i++) hash = hashUnit(hash, word.charCodeAt(i));
    const mixed = mix(hash);
    const bit = mixed & this.filterMask;
    for (const filter of begins ? [this.filter, this.beginFilter] : [this.filter]) {
      filter[bit >> 5] = (filter[bit >> 5] ?? 0) | (1 << (bit & 31));
    }
    let slot = mixed & this.mask;
    while (this.cells[slot * 2 + 1] !== 0) slot = (slot + 1) & this.mask;
    this.cells[slot * 2] = hash;
    this.cells[slot * 2 + 1] = n + 1;
  }
}

/** The low bits of the hash depend on the low bits of the letters alone. */
function mix(hash: number): number {
  return hash ^ (hash >>> 15);
}
