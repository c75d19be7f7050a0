import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ItemRow, StorylineDetail } from '@throughline/schema';
import { undoStack } from '../../app/undo.ts';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { type Choice, Palette } from '../../ui/palette.tsx';
import { showToast } from '../../ui/toast.tsx';
import { storylinesApi } from '../storylines/api.ts';
import { keepStoryline, storylineQuery, storylinesQuery } from '../storylines/queries.ts';

/** Storylines whose sections are offered each by itself; of the others the first section takes the item. */
const WITH_SECTIONS = 8;

/** Chooses where an item is cited: a storyline's section, or a new storyline of the typed headline. */
export function CitePalette({ item, onClose }: { item: ItemRow; onClose(): void }) {
  const m = useMessages();
  const storylines = useQuery(storylinesQuery);
  const recent = (storylines.data ?? []).filter((row) => row.status !== 'closed').slice(0, WITH_SECTIONS);
  const details = useQueries({ queries: recent.map((row) => storylineQuery(row.id)) });
  const cite = useCite(item);
  const choices = details.flatMap(({ data }) =>
    data === undefined ? [] : sectionChoices(data, m.review.untitledSection, cite),
  );
  return (
    <Palette
      label={m.review.citeTitle}
      placeholder={m.review.citePlaceholder}
      nothing={m.review.citeNothing}
      choices={choices}
      further={(typed) =>
        typed === ''
          ? []
          : [{ id: 'new', label: m.review.citeNew(typed), run: () => cite({ headline: typed }) }]
      }
      onClose={onClose}
    />
  );
}

type Place = { storylineId: number; sectionId: number } | { headline: string };

const sectionChoices = (
  storyline: StorylineDetail,
  untitled: (n: number) => string,
  cite: (place: Place) => void,
): Choice[] =>
  storyline.sections.map((section, n) => ({
    id: `${storyline.id}/${section.id}`,
    label: section.title === '' ? untitled(n + 1) : section.title,
    group: storyline.headline,
    run: () => cite({ storylineId: storyline.id, sectionId: section.id }),
  }));

function useCite(item: ItemRow): (place: Place) => void {
  const m = useMessages();
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  const { mutate } = useMutation({
    mutationFn: (place: Place) => citeAt(item.id, place),
    onSuccess: ({ storyline, sectionId, citationId }) => {
      keepStoryline(queryClient, storyline);
      void queryClient.invalidateQueries({ queryKey: ['items', 'detail', item.id] });
      const label = m.review.cited(storyline.headline);
      undoStack.push({
        label,
        undo: async () => {
          const after = await storylinesApi.uncite(sectionId, citationId).catch(notSaved);
          if (after) keepStoryline(queryClient, after);
        },
      });
      showToast(label);
    },
    onError: notSaved,
  });
  return mutate;
}

async function citeAt(itemId: number, place: Place) {
  const before =
    'headline' in place
      ? await storylinesApi.create(place.headline)
      : await storylinesApi.byId(place.storylineId);
  const wanted = 'headline' in place ? before.sections[0]?.id : place.sectionId;
  const section = before.sections.find((candidate) => candidate.id === wanted);
  if (section === undefined) throw new Error('the section is not there any more');
  const cited = await storylinesApi.cite({ storylineId: before.id, sectionId: section.id, itemId });
  return { ...cited, sectionId: section.id };
}
