/** Languages whose month names are read, in order of trust where one name means two months (listopad). */
const LOCALES =
  'en fr de es it pt nl sv da nb fi pl cs sk hu ro ru uk bg sr el tr id ms vi hr sl lt lv et is ga cy ca eu gl af sq ' +
  'ar ar-LB ar-MA fa ur ps hi bn ta te mr gu kn ml pa ne si th my km lo ka hy az kk uz mk be bs sw fil he ja ko zh';

/** Spellings that feeds use and the locale data lacks. */
const EXTRA: Record<string, number> = {
  sept: 9,
  janv: 1,
  févr: 2,
  fevr: 2,
  avr: 4,
  juil: 7,
  déc: 12,
  maerz: 3,
  mrz: 3,
};

let table: ReadonlyMap<string, number> | null = null;

/** Month number 1..12 for a name or abbreviation in any of the known languages, null for other words. */
export function monthOf(word: string): number | null {
  table ??= buildTable();
  const key = foldWord(word);
  return table.get(key) ?? table.get(key.slice(0, 3)) ?? null;
}

/** All names with a space inside ("كانون الثاني"), folded, for texts that are split into words. */
export function monthPhrases(): [phrase: string, month: number][] {
  table ??= buildTable();
  return [...table].filter(([name]) => name.includes(' '));
}

/** Lower case, no accents, no dots: the form that names are compared in. */
export function foldWord(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .normalize('NFC')
    .trim();
}

function buildTable(): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const locale of LOCALES.split(' ')) {
    for (const style of ['long', 'short'] as const) addLocale(names, locale, style);
  }
  for (const [name, month] of Object.entries(EXTRA)) addName(names, name, month);
  return names;
}

/** Both the standing form (июнь) and the one beside a day (июня), which is cut out of a whole date. */
function addLocale(names: Map<string, number>, locale: string, style: 'long' | 'short'): void {
  const standing = new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, {
    month: style,
    timeZone: 'UTC',
  });
  const beside = new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, {
    day: 'numeric',
    month: style,
    year: 'numeric',
    timeZone: 'UTC',
  });
  for (let month = 1; month <= 12; month++) {
    const date = new Date(Date.UTC(2024, month - 1, 15));
    addName(names, standing.format(date), month);
    const part = beside.formatToParts(date).find(({ type }) => type === 'month');
    if (part !== undefined) addName(names, part.value, month);
  }
}

function addName(names: Map<string, number>, name: string, month: number): void {
  const key = foldWord(name);
  if (key.length < 2 || /\d/.test(key)) return;
  if (!names.has(key)) names.set(key, month);
}
