import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Source } from '@throughline/schema';
import { undoStack } from '../../app/undo.ts';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { showToast } from '../../ui/toast.tsx';

/** What can be done with one source. Pausing and removing can be undone. */
export function useSourceActions(source: Source): {
  pollNow(): void;
  setPaused(paused: boolean): void;
  remove(): void;
} {
  const m = useMessages();
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  const reread = () => queryClient.invalidateQueries({ queryKey: ['sources'] });
  const poll = useMutation({
    mutationFn: () => api.sources.pollNow.mutate({ id: source.id }),
    onSuccess: () => {
      showToast(m.sources.polling(source.title));
      return reread();
    },
    onError: notSaved,
  });
  const pause = useMutation({
    mutationFn: (paused: boolean) => api.sources.setPaused.mutate({ id: source.id, paused }),
    onSuccess: (_answer, paused) => {
      const label = paused ? m.sources.paused(source.title) : m.sources.resumed(source.title);
      const entry = {
        label,
        undo: async () => {
          await api.sources.setPaused.mutate({ id: source.id, paused: !paused }).catch(notSaved);
          await reread();
        },
      };
      undoStack.push(entry);
      showToast(label, {
        action: { label: m.undo, keyHint: 'z', run: () => void undoStack.undoEntry(entry) },
      });
      return reread();
    },
    onError: notSaved,
  });
  const restore = async () => {
    await api.sources.restore.mutate({ id: source.id }).catch(notSaved);
    await reread();
    showToast(m.sources.restored(source.title));
  };
  const remove = useMutation({
    mutationFn: () => api.sources.remove.mutate({ id: source.id }),
    onSuccess: () => {
      const entry = { label: m.sources.removed(source.title), undo: restore };
      undoStack.push(entry);
      showToast(entry.label, {
        action: { label: m.undo, keyHint: 'z', run: () => void undoStack.undoEntry(entry) },
      });
      return reread();
    },
    onError: notSaved,
  });
  return {
    pollNow: () => poll.mutate(),
    setPaused: (paused) => pause.mutate(paused),
    remove: () => remove.mutate(),
  };
}
