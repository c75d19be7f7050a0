import { useMutation } from '@tanstack/react-query';
import { undoStack } from '../../app/undo.ts';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { showToast } from '../../ui/toast.tsx';

/** Has the desk fetch a picture, so that the piece itself holds its bytes and every export can carry it; with undo. */
export function useKeepPicture(onUrl: (url: string) => void): { keep(url: string): void; keeping: boolean } {
  const m = useMessages();
  const notSaved = useNotSaved();
  const { mutate, isPending } = useMutation({
    mutationFn: (url: string) => api.storylines.fetchPicture.mutate({ url }),
    onSuccess: (picture, url) => {
      onUrl(picture.url);
      const entry = { label: m.storylines.hero.keptNow, undo: () => Promise.resolve(onUrl(url)) };
      undoStack.push(entry);
      showToast(entry.label, { action: { label: m.undo, run: () => void undoStack.undoEntry(entry) } });
    },
    onError: notSaved,
  });
  return { keep: mutate, keeping: isPending };
}
