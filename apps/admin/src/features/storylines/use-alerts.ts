import { useMutation, useQueryClient } from '@tanstack/react-query';
import { undoStack } from '../../app/undo.ts';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { showToast } from '../../ui/toast.tsx';

/** Puts an alert away, with undo. */
export function useAlerts(): (alertId: number) => void {
  const m = useMessages();
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  const reread = () =>
    Promise.all(
      ['tracking', 'news'].map((part) => queryClient.invalidateQueries({ queryKey: ['storylines', part] })),
    );
  const { mutate } = useMutation({
    mutationFn: (alertId: number) => api.storylines.closeAlert.mutate({ alertId, closed: true }),
    onSuccess: (_done, alertId) => {
      const entry = {
        label: m.storylines.tracking.alertClosed,
        undo: async () => {
          await api.storylines.closeAlert.mutate({ alertId, closed: false }).catch(notSaved);
          await reread();
        },
      };
      undoStack.push(entry);
      showToast(entry.label, { action: { label: m.undo, run: () => void undoStack.undoEntry(entry) } });
      return reread();
    },
    onError: notSaved,
  });
  return mutate;
}
