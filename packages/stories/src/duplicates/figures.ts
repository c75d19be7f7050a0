/** Number words that stand for figures in news ("two killed"); "one" is too often no figure. */
const WORDS = new Map<string, string>(
  Object.entries({
    two: '2',
    three: '3',
    four: '4',
    five: '5',
    six: '6',
    seven: '7',
    eight: '8',
    nine: '9',
    ten: '10',
    eleven: '11',
    twelve: '12',
    thirteen: '13',
    fourteen: '14',
    fifteen: '15',
    sixteen: '16',
    seventeen: '17',
    eighteen: '18',
    nineteen: '19',
    twenty: '20',
    thirty: '30',
    forty: '40',
    fifty: '50',
    sixty: '60',
    deux: '2',
    trois: '3',
    quatre: '4',
    cinq: '5',
    sept: '7',
    huit: '8',
    neuf: '9',
    dix: '10',
    dos: '2',
    tres: '3',
    cuatro: '4',
    cinco: '5',
    seis: '6',
    siete: '7',
    ocho: '8',
    nueve: '9',
    diez: '10',
    два: '2',
    две: '2',
    три: '3',
    четыре: '4',
    пять: '5',
    шесть: '6',
    семь: '7',
    восемь: '8',
    девять: '9',
    десять: '10',
  }),
);

const LONGEST_WORD = 9;
/** First letter and length of a word as one number: by these alone most words are no number words. */
const shape = (first: number, length: number): number => first * (LONGEST_WORD + 1) + length;
const MAY_BE = new Set([...WORDS.keys()].map((word) => shape(word.charCodeAt(0), word.length)));
const DIGIT = /\p{Nd}/u;
const FIGURE = /\p{Nd}+(?:[.,٫٬  ]\p{Nd}+)*/gu;
const CLOCK = /\p{Nd}{1,2}[:h]\p{Nd}{2}/gu;

/**
 * The figures of a text as plain decimal strings: "4,000" and "4000" are one, "٤٠٠٠" too. Years and times of day
 * are left out: they date a report, they do not make its claim.
 */
export function figuresOf(text: string): Set<string> {
  const found = new Set<string>();
  const whole = text.normalize('NFKC');
  const digits = DIGIT.test(whole);
  const plain = digits ? whole.replace(CLOCK, ' ') : whole;
  if (digits)
    for (const [raw] of plain.matchAll(FIGURE)) {
      const figure = plainFigure(raw);
      if (!/^(?:19|20)\d\d$/.test(figure)) found.add(figure);
    }
  addNumberWords(plain.toLowerCase(), found);
  return found;
}

/** Runs of letters that are number words. A regular expression over all words of a text takes five times as long. */
function addNumberWords(text: string, found: Set<string>): void {
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && isLetter(text.charCodeAt(i))) continue;
    const length = i - start;
    if (length <= LONGEST_WORD && MAY_BE.has(shape(text.charCodeAt(start), length))) {
      const figure = WORDS.get(text.slice(start, i));
      if (figure !== undefined) found.add(figure);
    }
    start = i + 1;
  }
}

/** Whether a UTF-16 unit is a letter; halves of pairs are none: mostly they are emoji. */
function isLetter(unit: number): boolean {
  if (unit < 0x80) return (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
  if (letters[unit] === UNKNOWN) letters[unit] = LETTER.test(String.fromCharCode(unit)) ? YES : NO;
  return letters[unit] === YES;
}

const LETTER = /\p{L}/u;
const [UNKNOWN, YES, NO] = [0, 1, 2];
const letters = new Uint8Array(0x10000);

function plainFigure(raw: string): string {
  const western = PLAIN.test(raw) ? raw : asWestern(raw);
  const thousands = western.replace(/[.,](?=\d{3}(?:\D|$))/g, '').replace(/,/g, '.');
  return thousands.replace(/^0+(?=\d)/, '');
}

const PLAIN = /^[0-9.,]+$/;

const asWestern = (raw: string): string =>
  raw
    .replace(/\p{Nd}/gu, westernDigit)
    .replace(/[٬  ]/g, ',')
    .replace(/٫/g, '.');

/** Decimal digits of a script are ten in a row, beginning where the digit before is none. */
function westernDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0x30;
  if (code < 0x80) return digit;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}

const MEASURES =
  'k(?:ilo)?m(?:et)?|mi(?:les?)?|m(?:et|\\b)|y(?:ar)?ds?|f(?:ee|oo)?t|inch|cm|hectare|ha\\b|acre|sq|k(?:ilo)?g|lbs?|pound|stone|to?nn?e?s?\\b|lit|gallon|°|celsius|fahrenheit|[cf]\\b|mph|kph|million|billion|dollar|euro|usd|eur|gbp';
const CONVERSION = new RegExp(
  `\\([^()\\d]{0,12}(?:[$€£¥₹]\\s?[\\d.,]+[^()]{0,20}|[\\d.,]+[\\s-]?(?:${MEASURES})[^()]{0,20})\\)`,
  'giu',
);

/** A text without measures and sums in brackets, "(800 hectares)": some customers of an agency leave them out. */
export const withoutConversions = (text: string): string => text.replace(CONVERSION, ' ');

/** Figures that `b` gives and `a` does not. */
export function figuresMissing(a: readonly string[], b: readonly string[]): string[] {
  return b.filter((figure) => !a.includes(figure));
}
