/**
 * A language tag as BCP 47 writes it (`en_us` -> `en-US` is left `en-us` as the feed's own case, only the
 * separator is mended). null for what is no tag ("English").
 */
export function normaliseLanguage(written: string | null): string | null {
  const tag = written?.trim().replaceAll('_', '-') ?? '';
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(tag) ? tag : null;
}
