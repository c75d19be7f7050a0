import type { StoryReason } from '@throughline/schema';
import type { Found } from '../duplicates/duplicate-finder.ts';
import type { StoryItem } from './item.ts';
import type { Scale } from './likeness.ts';
import type { ReadItem } from './read-item.ts';
import type { StoryState } from './story-state.ts';
import { readWords } from './words.ts';

const MOST_WORDS = 4;
/** Characters of the text in which the shared words are looked up as written. */
const REACH = 1500;

/** Why an item joined a story, in words of the item. */
export function joinReasons(
  item: StoryItem,
  { reading, words }: ReadItem,
  story: StoryState,
  likeness: number,
  { counts }: Scale,
): StoryReason[] {
  const shared: [string, number][] = [];
  for (let i = 0; i < reading.size; i++) {
    const term = reading.terms[i] ?? 0;
    const weight = (reading.weights[i] ?? 0) * story.sum.get(term) * counts.weight(term) ** 2;
    if (weight > 0) shared.push([words[i] ?? '', weight]);
  }
  const heaviest = shared.sort((a, b) => b[1] - a[1]).slice(0, MOST_WORDS);
  const written = asWritten(item);
  const told = heaviest.map(([term]) => written.get(term) ?? { word: term, kind: 'word' as const });
  return [...tell(told), likenessReason(likeness)];
}

export const likenessReason = (likeness: number): StoryReason => ({
  kind: 'likeness',
  value: Math.round(100 * likeness) / 100,
});

interface Written {
  word: string;
  kind: 'name' | 'figure' | 'word';
}

/** Names and figures tell an event apart, so they are told first and by what they are. */
function tell(told: readonly Written[]): StoryReason[] {
  const of = (kind: Written['kind']) => told.filter((one) => one.kind === kind).map(({ word }) => word);
  const [names, figures, words] = [of('name'), of('figure'), of('word')];
  return [
    ...(names.length + figures.length > 0 ? [{ kind: 'same' as const, names, figures }] : []),
    ...(words.length > 0 ? [{ kind: 'words' as const, words }] : []),
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
export function relationReasons({ relation, jaccard, containment, newFigures }: Found): StoryReason[] {
  const percent = Math.round(100 * (relation === 'duplicate' ? jaccard : containment));
  const figures = newFigures.slice(0, 5);
  return [
    { kind: 'wording', relation, percent },
    ...(figures.length > 0 ? [{ kind: 'new_figures' as const, figures }] : []),
  ];
}
