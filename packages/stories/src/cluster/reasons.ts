import type { Found } from '../duplicates/duplicate-finder.ts';
import type { StoryItem } from './item.ts';
import type { Scale } from './likeness.ts';
import type { ReadItem } from './read-item.ts';
import type { StoryState } from './story-state.ts';
import { readWords } from './words.ts';

const MOST_WORDS = 4;
/** Characters of the text in which the shared words are looked up as written. */
const REACH = 1500;

/**
 * Why an item joined a story, in words of the item: ["same name and figure (Gox, 29%)", "same words (bitcoin, theft)",
 * "likeness 0.41"].
 */
export function joinReasons(
  item: StoryItem,
  { reading, words }: ReadItem,
  story: StoryState,
  likeness: number,
  { counts }: Scale,
): string[] {
  const shared: [string, number][] = [];
  for (let i = 0; i < reading.terms.length; i++) {
    const term = reading.terms[i] ?? 0;
    const weight = (reading.weights[i] ?? 0) * story.sum.get(term) * counts.weight(term) ** 2;
    if (weight > 0) shared.push([words[i] ?? '', weight]);
  }
  const heaviest = shared.sort((a, b) => b[1] - a[1]).slice(0, MOST_WORDS);
  const written = asWritten(item);
  const told = heaviest.map(([term]) => written.get(term) ?? { word: term, kind: 'word' as const });
  return [...tell(told), `likeness ${likeness.toFixed(2)}`];
}

interface Written {
  word: string;
  kind: 'name' | 'figure' | 'word';
}

/** Names and figures tell an event apart, so they are told first and by what they are. */
function tell(words: readonly Written[]): string[] {
  const of = (kind: Written['kind']) => words.filter((one) => one.kind === kind);
  const several = (many: readonly Written[], one: string) => (many.length > 1 ? `${one}s` : one);
  const [names, figures, others] = [of('name'), of('figure'), of('word')];
  const kinds = [
    ...(names.length > 0 ? [several(names, 'name')] : []),
    ...(figures.length > 0 ? [several(figures, 'figure')] : []),
  ];
  const list = (many: readonly Written[]) => many.map(({ word }) => word).join(', ');
  return [
    ...(kinds.length > 0 ? [`same ${kinds.join(' and ')} (${list([...names, ...figures])})`] : []),
    ...(others.length > 0 ? [`same ${several(others, 'word')} (${list(others)})`] : []),
  ];
}

/** Terms as the item writes them: "exchang" is "exchange" there, "29" is "29%". */
function asWritten(item: StoryItem): Map<string, Written> {
  const written = new Map<string, Written>();
  for (const text of [item.title, item.summary ?? '', (item.text ?? '').slice(0, REACH)]) {
    const { words, named, starts, ends } = readWords(text);
    for (const [at, term] of words.entries()) {
      const figure = /^\p{Nd}/u.test(term);
      const kind = figure ? 'figure' : named[at] ? 'name' : 'word';
      const before = written.get(term);
      // A name at the head of a sentence is only known for one where it stands inside another.
      if (before !== undefined && (before.kind !== 'word' || kind === 'word')) continue;
      const word = text.slice(starts[at], ends[at]);
      const percent = figure && text[ends[at] ?? 0] === '%' ? '%' : '';
      written.set(term, { word: word + percent, kind });
    }
  }
  return written;
}

/** Why an item is taken for a copy, an edit or an update of another; which one, the placement names. */
export function relationReasons(found: Found): string[] {
  const percent = Math.round(100 * (found.relation === 'duplicate' ? found.jaccard : found.containment));
  const share = `${percent}% of the wording`;
  const reasons: Record<Found['relation'], string> = {
    duplicate: `copy: ${share}`,
    excerpt: `same text, shorter or longer: ${share}`,
    version: `edited version: ${share}`,
    update: `update: ${share}`,
    independent: '',
  };
  const figures = found.newFigures.slice(0, 5).join(', ');
  return [reasons[found.relation], ...(figures === '' ? [] : [`new figures: ${figures}`])];
}
