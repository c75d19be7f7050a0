import { useMutation } from '@tanstack/react-query';
import type { CitableItem, StorylineDetail } from '@throughline/schema';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { showToast } from '../../ui/toast.tsx';
import { useCite } from './use-cite.ts';

const ADDRESS = /^https?:\/\/\S+$/i;

/** An address that is pasted alone: the item behind it is offered, or its page is fetched as one. */
export function usePastedAddress(storyline: StorylineDetail, section: number): (text: string) => void {
  const m = useMessages();
  const words = m.storylines.pasted;
  const notSaved = useNotSaved();
  const cite = useCite(storyline);
  const offer = (item: CitableItem) =>
    showToast(words.found(item.title, item.publisher), {
      action: { label: words.cite, run: () => cite({ row: item, section }) },
    });
  const fetched = useMutation({
    mutationFn: (url: string) => api.storylines.fetchItem.mutate({ url }),
    onMutate: () => showToast(words.fetching),
    onSuccess: offer,
    onError: notSaved,
  });
  const look = useMutation({
    mutationFn: (url: string) => api.storylines.itemAt.query({ url }),
    onSuccess: (item, url) => {
      if (item !== null) offer(item);
      else showToast(words.unknown, { action: { label: words.fetch, run: () => fetched.mutate(url) } });
    },
    // The link itself is in the text; there is only nothing to offer.
    onError: () => undefined,
  });
  return (text) => {
    if (ADDRESS.test(text)) look.mutate(text);
  };
}
