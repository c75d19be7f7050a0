import { useSyncExternalStore } from 'react';
import { usePreferences } from '../lib/preferences.ts';
import { useLocale } from './messages.tsx';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Numbers, dates and ages in the words of one language. */
export interface Format {
  number(value: number): string;
  /** A score of 0..1 as whole hundredths: 0.934 -> "93". */
  score(value: number): string;
  /** "3 min", "5 h", "2 d", then the date. */
  age(iso: string, now: number): string;
  /** "in 5 minutes", "3 hours ago". */
  relative(iso: string, now: number): string;
  date(iso: string): string;
  /** A month and its year. */
  month(iso: string): string;
  dateTime(iso: string): string;
  /** The name of a language by its code: "ur" -> "Urdu". */
  language(code: string): string;
  bytes(value: number): string;
  list(values: readonly string[]): string;
}

/** @param zone an IANA time zone; null: that of the device */
function createFormat(tag: string, zone: string | null): Format {
  const timeZone = zone ?? undefined;
  const number = new Intl.NumberFormat(tag);
  const short = (unit: string) => new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'narrow' });
  const [minutes, hours, days] = [short('minute'), short('hour'), short('day')];
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const thisYear = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone });
  const date = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric', timeZone });
  const month = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const dateTime = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const names = new Intl.DisplayNames(tag, { type: 'language', fallback: 'code' });
  const list = new Intl.ListFormat(tag, { style: 'long', type: 'conjunction' });
  return {
    number: (value) => number.format(value),
    score: (value) => number.format(Math.min(99, Math.round(value * 100))),
    age: (iso, now) => {
      const past = Math.max(0, now - Date.parse(iso));
      if (past < HOUR) return minutes.format(Math.max(1, Math.floor(past / MINUTE)));
      if (past < DAY) return hours.format(Math.floor(past / HOUR));
      if (past < 7 * DAY) return days.format(Math.floor(past / DAY));
      const sameYear = new Date(iso).getFullYear() === new Date(now).getFullYear();
      return (sameYear ? thisYear : date).format(new Date(iso));
    },
    relative: (iso, now) => {
      const away = Date.parse(iso) - now;
      const size = Math.abs(away);
      if (size < MINUTE) return relative.format(0, 'second');
      if (size < HOUR) return relative.format(Math.round(away / MINUTE), 'minute');
      if (size < DAY) return relative.format(Math.round(away / HOUR), 'hour');
      return relative.format(Math.round(away / DAY), 'day');
    },
    month: (iso) => month.format(new Date(iso)),
    date: (iso) => date.format(new Date(iso)),
    dateTime: (iso) => dateTime.format(new Date(iso)),
    language: (code) => {
      try {
        return names.of(code) ?? code;
      } catch {
        return code;
      }
    },
    bytes: (value) => bytes(tag, value),
    list: (values) => list.format(values),
  };
}

function bytes(tag: string, value: number): string {
  const [size, unit] = value < 1000 ? [1, 'byte'] : value < 1e6 ? [1e3, 'kilobyte'] : [1e6, 'megabyte'];
  return new Intl.NumberFormat(tag, {
    style: 'unit',
    unit,
    maximumFractionDigits: value < 1e4 ? 1 : 0,
  }).format(value / size);
}

/** By language and zone. Formatters are dear to make, and every row of a list asks for them. */
const formats = new Map<string, Format>();

export function useFormat(): Format {
  const { tag } = useLocale();
  const { timeZone } = usePreferences();
  const key = `${tag} ${timeZone ?? ''}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = createFormat(tag, timeZone);
  formats.set(key, made);
  return made;
}

let now = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const tell of listeners) tell();
  }, 30_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Milliseconds since 1970, moving every half minute, for ages that grow while one looks. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now);
