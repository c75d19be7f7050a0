/** A story of 10,000 reports has no better headline than 200 of them. */
const MOST_COMPARED = 200;

/** A title of a story's report, in the order of arrival. */
export interface Headline {
  title: string;
  language?: string | null | undefined;
}

/**
 * The headline of a story: the title that shares most with the others, on average over the Jaccard index of their
 * words; of equals the earliest. Only titles in the language of most reports stand for it, so that a story reads in
 * the language in which it was mostly told. Not the newest, not the loudest: the most central.
 */
export function centralHeadline(titles: readonly Headline[]): string {
  const main = mainLanguage(titles);
  const inMain = titles.filter(({ language }) => (language ?? '') === main).map(({ title }) => title);
  const candidates = spread(inMain, MOST_COMPARED);
  const words = candidates.map(wordsOf);
  let best = 0;
  let bestScore = -1;
  for (const [index, mine] of words.entries()) {
    const score = words.reduce((sum, other, at) => (at === index ? sum : sum + jaccard(mine, other)), 0);
    if (score > bestScore + 1e-9) [best, bestScore] = [index, score];
  }
  return candidates[best] ?? '';
}

/** At most `count` titles, evenly over the order of arrival: each is compared with each. */
function spread(titles: string[], count: number): string[] {
  if (titles.length <= count) return titles;
  return Array.from({ length: count }, (_, at) => titles[Math.floor((at * titles.length) / count)] ?? '');
}

function mainLanguage(titles: readonly Headline[]): string {
  const counts = new Map<string, number>();
  for (const { language } of titles) counts.set(language ?? '', (counts.get(language ?? '') ?? 0) + 1);
  let main = titles[0]?.language ?? '';
  for (const [language, count] of counts) if (count > (counts.get(main) ?? 0)) main = language;
  return main;
}

function wordsOf(title: string): Set<string> {
  return new Set(
    title
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [],
  );
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}
