import { type Fault, parseSearch, type SearchNames } from '@throughline/relevance';
import type { ItemCondition, ItemView, QueryFault } from '@throughline/schema';
import { type ListView, listSources, listTopics, type Sql } from '@throughline/store';

/** A query that cannot be read, with the place; the admin shows it under the search box. */
export class QueryFaultError extends Error {
  override name = 'QueryFaultError';
  readonly fault: QueryFault;

  constructor(fault: QueryFault) {
    super(fault.message);
    this.fault = fault;
  }
}

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

/** @throws QueryFaultError when a query of the view cannot be read. */
export async function listView(sql: Sql, { within, query, ...view }: ItemView): Promise<ListView> {
  const read = async (text: string | undefined) => {
    const condition = text === undefined ? null : await readQuery(sql, text);
    if (condition !== null && 'message' in condition) throw new QueryFaultError(condition);
    return condition === null ? [] : [condition];
  };
  const of = [...(await read(within)), ...(await read(query))];
  const [only] = of;
  return { ...view, condition: of.length > 1 ? { kind: 'and', of } : (only ?? null) };
}
