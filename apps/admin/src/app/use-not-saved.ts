import { refusalWords } from '../i18n/fault-words.ts';
import { useMessages } from '../i18n/messages.tsx';
import { failureOf } from '../lib/api.ts';
import { showToast } from '../ui/toast.tsx';

/** Tells that something could not be saved, and why. */
export function useNotSaved(): (error: unknown) => void {
  const m = useMessages();
  return (error) => {
    const failure = failureOf(error);
    const why =
      failure.kind === 'unreached'
        ? m.failure.unreachedShort
        : failure.kind === 'broken'
          ? m.failure.brokenShort
          : refusalWords(m, failure);
    showToast(m.failure.notSaved(why), { tone: 'problem' });
  };
}
