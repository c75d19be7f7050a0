import { useMessages } from '../../i18n/messages.tsx';
import { showToast } from '../../ui/toast.tsx';
import { useEditing } from './editing.ts';

/**
 * Runs what builds on the piece as the desk has it (an export, a state to keep, a citation to append) once every word
 * is there; while one is not, it does not run, and says why. @returns whether it ran
 */
export function useWhenSaved(): (run: () => unknown) => Promise<boolean> {
  const m = useMessages();
  const editing = useEditing();
  return async (run) => {
    if (await editing.flush()) {
      await run();
      return true;
    }
    const state = editing.saveState();
    const why = m.storylines.notDoneWhy[state === 'conflict' || state === 'refused' ? state : 'away'];
    showToast(m.storylines.notDone(why), { tone: 'problem' });
    return false;
  };
}
