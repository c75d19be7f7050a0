import type { Found } from '../duplicates/duplicate-finder.ts';
import type { StoryItem } from './item.ts';
import type { Scale } from './likeness.ts';
import type { Reading, StoryState } from './story-state.ts';
import type { Vocabulary } from './vocabulary.ts';
import { readWords } from './words.ts';

const MOST_WORDS = 4;
/** Characters of the text in which the shared words are looked up as written. */
const REACH = 1500;

/** Why an item joined a story, in words of the item: ["shares Gox, bitcoin, exchange", "likeness 0.41"]. */
export function joinReasons(
  item: StoryItem,
  reading: Reading,
  story: StoryState,
  likeness: number,
  scale: Scale & { counts: Vocabulary },
): string[] {
  const shared: [string, number][] = [];
  for (let i = 0; i < reading.terms.length; i++) {
    const term = reading.terms[i] ?? 0;
    const weight = (reading.weights[i] ?? 0) * story.sum.get(term) * scale.counts.weight(term) ** 2;
    if (weight > 0) shared.push([scale.counts.term(term), weight]);
  }
  const heaviest = shared.sort((a, b) => b[1] - a[1]).slice(0, MOST_WORDS);
  const written = asWritten(item);
  const words = heaviest.map(([term]) => written.get(term) ?? term);
  return [`shares ${words.join(', ')}`, `likeness ${likeness.toFixed(2)}`];
}

/** Terms as the item writes them: "exchang" is "exchange" there. */
function asWritten(item: StoryItem): Map<string, string> {
  const written = new Map<string, string>();
  for (const text of [item.title, item.summary ?? '', (item.text ?? '').slice(0, REACH)]) {
    const { words, starts, ends } = readWords(text);
    for (const [at, word] of words.entries())
      if (!written.has(word)) written.set(word, text.slice(starts[at], ends[at]));
  }
  return written;
}

/** Why an item is taken for a copy, an edit or an update of another. */
export function relationReasons(found: Found): string[] {
  const percent = Math.round(100 * (found.relation === 'duplicate' ? found.jaccard : found.containment));
  const share = `${percent}% of the wording`;
  const reasons: Record<Found['relation'], string> = {
    duplicate: `copy of ${found.of}: ${share}`,
    excerpt: `same text as ${found.of}, shorter or longer: ${share}`,
    version: `edited version of ${found.of}: ${share}`,
    update: `update of ${found.of}: ${share}`,
    independent: '',
  };
  const figures = found.newFigures.slice(0, 5).join(', ');
  return [reasons[found.relation], ...(figures === '' ? [] : [`new figures: ${figures}`])];
}
