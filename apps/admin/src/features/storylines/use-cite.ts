import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { StorylineDetail } from '@throughline/schema';
import { undoStack } from '../../app/undo.ts';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { useStore } from '../../lib/store.ts';
import { showToast } from '../../ui/toast.tsx';
import { storylinesApi } from './api.ts';
import { useEditing } from './editing.ts';
import { useWhenSaved } from './use-when-saved.ts';

/** Without `exact`: the first sentence. */
interface ToCite {
  row: { id: number };
  exact?: string | undefined;
  /** Else the section with the cursor. */
  section?: number | null;
}

/** Cites an item at the end of a section, with undo. */
export function useCite(storyline: StorylineDetail): (what: ToCite) => void {
  const m = useMessages();
  const editing = useEditing();
  const whenSaved = useWhenSaved();
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  const cursor = useStore(editing.section);
  const current = storyline.sections.find((section) => section.id === cursor) ?? storyline.sections[0];
  const { mutate } = useMutation({
    mutationFn: async ({ row, exact, section: wanted }: ToCite) => {
      const section = storyline.sections.find(({ id }) => id === wanted) ?? current;
      if (section === undefined) throw new Error('the storyline has no section');
      const { storyline: after, citationId } = await storylinesApi.cite({
        storylineId: storyline.id,
        sectionId: section.id,
        itemId: row.id,
        ...(exact === undefined ? {} : { exact }),
      });
      return { after, citationId, section };
    },
    onSuccess: ({ after, citationId, section }, { row }) => {
      const place = after.sections.findIndex(({ id }) => id === section.id);
      editing.keep(after);
      void queryClient.invalidateQueries({ queryKey: ['items', 'detail', row.id] });
      const label = m.storylines.added(section.title || m.review.untitledSection(place + 1));
      const entry = {
        label,
        // What was typed since has to be there first, else the next save would meet a newer version.
        undo: () =>
          whenSaved(async () => {
            const now = await storylinesApi.uncite(section.id, citationId).catch(notSaved);
            if (now) editing.keep(now);
          }),
      };
      undoStack.push(entry);
      showToast(label, { action: { label: m.undo, run: () => void undoStack.undoEntry(entry) } });
    },
    onError: notSaved,
  });
  // The desk appends to the section as it holds it, so what is typed has to be there first.
  return (what) => void whenSaved(() => mutate(what));
}
