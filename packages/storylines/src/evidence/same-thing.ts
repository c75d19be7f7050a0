import { aspectsExclude, momentsExclude } from './aspects.ts';
import { comparable, type Figure, figuresAgree, figuresOf } from './figures.ts';
import { tellingWords } from './telling-words.ts';

/** Words to either side of a figure that tell what it is a figure of. */
const BESIDE = 6;
/** Of fewer words one shared is enough, and a single one tells nothing. */
const TELLING = 3;
const SHARED_AT_LEAST = 2;
const SHARED_PART = 0.2;
/** `a 43-year-old`, `Smith, 43,`: everybody has one. */
const AGE = 'year of age';

interface Said {
  text: string;
  language?: string | null;
}

/**
 * Whether words give another figure for what a claim states. A figure that the claim gives as well, at another place,
 * is no rival; nor is an age; nor a figure among words that the claim has nothing of.
 */
export function givesAnother(claim: Said, words: Said): boolean {
  if (momentsExclude(claim, words)) return false;
  const stated = figuresOf(claim.text, claim.language);
  const said = figuresOf(words.text, words.language);
  const agreed = (figure: Figure, others: readonly Figure[]) =>
    others.some((other) => comparable(figure, other) && figuresAgree(figure, other));
  const open = stated.filter((figure) => figure.dimension !== AGE && !agreed(figure, said));
  const rivals = said.filter((figure) => !agreed(figure, stated));
  return open.some((figure) =>
    rivals.some(
      (rival) =>
        comparable(figure, rival) &&
        !aspectsExclude(claim.text, figure, words.text, rival) &&
        couldBeOfOneThing(beside(claim.text, figure), beside(words.text, rival)),
    ),
  );
}

/** Stems of the telling words around a figure. */
function beside(text: string, { start, end }: Figure): ReadonlySet<string> {
  return new Set([
    ...tellingWords(text.slice(0, start)).slice(-BESIDE),
    ...tellingWords(text.slice(end)).slice(0, BESIDE),
  ]);
}

function couldBeOfOneThing(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const fewer = Math.min(a.size, b.size);
  const shared = [...a].filter((word) => b.has(word)).length;
  if (fewer < TELLING) return fewer < 2 || shared > 0;
  return shared >= SHARED_AT_LEAST && shared / fewer >= SHARED_PART;
}
