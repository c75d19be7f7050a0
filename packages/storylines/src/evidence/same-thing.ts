import { foldText } from '@throughline/text';
import { comparable, type Figure, figuresAgree, figuresOf } from './figures.ts';

/** Words to either side of a figure that tell what it is a figure of. */
const BESIDE = 6;
/** Fewer words than these tell nothing of what a figure is about: it is then taken for the same. */
const TELLING = 3;
const SHARED_AT_LEAST = 2;
const SHARED_PART = 0.2;
const STEM = 5;
/** `a 43-year-old`, `Smith, 43,`: everybody has one. */
const AGE = 'year of age';

/** Words that stand beside figures of anything. */
const COMMON = new Set(
  'the and for that this with from have has had was were are been being its his her their our your than then they them who whom which what when where while will would could should may might can not but out off into over under about after before more most some any all per cent percent said says say also only just there here last first new year years month months week weeks day days million billion trillion thousand hundred dollars dollar'
    .split(' ')
    .map(foldText),
);

interface Said {
  text: string;
  language?: string | null;
}

/**
 * Whether words give another figure for what a claim states. A figure that the claim gives as well, at another place,
 * is no rival; nor is an age; nor a figure among words that the claim has nothing of.
 */
export function givesAnother(claim: Said, words: Said): boolean {
  const stated = figuresOf(claim.text, claim.language);
  const said = figuresOf(words.text, words.language);
  const agreed = (figure: Figure, others: readonly Figure[]) =>
    others.some((other) => comparable(figure, other) && figuresAgree(figure, other));
  const open = stated.filter((figure) => figure.dimension !== AGE && !agreed(figure, said));
  const rivals = said.filter((figure) => !agreed(figure, stated));
  return open.some((figure) =>
    rivals.some(
      (rival) =>
        comparable(figure, rival) && couldBeOfOneThing(beside(claim.text, figure), beside(words.text, rival)),
    ),
  );
}

/** Stems of the telling words around a figure. */
function beside(text: string, { start, end }: Figure): ReadonlySet<string> {
  return new Set([
    ...telling(text.slice(0, start)).slice(-BESIDE),
    ...telling(text.slice(end)).slice(0, BESIDE),
  ]);
}

const telling = (text: string): string[] =>
  foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2 && !/^\d/.test(word) && !COMMON.has(word))
    .map((word) => word.slice(0, STEM).replace(/e?s$/, ''));

function couldBeOfOneThing(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const fewer = Math.min(a.size, b.size);
  if (fewer < TELLING) return true;
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared >= SHARED_AT_LEAST && shared / fewer >= SHARED_PART;
}
