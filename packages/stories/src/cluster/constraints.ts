import type { StoryConstraint } from '@throughline/schema';

/** What curators decided, by item: who must be together, who must not, and what a story is called. */
export class Constraints {
  readonly #together = new Map<string, Set<string>>();
  readonly #apart = new Map<string, Set<string>>();
  readonly #names = new Map<string, string>();

  add(constraint: StoryConstraint): void {
    if (constraint.kind === 'rename') this.#names.set(constraint.item, constraint.headline);
    else link(constraint.kind === 'must-link' ? this.#together : this.#apart, constraint.a, constraint.b);
  }

  /** Undoes a decision. */
  remove(constraint: StoryConstraint): void {
    if (constraint.kind === 'rename') this.#names.delete(constraint.item);
    else unlink(constraint.kind === 'must-link' ? this.#together : this.#apart, constraint.a, constraint.b);
  }

  /** The items that must be with `item`, itself among them. */
  bond(item: string): Set<string> {
    const found = new Set([item]);
    for (const next of found) for (const other of this.#together.get(next) ?? []) found.add(other);
    return found;
  }

  /** The items that must not be with `item` or with what is bound to it. */
  barred(item: string): Set<string> {
    if (this.#apart.size === 0) return new Set();
    const barred = new Set<string>();
    for (const bound of this.bond(item)) for (const other of this.#apart.get(bound) ?? []) barred.add(other);
    return barred;
  }

  /** Whether two groups of items may be one story. */
  mayJoin(a: Iterable<string>, b: (item: string) => boolean): boolean {
    if (this.#apart.size === 0) return true;
    for (const item of a) for (const other of this.#apart.get(item) ?? []) if (b(other)) return false;
    return true;
  }

  /** The name that a curator gave to a story with these items; the last given wins. */
  nameFor(items: Iterable<string>): string | null {
    let name: string | null = null;
    if (this.#names.size > 0) for (const item of items) name = this.#names.get(item) ?? name;
    return name;
  }
}

function link(map: Map<string, Set<string>>, a: string, b: string): void {
  map.set(a, (map.get(a) ?? new Set()).add(b));
  map.set(b, (map.get(b) ?? new Set()).add(a));
}

function unlink(map: Map<string, Set<string>>, a: string, b: string): void {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const set = map.get(one);
    set?.delete(other);
    if (set?.size === 0) map.delete(one);
  }
}
