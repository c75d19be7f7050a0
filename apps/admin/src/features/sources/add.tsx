import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OpmlImport } from '@throughline/schema';
import { useRef, useState } from 'react';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.tsx';
import { FoundFeeds } from './found-feeds.tsx';
import { ImportProblems } from './import-problems.tsx';

/** One field: an address goes in, its feeds are shown, and what is chosen stands in the list. */
export function AddSource() {
  const m = useMessages();
  const [url, setUrl] = useState('');
  const [looked, setLooked] = useState<string | null>(null);
  return (
    <form
      className="source-add"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (url.trim() !== '') setLooked(url.trim());
      }}
    >
      <input
        className="input"
        type="url"
        inputMode="url"
        dir="ltr"
        autoComplete="off"
        spellCheck={false}
        aria-label={m.sources.addLabel}
        placeholder={m.sources.addPlaceholder}
        value={url}
        onChange={(event) => setUrl(event.target.value)}
      />
      <Button needs="editor" look="primary" type="submit" disabled={url.trim() === ''}>
        {m.sources.look}
      </Button>
      {looked !== null && (
        <FoundFeeds
          address={looked}
          onClose={() => setLooked(null)}
          onAdded={() => {
            setLooked(null);
            setUrl('');
          }}
        />
      )}
    </form>
  );
}

export function OpmlButtons() {
  const m = useMessages();
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  const file = useRef<HTMLInputElement>(null);
  const [problems, setProblems] = useState<OpmlImport['problems']>([]);
  const imported = (done: OpmlImport) => {
    showToast(m.sources.imported(done.added, done.alreadyThere));
    setProblems(done.problems);
    void queryClient.invalidateQueries({ queryKey: ['sources'] });
  };
  const bringIn = useMutation({
    mutationFn: async (chosen: File) => api.sources.importOpml.mutate({ opml: await chosen.text() }),
    onSuccess: imported,
    onError: notSaved,
  });
  const takeOut = useMutation({
    mutationFn: () => api.sources.exportOpml.query(),
    onSuccess: (opml) => download('sources.opml', 'text/x-opml', opml),
    onError: notSaved,
  });
  return (
    <div className="row">
      <input
        ref={file}
        type="file"
        hidden
        accept=".opml,.xml,text/x-opml,text/xml,application/xml"
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen !== undefined) bringIn.mutate(chosen);
          event.target.value = '';
        }}
      />
      <Button needs="editor" icon="upload" disabled={bringIn.isPending} onClick={() => file.current?.click()}>
        {m.sources.importOpml}
      </Button>
      <Button icon="download" onClick={() => takeOut.mutate()}>
        {m.sources.exportOpml}
      </Button>
      {problems.length > 0 && <ImportProblems problems={problems} onClose={() => setProblems([])} />}
    </div>
  );
}

function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
