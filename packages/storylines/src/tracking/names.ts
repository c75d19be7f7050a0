import { foldText } from '@throughline/text';

/**
 * Names in a text: capitalised words that do not begin a sentence, and words written in capitals. Scripts without
 * capitals give none; there the rare terms of the profile have to carry it. Folded form -> as written.
 */
export function namesOf(text: string): Map<string, string> {
  const names = new Map<string, string>();
  for (const match of text.matchAll(
    /(?<![.!?:“"]\s)(?<=[\p{L}\p{N},;’'-]\s)\p{Lu}[\p{L}\p{M}’'-]+|\b\p{Lu}{2,}(?:-\p{Lu}+)*\b/gu,
  )) {
    const written = match[0].replace(/['’]s$/u, '');
    const folded = foldText(written);
    if (folded.length > 1 && !names.has(folded)) names.set(folded, written);
  }
  return names;
}
