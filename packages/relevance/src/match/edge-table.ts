/**
 * The edges of a trie: (node, symbol) -> node, in one flat open-addressing table. A table of arrays per node would
 * take hundreds of MB for 500 topics, a Map boxes its keys; this is three numbers an edge and one cache line a look.
 */
export class EdgeTable {
  private cells: Int32Array;
  private mask: number;
  private used = 0;

  constructor(expected = 512) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
    this.mask = size - 1;
    this.cells = new Int32Array(size * 3).fill(-1);
  }

  /** The node that `symbol` leads to, or -1. */
  get(node: number, symbol: number): number {
    const { cells, mask } = this;
    let slot = hash(node, symbol) & mask;
    for (;;) {
      const at = slot * 3;
      const found = cells[at] as number;
      if (found === -1) return -1;
      if (found === node && cells[at + 1] === symbol) return cells[at + 2] as number;
      slot = (slot + 1) & mask;
    }
  }

  /** Adds an edge that is not there yet. */
  set(node: number, symbol: number, to: number): void {
    if ((this.used + 1) * 2 > this.mask) this.grow();
    this.place(node, symbol, to);
    this.used++;
  }

  private place(node: number, symbol: number, to: number): void {
    let slot = hash(node, symbol) & this.mask;
    while (this.cells[slot * 3] !== -1) slot = (slot + 1) & this.mask;
    this.cells.set([node, symbol, to], slot * 3);
  }

  private grow(): void {
    const old = this.cells;
    this.mask = this.mask * 2 + 1;
    this.cells = new Int32Array((this.mask + 1) * 3).fill(-1);
    for (let at = 0; at < old.length; at += 3) {
      const node = old[at] as number;
      if (node !== -1) this.place(node, old[at + 1] as number, old[at + 2] as number);
    }
  }
}

function hash(node: number, symbol: number): number {
  const h = Math.imul(node, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b);
  return h ^ (h >>> 15);
}
