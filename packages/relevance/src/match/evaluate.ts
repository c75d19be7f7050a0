import type { GateReach } from '@throughline/schema';
import type { CompiledQuery, HitSet } from '../rules/compile-topic.ts';
import type { Hit, Matcher } from './matcher.ts';

/** Words `first`..`last` of an item. */
export interface WordSpan {
  first: number;
  last: number;
}

/** What a query can ask of one item. */
export interface QueryScope {
  matcher: Matcher;
  hitsOf(pattern: number): readonly Hit[];
  hitsIn(set: HitSet): readonly WordSpan[];
}

/** Pairs looked at for one NEAR: beyond this a text is a list of the same word. */
const MAX_PAIRS = 100_000;

/** @returns the places that satisfy the query; null when it fails; [] when it holds without a place (`NOT`). */
export function evaluate(query: CompiledQuery, scope: QueryScope): WordSpan[] | null {
  switch (query.kind) {
    case 'pattern':
      return placed(scope.hitsOf(query.pattern));
    case 'any':
      return placed(query.sets.flatMap((set) => scope.hitsIn(set)));
    case 'or': {
      const parts = query.of.map((part) => evaluate(part, scope)).filter((part) => part !== null);
      return parts.length === 0 ? null : parts.flat();
    }
    case 'and': {
      const parts = query.of.map((part) => evaluate(part, scope));
      return parts.every((part) => part !== null) ? parts.flat() : null;
    }
    case 'not':
      return evaluate(query.of, scope) === null ? [] : null;
    case 'atLeast': {
      const found = evaluate(query.of, scope);
      return found !== null && found.length >= query.times ? found : null;
    }
    case 'near': {
      const left = evaluate(query.left, scope);
      const right = left === null ? null : evaluate(query.right, scope);
      return left === null || right === null ? null : nearPairs(left, right, query, scope.matcher);
    }
    case 'sentence':
      return sharedSentences(
        query.of.map((part) => evaluate(part, scope)),
        scope.matcher,
      );
  }
}

function placed(spans: readonly WordSpan[]): WordSpan[] | null {
  return spans.length === 0 ? null : [...spans];
}

function nearPairs(
  left: readonly WordSpan[],
  right: readonly WordSpan[],
  { distance, ordered }: { distance: number; ordered: boolean },
  matcher: Matcher,
): WordSpan[] | null {
  const found: WordSpan[] = [];
  let pairs = 0;
  for (const a of left) {
    for (const b of right) {
      if (++pairs > MAX_PAIRS) return placed(found);
      if (ordered && b.first <= a.last) continue;
      if (!apart(a, b) || !within(a, b, distance, matcher)) continue;
      found.push({ first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) });
    }
  }
  return placed(found);
}

function sharedSentences(parts: readonly (WordSpan[] | null)[], matcher: Matcher): WordSpan[] | null {
  const [first, ...others] = parts;
  if (first === undefined || first === null) return null;
  const sentence = (span: WordSpan) => matcher.words.sentences[span.first];
  const rest = others.map((part) => new Set(part?.map(sentence)));
  const shared = first.filter((a) => rest.every((sentences) => sentences.has(sentence(a))));
  return placed(shared);
}

/** Two spans share no word. */
function apart(a: WordSpan, b: WordSpan): boolean {
  return a.last < b.first || b.last < a.first;
}

/** Is `b` within reach of `a`: so many words between them in one field, or in the same sentence, field, item? */
export function within(a: WordSpan, b: WordSpan, reach: GateReach, matcher: Matcher): boolean {
  if (reach === 'item') return true;
  if (reach === 'sentence') return matcher.words.sentences[a.first] === matcher.words.sentences[b.first];
  if (matcher.fieldOf(a.first) !== matcher.fieldOf(b.first)) return false;
  if (reach === 'field') return true;
  return Math.max(b.first - a.last, a.first - b.last) <= reach;
}
