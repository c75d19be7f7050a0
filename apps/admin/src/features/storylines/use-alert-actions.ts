import { useMutation, useQueryClient } from '@tanstack/react-query';
import { undoStack } from '../../app/undo.ts';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { showToast } from '../../ui/toast.tsx';

interface AlertActions {
  /** Makes a storyline of its own from what a drift alert names, with undo. */
  splitOff(alertId: number): void;
  /** Opens a storyline that fell dormant. */
  reopen(storylineId: number): void;
  busy: boolean;
}

/** What can be done about an alert but putting it away. */
export function useAlertActions(): AlertActions {
  const m = useMessages();
  const words = m.storylines.tracking;
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  const reread = () => queryClient.invalidateQueries({ queryKey: ['storylines'] });
  const split = useMutation({
    mutationFn: (alertId: number) => api.storylines.splitOff.mutate({ alertId }),
    onSuccess: ({ id, headline }) => {
      const entry = {
        label: words.splitDone(headline),
        undo: async () => {
          await api.storylines.takeBackSplit.mutate({ id }).catch(notSaved);
          await reread();
        },
      };
      undoStack.push(entry);
      showToast(entry.label, { action: { label: m.undo, run: () => void undoStack.undoEntry(entry) } });
      return reread();
    },
    onError: notSaved,
  });
  const open = useMutation({
    mutationFn: (id: number) => api.storylines.reopen.mutate({ id }),
    onSuccess: () => {
      showToast(words.reopened);
      return reread();
    },
    onError: notSaved,
  });
  return { splitOff: split.mutate, reopen: open.mutate, busy: split.isPending || open.isPending };
}
