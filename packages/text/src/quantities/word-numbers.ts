import type { Lexicon } from './lexicon.ts';
import type { Token } from './scan.ts';
import { tidy } from './tidy.ts';

interface Step {
  kind: 'cardinal' | 'scale';
  value: number;
  next: number;
  /** An `and` stood before it. */
  joined: boolean;
}

/** The sum so far: whole groups (`total`), and the group under way (below 1,000). */
interface Sum {
  total: number;
  group: number;
  lastScale: number;
  next: number;
}

/**
 * The value of number words from token `at`: `twenty-five`, `two hundred and fifty thousand`, `half a million`,
 * `three and a half`, `doscientos mil`, `خمسة وعشرون`, `دو لاکھ`. Null if no number starts there.
 */
export function wordsValue(
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
): { value: number; next: number; scale: number } | null {
  const opened = open(tokens, at, lexicon);
  if (opened === null) return null;
  let sum = opened;
  for (;;) {
    const step = stepAt(tokens, sum.next, lexicon);
    const grown = step === null ? null : grow(sum, step, tokens, lexicon);
    if (grown === null) break;
    sum = grown;
  }
  const half = halfAfter(tokens, sum.next, lexicon);
  // "un millón y medio" is half of the scale; "three and a half" is half of one.
  const part =
    half === null ? 0 : sum.group === 0 && sum.lastScale < Number.POSITIVE_INFINITY ? sum.lastScale / 2 : 0.5;
  const scale = sum.group === 0 && sum.lastScale < Number.POSITIVE_INFINITY ? sum.lastScale : 1;
  return { value: tidy(sum.total + sum.group + part), next: half ?? sum.next, scale };
}

function open(tokens: readonly Token[], at: number, lexicon: Lexicon): Sum | null {
  const fold = tokens[at]?.fold ?? '';
  const start = (value: number, next: number): Sum =>
    value < 1000
      ? { total: 0, group: value, lastScale: Number.POSITIVE_INFINITY, next }
      : { total: value, group: 0, lastScale: value, next };
  const cardinal = lexicon.cardinals.at(tokens, at);
  if (cardinal !== null) return start(cardinal.value, cardinal.next);
  const isHalf = lexicon.fractions.get(fold) === 1 / 2;
  const isArticle = lexicon.articles.has(fold);
  if (isHalf || isArticle) {
    const from = isHalf && lexicon.articles.has(tokens[at + 1]?.fold ?? '') ? at + 2 : at + 1;
    const scale = lexicon.scales.at(tokens, tokens[from]?.fold === '-' ? from + 1 : from);
    return scale === null ? null : start(isHalf ? scale.value / 2 : scale.value, scale.next);
  }
  const scale = lexicon.scales.at(tokens, at);
  // "several hundred", "a baker's dozen": in some languages a scale alone says no number.
  if (scale === null || !lexicon.bareScales) return null;
  return start(scale.value, scale.next);
}

function stepAt(tokens: readonly Token[], at: number, lexicon: Lexicon): Step | null {
  let from = at;
  if (/^[-‑]$/.test(tokens[from]?.fold ?? '')) from++;
  const joined = lexicon.joiners.has(tokens[from]?.fold ?? '');
  if (joined) from++;
  const scale = lexicon.scales.at(tokens, from);
  if (scale !== null) return { kind: 'scale', ...scale, joined };
  const cardinal = lexicon.cardinals.at(tokens, from);
  return cardinal === null ? null : { kind: 'cardinal', ...cardinal, joined };
}

/** The sum with one more word; null where the word begins another number. */
function grow(sum: Sum, step: Step, tokens: readonly Token[], lexicon: Lexicon): Sum | null {
  return step.kind === 'scale' ? scaleUp(sum, step) : add(sum, step, tokens, lexicon);
}

function scaleUp(sum: Sum, { value, next, joined }: Step): Sum | null {
  const { total, group, lastScale } = sum;
  if (value < 1000) {
    if (group >= 100 || (joined && group > 0)) return null;
    return { ...sum, group: (group === 0 ? 1 : group) * value, next };
  }
  if (group === 0) {
    // "thousand million", "lakh crore"; but "a thousand and a million" are two.
    if (joined) return value < lastScale ? { ...sum, total: total + value, lastScale: value, next } : null;
    return { total: total * value, group, lastScale: value, next };
  }
  if (joined) return null;
  if (value === lastScale) return null;
  const whole =
    value > lastScale && Number.isFinite(lastScale) ? (total + group) * value : total + group * value;
  return { total: whole, group: 0, lastScale: value, next };
}

function add(sum: Sum, step: Step, tokens: readonly Token[], lexicon: Lexicon): Sum | null {
  const { group, lastScale } = sum;
  if (!fits(group, step.value, lexicon) || (group === 0 && step.value === 0)) return null;
  if (step.joined) {
    const after = lexicon.scales.at(tokens, step.next)?.value ?? 0;
    // "between one hundred and two hundred", "a thousand and two thousand": the second is a number of its own.
    if (after >= 1000 ? after >= lastScale : after >= 100 && group >= 100) return null;
    if (group === 0 && lastScale >= 1e6 && after === 0 && !lexicon.joinsScales) return null;
  }
  return { ...sum, group: group + step.value, next: step.next };
}

/** Whether `value` can be said after `group` within one number. */
function fits(group: number, value: number, lexicon: Lexicon): boolean {
  if (group === 0) return true;
  if (value >= 100) return false;
  const rest = group % 100;
  if (rest === 0) return true;
  if (rest % 10 === 0 && rest >= 20 && value < 10) return true;
  if ((rest === 60 || rest === 80) && value < 20) return true;
  return lexicon.attachedJoiner !== null && rest < 10 && value >= 20 && value % 10 === 0;
}

/** The token after `and a half`, if that stands at `at`. */
function halfAfter(tokens: readonly Token[], at: number, lexicon: Lexicon): number | null {
  if (!lexicon.joiners.has(tokens[at]?.fold ?? '')) return null;
  const from = lexicon.articles.has(tokens[at + 1]?.fold ?? '') ? at + 2 : at + 1;
  const isHalf = lexicon.fractions.get(tokens[from]?.fold ?? '') === 1 / 2;
  return isHalf && !lexicon.of.has(tokens[from + 1]?.fold ?? '') ? from + 1 : null;
}
