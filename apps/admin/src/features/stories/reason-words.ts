import type { StoryReason } from '@throughline/schema';
import type { Messages } from '../../i18n/catalogue.ts';

/** Reasons in the reader's language; names, figures and words as the reports write them. */
export function reasonWords(m: Messages, reasons: readonly StoryReason[]): string {
  const words = m.stories.reasons;
  return inRow(
    reasons.map((reason) => wordsOf(words, reason)),
    words.joined,
  );
}

function wordsOf(words: Messages['stories']['reasons'], reason: StoryReason): string {
  const listed = (parts: readonly string[]) => inRow(parts.map(isolated), words.listed);
  switch (reason.kind) {
    case 'first':
    case 'began':
    case 'again':
    case 'regrouped':
      return words[reason.kind];
    case 'same': {
      const { names, figures } = reason;
      if (figures.length === 0) return words.sameNames(listed(names), names.length);
      if (names.length === 0) return words.sameFigures(listed(figures), figures.length);
      return words.sameBoth(listed([...names, ...figures]));
    }
    case 'words':
      return words.words(listed(reason.words), reason.words.length);
    case 'likeness':
      return words.likeness(reason.value.toFixed(2));
    case 'wording':
      return words.wording[reason.relation](reason.percent);
    case 'new_figures':
      return words.newFigures(listed(reason.figures));
    case 'curator':
      return words.curator[reason.did];
    case 'both_name':
      return words.bothName(listed(reason.names));
    case 'both_give':
      return words.bothGive(listed(reason.figures));
    case 'told':
      return isolated(reason.text);
  }
}

/** A foreign word keeps its direction to itself, whatever the sentence's is. */
const isolated = (text: string) => `\u2068${text}\u2069`;

const inRow = (parts: readonly string[], joint: (before: string, next: string) => string) =>
  parts.length === 0 ? '' : parts.reduce((before, next) => joint(before, next));
