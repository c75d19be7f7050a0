import type { Evidence, ItemSpan, Query, TaggableItem } from '@throughline/schema';
import { compileQuery } from '../rules/compile-topic.ts';
import { type Fault, isFault } from '../rules/problem.ts';
import { parseQuery } from '../rules/query.ts';
import { evaluate, type QueryScope } from './evaluate.ts';
import { FIELDS, Matcher } from './matcher.ts';
import { PatternSet } from './pattern-set.ts';

/** A search over items that are at hand, in the language of topics. */
export interface QueryMatcher {
  query: Query;
  /** The places that satisfy the query; null when the item does not match; [] when it matches by absence alone. */
  match(item: TaggableItem): ItemSpan[] | null;
}

/** Compiles a query such as `tariff~ NEAR/5 steel AND NOT title:opinion`. `any(...)` has no meaning outside a topic. */
export function compileSearch(source: string): QueryMatcher | Fault {
  const query = parseQuery(source);
  if (isFault(query)) return query;
  const set = new PatternSet();
  const compiled = compileQuery(query, set, new Map());
  const matcher = new Matcher(set);
  const scope: QueryScope = {
    matcher,
    hitsOf: (pattern) => matcher.hits.filter((hit) => hit.pattern === pattern),
    hitsIn: () => [],
  };
  return {
    query,
    match(item) {
      matcher.read(item);
      return evaluate(compiled, scope)?.map((span) => toSpan(matcher, span.first, span.last)) ?? null;
    },
  };
}

function toSpan(matcher: Matcher, first: number, last: number): Omit<Evidence, 'rule' | 'weight'> {
  const at = matcher.fieldOf(first);
  const start = matcher.words.starts[first] ?? 0;
  const end = matcher.words.ends[last] ?? 0;
  return { field: FIELDS[at] ?? 'text', start, end, text: (matcher.texts[at] ?? '').slice(start, end) };
}
