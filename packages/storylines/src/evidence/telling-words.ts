import { foldText } from '@throughline/text';

const STEM = 5;

/** Words that stand beside figures of anything. */
const COMMON = new Set(
  'the and for that this with from have has had was were are been being its his her their our your than then they them who whom which what when where while will would could should may might can not but out off into over under about after before more most some any all per cent percent said says say also only just there here last first new year years month months week weeks day days million billion trillion thousand hundred dollars dollar'
    .split(' ')
    .map(foldText),
);

/** Stems of the words of a text that tell what it is about, in order. */
export const tellingWords = (text: string): string[] =>
  foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2 && !/^\d/.test(word) && !COMMON.has(word))
    .map((word) => word.slice(0, STEM).replace(/e?s$/, ''));
