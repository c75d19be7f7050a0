import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { rebuildQuery } from './queries.ts';

/** Groups all stored items anew, shows how far that is, and how far the result agrees with what stood. */
export function Rebuild() {
  const m = useMessages();
  const words = m.stories.rebuild;
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const { data: last } = useQuery(rebuildQuery);
  const running = last != null && last.finishedAt === null;
  if (running)
    return (
      <div className="story-rebuild" role="status">
        <progress value={last.done} max={Math.max(1, last.total)} aria-label={words.running} />
        <span className="soft small">
          {words.progress(format.number(last.done), format.number(last.total))}
        </span>
      </div>
    );
  return (
    <>
      <Button look="plain" needs="editor" onClick={() => setOpen(true)}>
        {words.open}
      </Button>
      {open && (
        <Dialog title={words.title} closeLabel={m.close} onClose={() => setOpen(false)}>
          <div className="story-rebuild-dialog">
            <p>{words.lead}</p>
            <p className="soft">{words.keeps}</p>
            <LastRebuild />
            <Begin onDone={() => setOpen(false)} />
          </div>
        </Dialog>
      )}
    </>
  );
}

/** When it was done last, by whom, and with which result. */
function LastRebuild() {
  const words = useMessages().stories.rebuild;
  const format = useFormat();
  const { data: last } = useQuery(rebuildQuery);
  if (last == null || last.finishedAt === null) return null;
  const { by, agreement, items } = last;
  return (
    <p>
      {words.last(format.dateTime(last.finishedAt), by)}{' '}
      {agreement !== null && <strong>{words.agrees(agreement.toFixed(2), format.number(items ?? 0))}</strong>}
    </p>
  );
}

function Begin({ onDone }: { onDone(): void }) {
  const m = useMessages();
  const queryClient = useQueryClient();
  const onError = useNotSaved();
  const begin = useMutation({
    mutationFn: () => api.stories.rebuild.mutate(),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['stories'] });
      onDone();
    },
    onError,
  });
  return (
    <div className="row">
      <Button look="primary" needs="editor" disabled={begin.isPending} onClick={() => begin.mutate()}>
        {m.stories.rebuild.begin}
      </Button>
      <Button look="plain" onClick={onDone}>
        {m.cancel}
      </Button>
    </div>
  );
}
