const LEFT_TO_RIGHT = '\u2066';
const END = '\u2069';

/**
 * A weight with its sign: 4.6 -> "+4.6". It stands in an isolate, so that in a line from right to left the sign does
 * not move behind the number; not an element, because it also stands inside sentences of the catalogue.
 *
 * @param digits decimals that are always written; left out: as many as the number has
 */
export const signed = (value: number, digits?: number): string => {
  const size = Math.abs(value);
  return `${LEFT_TO_RIGHT}${value < 0 ? '−' : '+'}${digits === undefined ? size : size.toFixed(digits)}${END}`;
};
