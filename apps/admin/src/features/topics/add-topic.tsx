import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Topic } from '@throughline/schema';
import { useRef, useState } from 'react';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Loading } from '../../ui/states.tsx';
import { showToast } from '../../ui/toast.tsx';
import { NEW_TOPIC } from './drafts.ts';
import { importableTopicsQuery } from './queries.ts';
import { useOpenRules } from './use-open-rules.ts';

/** Three ways to another topic: one that comes with the desk, a file, or an empty page. */
export function AddTopic({ topics }: { topics: readonly Topic[] }) {
  const m = useMessages();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button needs="editor" icon="add" onClick={() => setOpen(true)}>
        {m.topics.edit.addTopic}
      </Button>
      {open && (
        <Dialog title={m.topics.edit.addTopic} closeLabel={m.close} onClose={() => setOpen(false)}>
          <Offers onDone={() => setOpen(false)} />
          <div className="row topic-add-own">
            <OpenFile topics={topics} onDone={() => setOpen(false)} />
            <WriteNew onDone={() => setOpen(false)} />
          </div>
        </Dialog>
      )}
    </>
  );
}

function Offers({ onDone }: { onDone(): void }) {
  const m = useMessages();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const notSaved = useNotSaved();
  const offers = useQuery(importableTopicsQuery);
  const add = useMutation({
    mutationFn: (text: string) => api.topics.add.mutate({ text }),
    onSuccess: async (topic) => {
      await queryClient.invalidateQueries({ queryKey: ['topics'] });
      showToast(m.topics.edit.saved(topic.name, topic.version));
      onDone();
      await navigate({ to: '/topics', search: { topic: topic.id } });
    },
    onError: notSaved,
  });
  if (offers.data === undefined) {
    return offers.error === null ? (
      <Loading label={m.loading} />
    ) : (
      <QueryProblem error={offers.error} retry={() => void offers.refetch()} />
    );
  }
  if (offers.data.length === 0) return <p className="soft">{m.topics.edit.noOffers}</p>;
  return (
    <ul className="topic-offers">
      {offers.data.map((offer) => (
        <li key={offer.id}>
          <div>
            <strong dir="auto">{offer.name}</strong>
            <p className="soft small" dir="auto">
              {offer.description}
            </p>
          </div>
          <Button icon="add" disabled={add.isPending} onClick={() => add.mutate(offer.text)}>
            {m.topics.edit.add}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** A file is only opened: it is checked and tried in the editor before anything is saved. */
function OpenFile({ topics, onDone }: { topics: readonly Topic[]; onDone(): void }) {
  const m = useMessages();
  const openRules = useOpenRules();
  const input = useRef<HTMLInputElement>(null);
  const read = async (file: File) => {
    const text = (await file.text()).replace(/^\ufeff/, '');
    const known = topics.find((topic) => topic.id === /^\s*topic\s+([a-z0-9-]+)/m.exec(text)?.[1]);
    onDone();
    await openRules(known?.id ?? NEW_TOPIC, { text, version: known?.version ?? 0 });
  };
  return (
    <>
      <Button icon="upload" onClick={() => input.current?.click()}>
        {m.topics.edit.openFile}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".topic,.txt,text/plain"
        hidden
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (file !== undefined) void read(file);
        }}
      />
    </>
  );
}

function WriteNew({ onDone }: { onDone(): void }) {
  const m = useMessages();
  const navigate = useNavigate();
  return (
    <Button
      onClick={() => {
        onDone();
        void navigate({ to: '/topics', search: { show: 'new' } });
      }}
    >
      {m.topics.edit.writeNew}
    </Button>
  );
}
