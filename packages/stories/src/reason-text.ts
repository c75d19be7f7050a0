import type { ItemRelation, StoryReason } from '@throughline/schema';

const RELATIONS: Readonly<Record<ItemRelation, string>> = {
  duplicate: 'copy',
  excerpt: 'same text, shorter or longer',
  version: 'edited version',
  update: 'update',
  independent: 'own report',
};
const CURATOR = {
  put: 'a curator put it there',
  joined: 'a curator put them together',
  parted: 'a curator took them apart',
} as const;

/** A reason in English, as the command line says it: "same name and figure (Gox, 29%)", "likeness 0.41". */
export function reasonText(reason: StoryReason): string {
  switch (reason.kind) {
    case 'first':
      return 'first report';
    case 'began':
      return 'began a story that older reports are part of now';
    case 'again':
      return 'the same item again';
    case 'same': {
      const kinds = [numbered(reason.names, 'name'), numbered(reason.figures, 'figure')].filter(
        (x) => x !== '',
      );
      return `same ${kinds.join(' and ')} (${[...reason.names, ...reason.figures].join(', ')})`;
    }
    case 'words':
      return `same ${numbered(reason.words, 'word')} (${reason.words.join(', ')})`;
    case 'likeness':
      return `likeness ${reason.value.toFixed(2)}`;
    case 'wording':
      return `${RELATIONS[reason.relation]}: ${reason.percent}% of the wording`;
    case 'new_figures':
      return `new figures: ${reason.figures.join(', ')}`;
    case 'curator':
      return CURATOR[reason.did];
    case 'regrouped':
      return 'grouped afresh';
    case 'both_name':
      return `both name ${reason.names.join(', ')}`;
    case 'both_give':
      return `both give ${reason.figures.join(', ')}`;
    case 'told':
      return reason.text;
  }
}

const numbered = (many: readonly string[], one: string) =>
  many.length === 0 ? '' : many.length === 1 ? one : `${one}s`;
