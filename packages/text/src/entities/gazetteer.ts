import { readFileSync } from 'node:fs';
import { foldText } from '../normalise.ts';

export type EntityType = 'person' | 'place' | 'org';

/** A known person, place or organisation. */
export interface Entity {
  /** Stable name of the entry, e.g. "org.unsc". */
  id: string;
  type: EntityType;
  /** Name in English. */
  name: string;
  /** Only where it is sure. */
  wikidata?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  /** Topics that it matters to. */
  topics?: string[];
  /** Names by ISO 639-1 language. */
  aliases: Record<string, string[]>;
}

/** One step of the trie: the next words, and what ends here. */
export interface AliasNode {
  next: Map<string, AliasNode>;
  ends: AliasEnd | null;
}

export interface AliasEnd {
  entity: Entity;
  /** Written all in capitals ("UN"): only capitals match it, or every "un" would. */
  acronym: boolean;
}

export interface Gazetteer {
  byId: ReadonlyMap<string, Entity>;
  root: AliasNode;
}

/** Builds the trie of all aliases. Of two entries with one alias the first has it. */
function compileGazetteer(entities: readonly Entity[]): Gazetteer {
  const root: AliasNode = { next: new Map(), ends: null };
  for (const entity of entities)
    for (const alias of Object.values(entity.aliases).flat()) addAlias(root, entity, alias);
  return { byId: new Map(entities.map((entity) => [entity.id, entity])), root };
}

function addAlias(root: AliasNode, entity: Entity, alias: string): void {
  let node = root;
  for (const word of foldText(alias.replaceAll('.', '')).split(' ')) {
    const key = wordKey(word);
    const next: AliasNode = node.next.get(key) ?? { next: new Map(), ends: null };
    node.next.set(key, next);
    node = next;
  }
  if (node !== root) node.ends ??= { entity, acronym: isAcronym(alias) };
}

const isAcronym = (alias: string): boolean => {
  const letters = alias.replace(/[^\p{L}]/gu, '');
  return letters.length <= 5 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
};

const CYRILLIC = /^[а-яё]{5,}$/;
const CASE_ENDING =
  /(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|ией|ой|ей|ом|ем|ам|ям|ах|ях|ую|юю|ая|яя|ое|ее|ий|ый|ии|ию|ия|ов|ев|а|я|у|ю|о|е|ы|и|ь|й)$/;

/** The form under which a folded word is looked up: Russian words without their case ending. */
export function wordKey(word: string): string {
  if (!CYRILLIC.test(word)) return word;
  const stem = word.replace(CASE_ENDING, '');
  return stem.length >= 3 ? stem : word;
}

let shipped: Gazetteer | null = null;

/** The gazetteer that ships: countries, and the people, places and organisations of the four topics. */
export function shippedGazetteer(): Gazetteer {
  shipped ??= compileGazetteer(readEntities(new URL('../../data/gazetteer.jsonl', import.meta.url)));
  return shipped;
}

/** One entity a line. The file is part of the package: a fault in it is a fault in the program. */
function readEntities(file: URL): Entity[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Entity);
}
