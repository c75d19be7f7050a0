import type { StoryConstraint } from '@throughline/schema';

/**
 * What curators decided, by item: who must be together, who must not, and what a story is called. Of decisions that
 * contradict each other the later one holds: items bound together are never kept apart.
 */
export class Constraints {
  /** By item the others it is tied to, each with the number of the decision: the later, the higher. */
  readonly #together: Links = new Map();
  readonly #apart: Links = new Map();
  readonly #names = new Map<string, string>();
  #made = 0;

  add(constraint: StoryConstraint): void {
    if (constraint.kind === 'rename') {
      this.#names.set(constraint.item, constraint.headline);
      return;
    }
    const { kind, a, b } = constraint;
    // An item is with itself, whatever is asked for.
    if (a === b) return;
    if (kind === 'must-link') this.#letJoin(a, b);
    else this.#letPart(a, b);
    link(kind === 'must-link' ? this.#together : this.#apart, a, b, this.#made++);
  }

  /** Undoes a decision. */
  remove(constraint: StoryConstraint): void {
    if (constraint.kind === 'rename') this.#names.delete(constraint.item);
    else unlink(constraint.kind === 'must-link' ? this.#together : this.#apart, constraint.a, constraint.b);
  }

  /** Whether a decision that was added still holds, contradicted by no later one. */
  holds(constraint: StoryConstraint): boolean {
    if (constraint.kind === 'rename') return this.#names.get(constraint.item) === constraint.headline;
    const links = constraint.kind === 'must-link' ? this.#together : this.#apart;
    return links.get(constraint.a)?.has(constraint.b) ?? false;
  }

  /** The items that must be with `item`, itself among them. */
  bond(item: string): Set<string> {
    const found = new Set([item]);
    for (const next of found) for (const other of this.#together.get(next)?.keys() ?? []) found.add(other);
    return found;
  }

  /** The items that must not be with `item` or with what is bound to it, and all that is bound to those. */
  barred(item: string): Set<string> {
    const barred = new Set<string>();
    if (this.#apart.size === 0) return barred;
    for (const bound of this.bond(item))
      for (const other of this.#apart.get(bound)?.keys() ?? [])
        if (!barred.has(other)) for (const one of this.bond(other)) barred.add(one);
    return barred;
  }

  /** Whether two groups of items may be one story. */
  mayJoin(a: Iterable<string>, b: (item: string) => boolean): boolean {
    if (this.#apart.size === 0) return true;
    for (const item of a) for (const other of this.#apart.get(item)?.keys() ?? []) if (b(other)) return false;
    return true;
  }

  /** The name that a curator gave to a story with these items; the last given wins. */
  nameFor(items: Iterable<string>): string | null {
    let name: string | null = null;
    if (this.#names.size > 0) for (const item of items) name = this.#names.get(item) ?? name;
    return name;
  }

  /** Forgets what keeps apart those who are to be together from now on. */
  #letJoin(a: string, b: string): void {
    if (this.#apart.size === 0) return;
    const others = this.bond(b);
    for (const item of this.bond(a))
      for (const other of [...(this.#apart.get(item)?.keys() ?? [])])
        if (others.has(other)) unlink(this.#apart, item, other);
  }

  /** Cuts what ties `a` to `b`, the oldest tie of each chain between them. */
  #letPart(a: string, b: string): void {
    for (let oldest = this.#oldestTie(a, b); oldest !== null; oldest = this.#oldestTie(a, b))
      unlink(this.#together, ...oldest);
  }

  /** The oldest tie of the shortest chain between two items, null when nothing ties them. */
  #oldestTie(a: string, b: string): [string, string] | null {
    const cameFrom = new Map<string, string>([[a, a]]);
    for (const [item] of cameFrom)
      for (const other of this.#together.get(item)?.keys() ?? [])
        if (!cameFrom.has(other)) cameFrom.set(other, item);
    let oldest: [string, string] | null = null;
    let age = Number.POSITIVE_INFINITY;
    for (let item = b; item !== a; ) {
      const before = cameFrom.get(item);
      if (before === undefined) return null;
      const made = this.#together.get(item)?.get(before) ?? 0;
      if (made < age) [oldest, age] = [[before, item], made];
      item = before;
    }
    return oldest;
  }
}

/** Those of a row of decisions, in the order in which they were made, which no later one contradicts. */
export function decisionsInForce(decisions: readonly StoryConstraint[]): StoryConstraint[] {
  const constraints = new Constraints();
  for (const decision of decisions) constraints.add(decision);
  return decisions.filter((decision) => constraints.holds(decision));
}

type Links = Map<string, Map<string, number>>;

function link(links: Links, a: string, b: string, made: number): void {
  links.set(a, (links.get(a) ?? new Map()).set(b, made));
  links.set(b, (links.get(b) ?? new Map()).set(a, made));
}

function unlink(links: Links, a: string, b: string): void {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const set = links.get(one);
    set?.delete(other);
    if (set?.size === 0) links.delete(one);
  }
}
