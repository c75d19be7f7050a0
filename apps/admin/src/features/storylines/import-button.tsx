import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.tsx';

/** Restores a storyline from a file that a desk exported as JSON. */
export function ImportButton() {
  const m = useMessages();
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  const file = useRef<HTMLInputElement>(null);
  const restore = useMutation({
    mutationFn: async (chosen: File) => api.storylines.import.mutate({ json: await chosen.text() }),
    onSuccess: ({ slug, withoutItem }) => {
      showToast(m.storylines.importedAs(slug, withoutItem));
      void queryClient.invalidateQueries({ queryKey: ['storylines', 'list'] });
    },
    onError: notSaved,
  });
  return (
    <>
      <Button
        needs="curator"
        icon="upload"
        disabled={restore.isPending}
        onClick={() => file.current?.click()}
      >
        {m.storylines.import}
      </Button>
      <input
        ref={file}
        type="file"
        accept="application/json,.json"
        hidden
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen !== undefined) restore.mutate(chosen);
          event.target.value = '';
        }}
      />
    </>
  );
}
