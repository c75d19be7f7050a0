import { type Fault, parseSearch, type SearchNames } from '@throughline/relevance';
import type { ItemCondition, ItemView } from '@throughline/schema';
import { type ListView, listSources, listTopics, type Sql } from '@throughline/store';
import { FaultError } from './fault-error.ts';

/** Names cost a list of all sources, which most queries do not ask for. */
async function namesFor(sql: Sql, text: string): Promise<SearchNames> {
  const topics = /topic:/i.test(text) ? await listTopics(sql) : [];
  const sources = /(?:source|publisher):/i.test(text) ? await listSources(sql) : [];
  return { topics, sources, now: new Date() };
}

/** Reads one query with the desk's names. */
export async function readQuery(sql: Sql, text: string): Promise<ItemCondition | Fault | null> {
  return parseSearch(text, await namesFor(sql, text));
}

/** @throws FaultError when a query of the view cannot be read. */
export async function listView(sql: Sql, { within, query, ...view }: ItemView): Promise<ListView> {
  const read = async (text: string | undefined) => {
    const condition = text === undefined ? null : await readQuery(sql, text);
    if (condition !== null && 'message' in condition) throw new FaultError([condition]);
    return condition === null ? [] : [condition];
  };
  const of = [...(await read(within)), ...(await read(query))];
  const [only] = of;
  return { ...view, condition: of.length > 1 ? { kind: 'and', of } : (only ?? null) };
}
