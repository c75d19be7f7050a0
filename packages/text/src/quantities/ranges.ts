import type { Lexicon } from './lexicon.ts';
import type { Token } from './scan.ts';
import { tidy } from './tidy.ts';
import type { TokenQuantity } from './token-quantity.ts';

/** Joins neighbours that are the two ends of one range: `3-5%`, `from 8 to 12`, `between 2 and 3`, `three or four`. */
export function joinRanges(
  tokens: readonly Token[],
  quantities: readonly TokenQuantity[],
  lexicon: Lexicon,
): TokenQuantity[] {
  const joined: TokenQuantity[] = [];
  for (let i = 0; i < quantities.length; i++) {
    const [low, high] = [quantities[i], quantities[i + 1]];
    if (low === undefined) break;
    if (high !== undefined && partOf(tokens, low, high, lexicon)) {
      joined.push({ ...low, unit: high.unit, money: high.money });
      continue;
    }
    const range = high === undefined ? null : rangeOf(tokens, low, high, lexicon);
    joined.push(range ?? low);
    if (range !== null) i++;
  }
  return joined;
}

function rangeOf(
  tokens: readonly Token[],
  low: TokenQuantity,
  high: TokenQuantity,
  lexicon: Lexicon,
): TokenQuantity | null {
  if (low.high !== null || high.high !== null) return null;
  const link = linkBetween(tokens, low.next, high.first, lexicon);
  if (link === null || !sameUnit(low, high)) return null;
  const opened = opensRange(tokens, low.first, lexicon);
  if (link === 'and' && !opened) return null;
  if (link === 'or' && !neighbours(low, high)) return null;
  // "rose $2 to $58": where it led, not between what. "from $2 to $58" is.
  if (link === 'to' && !opened && low.unit !== null && changed(tokens, low.first, lexicon)) return null;
  const value = sharesScale(low, high) ? tidy(low.value * high.numeral.scale) : low.value;
  const unit = high.unit ?? low.unit;
  return { ...high, first: low.first, value, high: high.value, unit, money: low.money || high.money };
}

/** `280 million of the 1.5 billion shekels`: a part has the unit of its whole. */
function partOf(
  tokens: readonly Token[],
  part: TokenQuantity,
  whole: TokenQuantity,
  lexicon: Lexicon,
): boolean {
  if (part.unit !== null || whole.unit === null || !lexicon.of.has(tokens[part.next]?.fold ?? ''))
    return false;
  const from = lexicon.articleWords.has(tokens[part.next + 1]?.fold ?? '') ? part.next + 2 : part.next + 1;
  return from === whole.first;
}

/** What stands between two numbers, if nothing but a range word does; hyphens around it do not matter. */
function linkBetween(
  tokens: readonly Token[],
  from: number,
  to: number,
  lexicon: Lexicon,
): 'dash' | 'to' | 'and' | 'or' | null {
  if (to - from > 4 || to <= from) return null;
  const word = tokens[from];
  if (word === undefined) return null;
  const dash = /^[-‑–—]$/;
  // "Stoxx 50 -1.3%": a dash that leans on the second number is its sign.
  const sign = !word.glued && tokens[from + 1]?.glued === true;
  if (dash.test(word.text) && to - from === 1) return sign ? null : 'dash';
  const start = dash.test(word.text) ? from + 1 : from;
  const end = dash.test(tokens[to - 1]?.text ?? '') ? to - 1 : to;
  if (end - start === 1 && lexicon.rangeAnd.has(tokens[start]?.fold ?? '')) return 'and';
  if (end - start === 1 && lexicon.rangeOr.has(tokens[start]?.fold ?? '')) return 'or';
  return lexicon.rangeTo.at(tokens, start)?.next === end ? 'to' : null;
}

function sameUnit(low: TokenQuantity, high: TokenQuantity): boolean {
  if (low.unit === null || low.unit === high.unit) return true;
  return high.unit === null || (low.unit === 'degree' && /celsius|fahrenheit/.test(high.unit));
}

function opensRange(tokens: readonly Token[], first: number, lexicon: Lexicon): boolean {
  return [1, 2, 3].some((back) => lexicon.rangeOpen.has(tokens[first - back]?.fold ?? ''));
}

function changed(tokens: readonly Token[], first: number, lexicon: Lexicon): boolean {
  return [1, 2, 3].some((back) => lexicon.changes.has(tokens[first - back]?.fold ?? ''));
}

/** `three or four` is a guess between neighbours; `8 or $9` and `2 or 20` are two numbers. */
function neighbours(low: TokenQuantity, high: TokenQuantity): boolean {
  return high.value > low.value && high.value <= low.value * 2 && (!high.money || low.money);
}

/** `10 to 15 million`: the scale belongs to both, unless that turns them round. */
function sharesScale(low: TokenQuantity, high: TokenQuantity): boolean {
  const { scale } = high.numeral;
  return scale >= 1000 && low.numeral.scale === 1 && low.value < high.value / scale;
}
