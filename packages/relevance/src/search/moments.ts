const DAY_MS = 86_400_000;
const UNITS: Readonly<Record<string, number>> = { h: 3_600_000, d: DAY_MS, w: 7 * DAY_MS };

/**
 * The span that a date in a query names, in UTC: a year, a month, a day, `today`, `yesterday`, or so long ago until
 * now (`36h`, `7d`, `2w`). Null when it names none.
 */
export function momentsOf(text: string, now: Date): { from: string; before: string } | null {
  const [, count, unit = ''] = /^(\d{1,4})([hdw])$/.exec(text) ?? [];
  if (count !== undefined) return span(now.getTime() - Number(count) * (UNITS[unit] ?? 0), now.getTime());
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  if (text === 'today') return span(today, today + DAY_MS);
  if (text === 'yesterday') return span(today - DAY_MS, today);
  const [, year, month, day] = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text) ?? [];
  // Beyond these, calendars of JavaScript and of the database part.
  if (year === undefined || year < '1000' || year > '9998') return null;
  const [y, m, d] = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)];
  const from = new Date(Date.UTC(y, m, d));
  // 2025-02-30 would quietly become the second of March.
  if (from.getUTCMonth() !== m || from.getUTCDate() !== d) return null;
  const before =
    day !== undefined
      ? from.getTime() + DAY_MS
      : month !== undefined
        ? Date.UTC(y, m + 1, 1)
        : Date.UTC(y + 1, 0, 1);
  return span(from.getTime(), before);
}

const span = (from: number, before: number) => ({
  from: new Date(from).toISOString(),
  before: new Date(before).toISOString(),
});
