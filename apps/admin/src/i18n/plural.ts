/**
 * Counts in words of one language: `#` stands for the number, written as that language writes it.
 *
 * @param tag BCP 47
 */
export function pluralIn(tag: string): (n: number, one: string, other: string) => string {
  const rules = new Intl.PluralRules(tag);
  const number = new Intl.NumberFormat(tag);
  return (n, one, other) => (rules.select(n) === 'one' ? one : other).replace('#', number.format(n));
}
