import type { ItemRelation } from '@throughline/schema';
import { DuplicateFinder } from '../duplicates/duplicate-finder.ts';
import type { PrintableItem } from '../duplicates/fingerprint.ts';
import { publisherFamily } from './publishers.ts';

/** A report of a story and those that derive from it. */
export interface OriginReport {
  item: string;
  publisher: string | null;
  /** How it stands to the report above it; "independent" at the top of an origin. */
  relation: ItemRelation;
  /** Figures that it changed or added against the report above it. */
  newFigures: string[];
  derived: OriginReport[];
}

/** One place that the news of a story came from: a newsroom or an agency, with all that derives from it. */
export interface Origin {
  /** Agency or family of the publisher; null when neither is known. */
  source: string | null;
  reports: OriginReport[];
}

/** "12 reports, 3 independent origins", with the tree that shows why. */
export interface Origins {
  reports: number;
  independent: number;
  origins: Origin[];
}

export interface OriginItem extends PrintableItem {
  publishedAt?: string | null | undefined;
}

/**
 * Tells who really reported a story. Reports that copy, abridge or carry on another share its origin; so do reports
 * of one publisher's family, and reports that credit the same agency. The earliest report of an origin stands first.
 */
export function origins(items: readonly OriginItem[]): Origins {
  const finder = new DuplicateFinder();
  const nodes = new Map<string, OriginReport>();
  const joined = new Groups();
  for (const { item, time } of inOrder(items)) {
    const publisher = publisherFamily(item.publisher, item.url);
    const found = finder.add(item, publisher, time, nodes.keys());
    const node: OriginReport = {
      item: item.id,
      publisher,
      relation: found?.relation ?? 'independent',
      newFigures: found?.newFigures ?? [],
      derived: [],
    };
    nodes.set(item.id, node);
    joined.add(item.id);
    if (found !== null) {
      nodes.get(found.of)?.derived.push(node);
      joined.join(found.of, item.id);
    }
    const agency = finder.print(item.id)?.agency ?? null;
    // A customer's rewrite of agency copy is the agency's; an agency that publishes itself is the same newsroom.
    const newsroom = agency ?? (found === null ? publisher : null);
    if (newsroom !== null) joined.join(`newsroom ${newsroom}`, item.id);
  }
  return asTree(nodes, joined);
}

function asTree(nodes: Map<string, OriginReport>, joined: Groups): Origins {
  const groups = new Map<string, Origin>();
  for (const [id, node] of nodes) {
    const key = joined.root(id);
    const origin = groups.get(key) ?? { source: null, reports: [] };
    groups.set(key, origin);
    if (node.relation === 'independent') origin.reports.push(node);
    origin.source ??= joined.label(id) ?? node.publisher;
  }
  return { reports: nodes.size, independent: groups.size, origins: [...groups.values()] };
}

function inOrder(items: readonly OriginItem[]): { item: OriginItem; time: number }[] {
  const dated = items.map((item, at) => ({ item, at, time: Date.parse(item.publishedAt ?? '') || 0 }));
  return dated.sort((a, b) => a.time - b.time || a.at - b.at);
}

/** Union of named things; a group that holds "newsroom X" is labelled X. */
class Groups {
  readonly #parent = new Map<string, string>();
  readonly #labels = new Map<string, string>();

  add(name: string): void {
    if (!this.#parent.has(name)) this.#parent.set(name, name);
  }

  join(a: string, b: string): void {
    this.add(a);
    this.add(b);
    const [first, second] = [this.root(a), this.root(b)];
    const label = this.#labels.get(first) ?? /^newsroom (.*)$/.exec(a)?.[1] ?? this.#labels.get(second);
    if (first !== second) this.#parent.set(second, first);
    if (label !== undefined) this.#labels.set(first, label);
  }

  root(name: string): string {
    let at = name;
    for (let up = this.#parent.get(at); up !== undefined && up !== at; up = this.#parent.get(at)) at = up;
    return at;
  }

  label(name: string): string | undefined {
    return this.#labels.get(this.root(name));
  }
}
