const RIGHT_TO_LEFT = new Set([
  'ar',
  'ur',
  'fa',
  'ps',
  'sd',
  'he',
  'yi',
  'ug',
  'ku',
  'ckb',
  'pnb',
  'bal',
  'dv',
]);

/** Attributes for text of a source: its language where known, and the direction of its language or of its letters. */
export function textAttributes(language: string | null | undefined): { lang?: string; dir: 'rtl' | 'auto' } {
  if (!language) return { dir: 'auto' };
  const primary = language.toLowerCase().split('-')[0] ?? '';
  return { lang: language, dir: RIGHT_TO_LEFT.has(primary) ? 'rtl' : 'auto' };
}
