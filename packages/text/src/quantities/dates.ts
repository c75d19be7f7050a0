import type { Lexicon } from './lexicon.ts';
import { asciiDigits, type Token } from './scan.ts';

/** A date in tokens `first` up to `next`; `date` is null where only the shape is known (a time of day). */
export interface DateSpan {
  first: number;
  next: number;
  /** `2025-04-07`, `2025-04`, `2025`, `--04-07` (no year), `2014/2018`. */
  date: string | null;
  /** Nothing but its size says that it is a year. */
  weak?: boolean;
}

const two = (value: number) => String(value).padStart(2, '0');

/** The date, year or time of day that starts at token `at`. */
export function dateAt(tokens: readonly Token[], at: number, lexicon: Lexicon): DateSpan | null {
  return (
    nineEleven(tokens, at, lexicon) ??
    numericDate(tokens, at) ??
    clock(tokens, at) ??
    monthFirst(tokens, at, lexicon) ??
    dayFirst(tokens, at, lexicon) ??
    bareYear(tokens, at, lexicon)
  );
}

/** `9/11`, `post-9/11`: in English it has become the name of one day. */
function nineEleven(tokens: readonly Token[], at: number, lexicon: Lexicon): DateSpan | null {
  const [month, slash, day, more] = [0, 1, 2, 3].map((step) => tokens[at + step]);
  if (lexicon.language !== 'en' || month?.text !== '9' || slash?.text !== '/' || day?.text !== '11')
    return null;
  if (!slash.glued || !day.glued || more?.text === '/') return null;
  return { first: at, next: at + 3, date: '2001-09-11' };
}

const int = (token: Token | undefined): number | null => {
  if (token?.kind !== 'number') return null;
  const digits = asciiDigits(token.text);
  return /^\d{1,4}$/.test(digits) ? Number(digits) : null;
};

const isYear = (value: number | null): value is number => value !== null && value >= 1500 && value <= 2100;
const isDay = (value: number | null): value is number => value !== null && value >= 1 && value <= 31;

/** `2025-04-07`, `2025-04-07T10:38:07Z`, `07.04.2025`, `4/7/2025` (which of the two is the day is not known). */
function numericDate(tokens: readonly Token[], at: number): DateSpan | null {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(asciiDigits(tokens[at]?.text ?? ''));
  if (dotted) return { first: at, next: at + 1, date: dayMonthYear(dotted[1], dotted[2], dotted[3]) };
  const [a, sep, b, sep2, c] = [0, 1, 2, 3, 4].map((i) => tokens[at + i]);
  if (a?.kind !== 'number' || !/^[-/.]$/.test(sep?.text ?? '') || sep?.text !== sep2?.text) return null;
  if (b?.kind !== 'number' || c?.kind !== 'number') return null;
  const [x, y, z] = [asciiDigits(a.text), asciiDigits(b.text), asciiDigits(c.text)];
  const parted = !sep?.glued || !b.glued || !c.glued;
  // "05 / 02 / 2013" is a date; "5 - 6 - 7" and "10 / 12 / 14" are not.
  if (parted && !(sep?.text === '/' && /^\d{4}$/.test(z) && Number(x) <= 31 && Number(y) <= 31)) return null;
  if (/^\d{4}$/.test(x) && Number(y) <= 12 && isDay(Number(z)))
    return { first: at, next: afterTime(tokens, at + 5), date: `${x}-${two(Number(y))}-${two(Number(z))}` };
  return /^\d{4}$/.test(z)
    ? { first: at, next: at + 5, date: dayMonthYear(x, y, z) }
    : { first: at, next: at + 5, date: null };
}

function dayMonthYear(first = '', second = '', year = ''): string | null {
  const [a, b] = [Number(first), Number(second)];
  if (a > 12 && a <= 31 && b <= 12) return `${year}-${two(b)}-${two(a)}`;
  if (b > 12 && b <= 31 && a <= 12) return `${year}-${two(a)}-${two(b)}`;
  return a === b ? `${year}-${two(a)}-${two(a)}` : null;
}

function afterTime(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== 'T' || !tokens[at]?.glued) return at;
  let next = at + 1;
  while (tokens[next]?.glued && /^(?:[:.Z+-]|[\d.]+)$/.test(tokens[next]?.text ?? '')) next++;
  return next;
}

/** Two digits below 60, after a space as well: some wires part `1: 32 PM`. */
function isMinute(token: Token | undefined): boolean {
  return token?.kind === 'number' && (token.glued || /^[0-5]\d$/.test(asciiDigits(token.text)));
}

/** `11:30`, `9:01 p.m.`, `11 a.m.`, `5pm`, `17h30` */
function clock(tokens: readonly Token[], at: number): DateSpan | null {
  if (tokens[at]?.kind !== 'number') return null;
  let next = at + 1;
  while (/^[:h]$/.test(tokens[next]?.text ?? '') && tokens[next]?.glued && isMinute(tokens[next + 1]))
    next += 2;
  const half = tokens[next];
  const named = half !== undefined && /^(?:a ?m|p ?m|gmt|utc|est|edt|o clock)$/.test(half.fold);
  if (next === at + 1 && !named) return null;
  return { first: at, next: named ? next + 1 : next, date: null };
}

const monthAt = (tokens: readonly Token[], at: number, lexicon: Lexicon) => {
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  const month = lexicon.months.at(tokens, at);
  if (month === null) return null;
  // In English a small letter makes "may" and "march" verbs.
  if (lexicon.language === 'en' && !/^\p{Lu}/u.test(token.text)) return null;
  return {
    value: month.value,
    next: tokens[month.next]?.text === '.' && tokens[month.next]?.glued ? month.next + 1 : month.next,
  };
};

const ordinal = /^(?:st|nd|rd|th|er|º|ª|°|مه|م)$/;

function dayAt(tokens: readonly Token[], at: number): { value: number; next: number } | null {
  const value = int(tokens[at]);
  if (!isDay(value) || (tokens[at]?.text.length ?? 0) > 2) return null;
  return { value, next: ordinal.test(tokens[at + 1]?.fold ?? '') && tokens[at + 1]?.glued ? at + 2 : at + 1 };
}

/** A year, after an optional comma or `de`. */
function yearAfter(tokens: readonly Token[], at: number): { value: number; next: number } | null {
  const from = /^(?:,|،|de|del|of|ء|د)$/.test(tokens[at]?.fold ?? '') ? at + 1 : at;
  const value = int(tokens[from]);
  return isYear(value) ? { value, next: from + 1 } : null;
}

/** `April 7, 2025`, `April 7`, `April 2025`, `April 7-9` */
function monthFirst(tokens: readonly Token[], at: number, lexicon: Lexicon): DateSpan | null {
  const month = monthAt(tokens, at, lexicon);
  if (month === null) return null;
  const day = dayAt(tokens, tokens[month.next]?.fold === 'په' ? month.next + 1 : month.next);
  if (day === null) {
    const year = yearAfter(tokens, month.next);
    return year === null ? null : { first: at, next: year.next, date: `${year.value}-${two(month.value)}` };
  }
  const to = /^[-–—]$/.test(tokens[day.next]?.text ?? '') ? dayAt(tokens, day.next + 1) : null;
  const year = yearAfter(tokens, to?.next ?? day.next);
  const date = `${year?.value ?? '-'}-${two(month.value)}-${two(day.value)}`;
  return { first: at, next: year?.next ?? to?.next ?? day.next, date };
}

/** `7 April 2025`, `7 de abril de 2025`, `1er avril`, `7 اپریل 2025` */
function dayFirst(tokens: readonly Token[], at: number, lexicon: Lexicon): DateSpan | null {
  const day = dayAt(tokens, at);
  if (day === null) return null;
  const to = /^[-–—]$/.test(tokens[day.next]?.text ?? '') ? dayAt(tokens, day.next + 1) : null;
  const after = to?.next ?? day.next;
  const month = monthAt(
    tokens,
    /^(?:de|of|،|د)$/.test(tokens[after]?.fold ?? '') ? after + 1 : after,
    lexicon,
  );
  if (month === null) return null;
  const year = yearAfter(tokens, month.next);
  const date = `${year?.value ?? '-'}-${two(month.value)}-${two(day.value)}`;
  return { first: at, next: year?.next ?? month.next, date };
}

/** A number of four digits that reads as a year; `2014-18` and `2014–2018` are one span. */
function bareYear(tokens: readonly Token[], at: number, lexicon: Lexicon): DateSpan | null {
  const token = tokens[at];
  const value = int(token);
  if (!isYear(value) || token?.text.length !== 4) return null;
  const before = tokens[at - 1];
  const dash = /^[-–—/]$/.test(tokens[at + 1]?.text ?? '') && tokens[at + 1]?.glued && tokens[at + 2]?.glued;
  const end = dash ? int(tokens[at + 2]) : null;
  const until = end === null ? null : end < 100 ? Math.floor(value / 100) * 100 + end : end;
  if (isYear(until) && until > value && until - value < 200)
    return { first: at, next: at + 3, date: `${value}/${until}` };
  if (tokens[at + 1]?.fold === 's' && tokens[at + 1]?.glued) return { first: at, next: at + 2, date: null };
  // "'s" of a decade or letters of a model: not a year of its own.
  if (tokens[at + 1]?.glued && tokens[at + 1]?.kind === 'word') return null;
  const cued = lexicon.yearCues.has(before?.fold ?? '') || monthAt(tokens, at - 1, lexicon) !== null;
  const maybe = lexicon.weakYearCues.has(before?.fold ?? '') || (value >= 1900 && value <= 2050);
  if (!cued && !maybe) return null;
  return { first: at, next: at + 1, date: String(value), weak: !cued };
}
