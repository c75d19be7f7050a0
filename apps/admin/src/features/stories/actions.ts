import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { LinkedStory, StoryCommand } from '@throughline/schema';
import { undoStack } from '../../app/undo.ts';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { showToast } from '../../ui/toast.tsx';

/** Sends a curator's decision about stories; it can be taken back by its toast or by the undo key. */
export function useCurate(onDone: (story: string) => void) {
  const m = useMessages();
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  const reread = () => queryClient.invalidateQueries({ queryKey: ['stories'] });
  return useMutation({
    mutationFn: ({ command }: { command: StoryCommand; label: string }) => api.stories.curate.mutate(command),
    onSuccess: ({ story }, { command, label }) => {
      const entry = {
        label,
        undo: async () => {
          await api.stories.undo.mutate({ commandId: command.commandId }).catch(notSaved);
          await reread();
        },
      };
      undoStack.push(entry);
      showToast(label, {
        action: { label: m.undo, keyHint: 'z', run: () => void undoStack.undoEntry(entry) },
      });
      void reread();
      onDone(story);
    },
    onError: notSaved,
  });
}

/** Keeps what a person says of a story in another language; it can be taken back like any decision. */
export function useDecideLink(story: string) {
  const m = useMessages();
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  const reread = () => queryClient.invalidateQueries({ queryKey: ['stories'] });
  return useMutation({
    mutationFn: ({ link, same }: { link: LinkedStory; same: boolean }) =>
      api.stories.decideLink.mutate({ a: story, b: link.id, same }),
    onSuccess: (_, { link, same }) => {
      const label = same ? m.stories.didSame : m.stories.didNotSame;
      const before = link.state === 'confirmed' ? true : link.state === 'rejected' ? false : null;
      const entry = {
        label,
        undo: async () => {
          await api.stories.decideLink.mutate({ a: story, b: link.id, same: before }).catch(notSaved);
          await reread();
        },
      };
      undoStack.push(entry);
      showToast(label, {
        action: { label: m.undo, keyHint: 'z', run: () => void undoStack.undoEntry(entry) },
      });
      void reread();
    },
    onError: notSaved,
  });
}
