import { type Token, tokens } from '@throughline/text';

/** A sentence of a text: UTF-16 offsets into it as given, and its folded words. */
export interface Sentence {
  start: number;
  end: number;
  words: string[];
}

/** The sentences of a text, from its words. */
export function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = [];
  let open: { sentence: number; first: Token; last: Token; words: string[] } | null = null;
  const close = () => {
    if (open !== null)
      found.push({ start: open.first.start, end: sentenceEnd(text, open.last.end), words: open.words });
  };
  for (const token of tokens(text)) {
    if (open === null || open.sentence !== token.sentence) {
      close();
      open = { sentence: token.sentence, first: token, last: token, words: [] };
    }
    open.words.push(token.text);
    open.last = token;
  }
  close();
  return found;
}

/** Takes closing punctuation into the sentence. */
function sentenceEnd(text: string, lastWordEnd: number): number {
  const closing = /^[^\s\p{L}\p{N}]+/u.exec(text.slice(lastWordEnd, lastWordEnd + 8));
  return lastWordEnd + (closing?.[0].length ?? 0);
}
