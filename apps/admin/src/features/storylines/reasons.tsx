import type { StorylineSuggestion, SuggestionReason } from '@throughline/schema';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { useStore } from '../../lib/store.ts';
import { useEditing } from './editing.ts';

/** Why a suggestion is made, what it would add, and where it fits, as one short paragraph. */
export function Reasons({
  suggestion,
  section,
}: {
  suggestion: StorylineSuggestion;
  section: string | null;
}) {
  const m = useMessages();
  const sentence = useSentence();
  const { novelty, reasons } = suggestion;
  return (
    <span className="soft">
      {reasons.map(sentence).join(' ')}{' '}
      <strong title={novelty.first ?? undefined}>{m.storylines.tracking.adds(novelty.added)}</strong>{' '}
      {section !== null && m.storylines.trackFits(section)}
    </span>
  );
}

function useSentence(): (reason: SuggestionReason) => string {
  const m = useMessages();
  const format = useFormat();
  const numbers = useStore(useEditing().numbers);
  const words = m.storylines.tracking;
  return (reason) => {
    if (reason.kind === 'story') {
      const known = reason.citations.flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b);
      return known.length === 0
        ? words.sameStory
        : words.sameStoryAs(format.list(known.map((number) => format.number(number))));
    }
    if (reason.kind === 'names') return words.names(format.list(reason.names));
    if (reason.kind === 'terms') return words.terms(format.list(reason.terms));
    if (reason.kind === 'topic') return words.topic(reason.name);
    return words.rule(format.list(reason.words));
  };
}
