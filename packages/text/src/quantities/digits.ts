import { asciiDigits } from './scan.ts';

/**
 * The value of digits with separators as one language writes them; null when they are no single number
 * (a version, an address, a date). `1,00,000` and `1,000,000` group; a lone separator before three digits groups
 * unless it is the language's decimal sign.
 */
export function digitsValue(raw: string, decimal: '.' | ','): number | null {
  const text = asciiDigits(raw).replace(/['’\u00a0\u202f\u2009 ]/g, '');
  if (/^\d+$/.test(text)) return Number(text);
  const dots = count(text, '.');
  const commas = count(text, ',');
  if (dots > 0 && commas > 0) return mixed(text);
  const sign = dots > 0 ? '.' : ',';
  const parts = text.split(sign);
  if (parts.length > 2) return grouped(parts) ? Number(parts.join('')) : null;
  const [whole = '', rest = ''] = parts;
  const groups = rest.length === 3 && sign !== decimal && /^[1-9]\d{0,2}$/.test(whole);
  return groups ? Number(whole + rest) : Number(`${whole}.${rest}`);
}

/** Both signs: the last one parts the decimals and may stand only once. */
function mixed(text: string): number | null {
  const decimal = text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
  const [whole = '', rest, more] = text.split(decimal);
  const parts = whole.split(decimal === '.' ? ',' : '.');
  return rest === undefined || more !== undefined || !grouped(parts)
    ? null
    : Number(`${parts.join('')}.${rest}`);
}

/** Groups of three, or of two before a last one of three (lakh, crore). */
function grouped(parts: readonly string[]): boolean {
  const [first = '', ...rest] = parts;
  if (!/^\d{1,3}$/.test(first) || rest.at(-1)?.length !== 3) return false;
  const middle = rest.slice(0, -1);
  return (
    middle.every((part) => part.length === 3) ||
    (first.length <= 2 && middle.every((part) => part.length === 2))
  );
}

const count = (text: string, sign: string) => text.split(sign).length - 1;
