import { type FoundQuantity, findNumbers, foldText } from '@throughline/text';

/** A figure with what makes it comparable to others. */
export interface Figure extends FoundQuantity {
  /** What kind of thing is measured: `%`, `money:USD`, a unit, `people`, or the counted noun. */
  dimension: string;
  /** Words that narrow the counted noun: American, undocumented. */
  qualifiers: string[];
  /** What a measure with a unit is of, where that is said: voters, of `40% of voters`. */
  whole: string | null;
}

/** Words for people whatever they are; a narrower word (children, police) names a part of them. */
const people = new Set(
  'people person persons dead killed victims casualties others individuals lives deaths fatalities personnes morts victimes personas muertos victimas человек людеи погибших شخص شخصا اشخاص قتیلا قتلی نفر تن کشته افراد لوگ لوگوں هلاکتیں کسان تنه'
    .split(' ')
    .map(foldText),
);

/** The figures of a text, ready for comparison. */
export function figuresOf(text: string, language?: string | null): Figure[] {
  return findNumbers(text, language).quantities.map((quantity) => {
    const words = foldText(quantity.of ?? '')
      .split(' ')
      .filter(Boolean);
    const head = words.at(-1);
    return {
      ...quantity,
      dimension: dimensionOf(quantity.unit, head),
      qualifiers: words.slice(0, -1),
      whole: quantity.unit === null || head === undefined ? null : singular(head),
    };
  });
}

function dimensionOf(unit: string | null, head: string | undefined): string {
  if (unit !== null) return /^[A-Z]{3}(?: per .*)?$/.test(unit) ? `money:${unit}` : unit;
  if (head === undefined) return '';
  return people.has(head) ? 'people' : singular(head);
}

const singular = (word: string) =>
  word
    .replace(/ies$/, 'y')
    .replace(/(s|x|ch|sh)es$/, '$1')
    .replace(/([^s])s$/, '$1');

/**
 * The values that a figure leaves open: half a unit of the last digit said for plain figures (`1.2 million` is
 * anything that rounds to it), a tenth to either side of `about`, everything beyond for `over` and `at least`.
 */
function intervalOf({ value, high, comparator }: FoundQuantity): readonly [number, number] {
  if (high !== null) return value <= high ? [value, high] : [high, value];
  const size = Math.abs(value);
  if (comparator === '>' || comparator === '>=') return [value, Number.POSITIVE_INFINITY];
  if (comparator === '<' || comparator === '<=') return [Math.min(0, value), value];
  const slack = comparator === '~' ? 0.1 * size : halfUnit(size);
  return [value - slack, value + slack];
}

/** Half a unit of the last significant digit; small whole numbers are counted, not rounded. */
function halfUnit(size: number): number {
  if (size === 0 || (Number.isInteger(size) && size < 1000 && size % 100 !== 0)) return 0.4999;
  const [digits = '', exponent = '0'] = size.toExponential(6).split('e');
  const decimals = digits.replace(/0+$/, '').split('.')[1]?.length ?? 0;
  return 0.5 * 10 ** (Number(exponent) - decimals);
}

/** Whether two figures leave a value that both allow. */
export function figuresAgree(a: FoundQuantity, b: FoundQuantity): boolean {
  const [lowA, highA] = intervalOf(a);
  const [lowB, highB] = intervalOf(b);
  return lowA <= highB && lowB <= highA;
}

/**
 * Measures that are ten times apart are of different things (a fee and a turnover, a disk and a memory). Things that are
 * counted may well be: of the dead the first report knows a few, and a later one hundreds.
 */
function ofOneOrder(a: Figure, b: Figure): boolean {
  const [x, y] = [Math.abs(a.value), Math.abs(b.value)];
  return a.unit === null || Math.max(x, y) <= 10 * Math.min(x, y);
}

/** Whether what two measures are of, where both say it, is the same: `40% of voters`, `5 tonnes of wheat`. */
function ofOneWhole(a: Figure, b: Figure): boolean {
  return a.whole === null || b.whole === null || a.whole === b.whole;
}

/** Whether two figures could be about the same thing: one dimension, and no qualifier that the other contradicts. */
export function comparable(a: Figure, b: Figure): boolean {
  if (a.dimension === '' || a.dimension !== b.dimension) return false;
  if (!ofOneOrder(a, b) || !ofOneWhole(a, b)) return false;
  const [few, many] = a.qualifiers.length <= b.qualifiers.length ? [a, b] : [b, a];
  return few.qualifiers.every((word) => many.qualifiers.includes(word));
}
