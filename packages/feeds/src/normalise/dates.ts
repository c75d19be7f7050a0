import { foldWord, monthOf, monthPhrases } from './month-names.ts';
import { regionMinutes, zoneMinutes } from './zones.ts';

/** What a date says, before it is checked; `offset` in minutes east of UTC. */
interface Parts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  milli: number;
  offset: number;
}

const MAX_LENGTH = 120;

/**
 * The instant that a feed's date names, ISO 8601 in UTC.
 *
 * Reads RFC 822 with its wild forms, ISO 8601 and W3CDTF, asctime and dates with month names of many languages. A date
 * without a zone is UTC. What cannot be read, or names no real day, is null: no date is invented.
 */
export function readDate(written: string): string | null {
  const common = readCommon(written);
  if (common !== null) return toIso(common);
  const text = foldDigits(written.slice(0, MAX_LENGTH)).replace(/\s+/g, ' ').trim();
  if (text === '') return null;
  const parts = readIso(text) ?? readCompact(text);
  if (parts !== null) return toIso(parts);
  if (UNIX.test(text)) return new Date(Number(text.padEnd(13, '0'))).toISOString();
  const words = readWords(text);
  return words === null ? null : toIso(words);
}

/** Seconds or milliseconds since 1970, from 2001 to 2096: nothing else is written in as many digits. */
const UNIX = /^[1-3]\d{9}(?:\d{3})?$/;

const RFC =
  /^(?:[A-Z][a-z]{2}, )?(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d\d):(\d\d)(?::(\d\d))? (?:GMT|UTC|Z|([+-])(\d\d)(\d\d))$/;
const W3C = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])(\d\d):(\d\d))$/;
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** The two forms that nearly every date has, without the searching of the others. */
function readCommon(text: string): Parts | null {
  const m = RFC.exec(text);
  if (m !== null) {
    const month = MONTHS.indexOf(m[2] ?? '') / 3 + 1;
    const offset = m[7] === undefined ? 0 : offsetOf(m[7], m[8], m[9]);
    const [year, day, hour] = [Number(m[3]), Number(m[1]), Number(m[4])];
    return { year, month, day, hour, minute: Number(m[5]), second: Number(m[6] ?? 0), milli: 0, offset };
  }
  const w = W3C.exec(text);
  if (w === null) return null;
  const offset = w[8] === undefined ? 0 : offsetOf(w[8], w[9], w[10]);
  const [year, month, day] = [Number(w[1]), Number(w[2]), Number(w[3])];
  const [hour, minute, second] = [Number(w[4]), Number(w[5]), Number(w[6])];
  return { year, month, day, hour, minute, second, milli: millis(w[7]), offset };
}

function offsetOf(sign: string, hours: string | undefined, minutes: string | undefined): number {
  const offset = Number(hours) * 60 + Number(minutes);
  return sign === '-' ? -offset : offset;
}

/** Digits of other scripts (Arabic, Persian, Devanagari, full width ...) to ASCII. */
function foldDigits(text: string): string {
  return /[^\p{ASCII}]/u.test(text) ? text.replace(/(?!\d)\p{Nd}/gu, (d) => String(digitValue(d))) : text;
}

/** Decimal digits stand in blocks of ten that begin with zero. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return (code - zero) % 10;
}

const ISO =
  /^([+-]?\d{4})(?:-?W(\d\d)(?:-?([1-7]))?|-(\d{3})|[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:(?:\s*T\s*|[\s_,-]+)(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:[.,:](\d{1,9}))?)?)?\s*([AP]\.?M\.?)?)?\s*(Z|[+-]\d{1,2}(?::?\d{2})?|[A-Za-z][A-Za-z/_ +-]*(?:[+-]?\d{1,2}(?::?\d\d)?)?)?$/i;

function readIso(text: string): Parts | null {
  const m = ISO.exec(text);
  if (m === null) return null;
  const year = Number(m[1]);
  const [month, day] =
    m[2] !== undefined ? weekDate(year, m) : m[4] !== undefined ? [1, Number(m[4])] : plainDate(m);
  const hour = halfDay(Number(m[7] ?? 0), m[11]);
  const offset = zoneMinutes(m[12]);
  if (hour === null || offset === null) return null;
  if (m[4] !== undefined && (day < 1 || day > 366)) return null;
  const time = { hour, minute: Number(m[8] ?? 0), second: Number(m[9] ?? 0), milli: millis(m[10]), offset };
  return rolled({ year, month, day, ...time }, m[2] !== undefined || m[4] !== undefined);
}

function plainDate(m: RegExpExecArray): [month: number, day: number] {
  return [Number(m[5] ?? 1), Number(m[6] ?? 1)];
}

/** ISO week date: week 1 holds the 4th of January. May reach outside the year; `rolled` carries over. */
function weekDate(year: number, m: RegExpExecArray): [month: number, day: number] {
  const fourth = new Date(Date.UTC(year, 0, 4)).getUTCDay() || 7;
  return [1, 4 - fourth + 1 + (Number(m[2]) - 1) * 7 + (Number(m[3] ?? 1) - 1)];
}

/** Week and ordinal dates count days past January: carry them into month and day. */
function rolled(parts: Parts, carry: boolean): Parts {
  if (!carry) return parts;
  const date = new Date(Date.UTC(parts.year, 0, parts.day));
  return { ...parts, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(?:\.(\d+))?)?\s*(Z|[+-]\d\d:?\d\d)?$/i;

function readCompact(text: string): Parts | null {
  const m = COMPACT.exec(text);
  if (m === null) return null;
  return {
    year: Number(m[1]),
    month: Number(m[2]),
    day: Number(m[3]),
    hour: Number(m[4] ?? 0),
    minute: Number(m[5] ?? 0),
    second: Number(m[6] ?? 0),
    milli: millis(m[7]),
    offset: zoneMinutes(m[8]) ?? 0,
  };
}

const CLOCK =
  /(?:^|[\sT,(])(\d{1,2})(?:[:h시時时]\s?(\d{1,2})(?:[:m분分]\s?(\d{1,2})(?:[.,](\d{1,9}))?)?)(?![\d/])[초秒s]?\s*/i;
/** `10.30`, where no part of a date is meant. */
const DOTTED_CLOCK = /(?<![\d.])(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?!\.?\d)\s*/;
/** `5pm`: an hour alone, which only this mark makes one. */
const HOUR = /(?<![\d:./-])(\d{1,2})\s?([ap])\.?m\b\.?\s*/i;
const AFTERNOON = /\b([ap])\.?\s?m\b\.?|오전|오후|午前|午後|上午|下午|π\.?μ\.?|μ\.?μ\.?/i;
const ZONE = /^\s*\(?\s*((?:UTC|GMT|UT|Z)?\s?[+-]\s?\d{1,2}:?\d{0,2}|[A-Za-z][A-Za-z]*(?:\/[A-Za-z_]+)?)\)?/i;

/** Dates in words: the clock is cut out first, then the zone after it, then day, month and year are told apart. */
function readWords(text: string): Parts | null {
  const minutes = CLOCK.exec(text) ?? DOTTED_CLOCK.exec(text);
  const hourAlone = minutes === null ? HOUR.exec(text) : null;
  const clock = minutes ?? hourAlone;
  const half = hourAlone?.[2] ?? AFTERNOON.exec(text)?.[0];
  const before = clock === null ? text : text.slice(0, clock.index);
  const behind = clock === null ? '' : text.slice(clock.index + clock[0].length).replace(AFTERNOON, '');
  const zone = readZone(behind);
  if (zone === null) return null;
  const date = readDay(`${before.replace(AFTERNOON, ' ')} ${zone.rest}`);
  const hour = halfDay(Number(clock?.[1] ?? 0), half);
  if (date === null || hour === null) return null;
  const time = {
    hour,
    minute: Number(minutes?.[2] ?? 0),
    second: Number(minutes?.[3] ?? 0),
    milli: millis(minutes?.[4]),
  };
  const local = Date.UTC(date.year, date.month - 1, date.day, time.hour, time.minute, time.second);
  const offset = zone.region === null ? zone.offset : regionMinutes(zone.region, local);
  return offset === null ? null : { ...date, ...time, offset };
}

/** The zone that follows the clock; a word there that is no zone belongs to the date ("10:00 Uhr", "Jan 4"). */
function readZone(text: string): { offset: number; region: string | null; rest: string } | null {
  const match = ZONE.exec(text);
  const written = match?.[1];
  if (match === null || written === undefined) return { offset: 0, region: null, rest: text };
  const offset = zoneMinutes(written.replace(/\s/g, ''));
  const rest = text.slice(match[0].length);
  if (offset === null && written.includes('/')) return { offset: 0, region: written, rest };
  if (offset === null) return { offset: 0, region: null, rest: text };
  return { offset, region: null, rest };
}

/** Day, month and year from words and numbers, in whatever order makes one reading possible. */
function readDay(text: string): { year: number; month: number; day: number } | null {
  const { named, rest } = takeMonth(text);
  const numbers = rest.match(/\d+/g)?.map((digits) => ({ digits, value: Number(digits) })) ?? [];
  if (named !== null) return withMonthName(named, numbers);
  const [a, b, c] = numbers;
  if (a === undefined || b === undefined || c === undefined) return null;
  if (a.digits.length === 4) return { year: a.value, month: b.value, day: c.value };
  return numericDay(a.value, b.value, c);
}

type Digits = { digits: string; value: number };

function takeMonth(text: string): { named: number | null; rest: string } {
  const folded = foldWord(text);
  for (const [phrase, month] of folded.includes(' ') && /[^\p{ASCII}]/u.test(folded) ? monthPhrases() : []) {
    if (folded.includes(phrase)) return { named: month, rest: folded.replace(phrase, ' ') };
  }
  const months = (text.match(/[\p{L}\p{M}.]{2,}/gu) ?? []).flatMap((word) => {
    const month = isWeekday(word) ? null : monthOf(word);
    return month === null ? [] : [{ word, month }];
  });
  // The last one: what looks like a month before it is a weekday (French and Spanish "mar").
  const found = months.at(-1);
  if (found === undefined) return { named: null, rest: text };
  return { named: found.month, rest: text.replace(found.word, ' ') };
}

function isWeekday(word: string): boolean {
  return /^(mon|tue|wed|thu|fri|sat|sun|lun|mie|jue|vie|sab|dom|mardi|martes|marti)[.a-z]*$/i.test(word);
}

function withMonthName(month: number, [a, b]: Digits[]): { year: number; month: number; day: number } | null {
  if (a === undefined) return null;
  if (b === undefined) return a.digits.length === 4 ? { year: a.value, month, day: 1 } : null;
  const yearFirst = a.digits.length === 4 || (a.value > 31 && b.value <= 31);
  const [year, day] = yearFirst ? [a, b] : [b, a];
  return { year: fullYear(year), month, day: day.value };
}

/** `31/12/2004` and `12/31/2004` can be told; `03/04/2004` cannot, and is no date. */
function numericDay(a: number, b: number, year: Digits): { year: number; month: number; day: number } | null {
  if (a > 12 && b <= 12) return { year: fullYear(year), month: b, day: a };
  if (b > 12 && a <= 12) return { year: fullYear(year), month: a, day: b };
  return a === b ? { year: fullYear(year), month: a, day: b } : null;
}

/** RFC 2822: two digits below 50 are of this century, three digits count from 1900. */
function fullYear({ digits, value }: Digits): number {
  if (digits.length === 2) return value < 50 ? 2000 + value : 1900 + value;
  return digits.length === 3 ? 1900 + value : value;
}

function halfDay(hour: number, mark: string | undefined): number | null {
  if (mark === undefined) return hour;
  if (hour > 12) return hour;
  const late = /^p|오후|午後|下午|μ\.?μ/i.test(mark);
  return (hour % 12) + (late ? 12 : 0);
}

function millis(fraction: string | undefined): number {
  return fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000);
}

/** null unless the day exists, so that the 31st of June is not silently the 1st of July. */
function toIso(p: Parts): string | null {
  if (p.year < 1 || p.year > 9999 || p.month < 1 || p.month > 12) return null;
  if (p.day < 1 || p.day > daysIn(p.year, p.month)) return null;
  if (p.hour > 24 || p.minute > 59 || p.second > 61) return null;
  // Date.UTC takes years below 100 for those of the last century.
  const date = new Date(
    Date.UTC(p.year < 100 ? 2000 : p.year, p.month - 1, p.day, p.hour, p.minute - p.offset),
  );
  if (p.year < 100) date.setUTCFullYear(p.year);
  date.setUTCSeconds(p.second, p.milli);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999 ? null : date.toISOString();
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
