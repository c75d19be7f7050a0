import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Publication, StorylineDetail } from '@throughline/schema';
import { useState } from 'react';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.tsx';
import { publicationQuery } from './queries.ts';

type Published = Publication & { url: string | null };

/** Whether the piece is public, where, and the way to take it back. */
export function PublicState({
  publication,
  storyline,
}: {
  publication: Published | null;
  storyline: StorylineDetail;
}) {
  const m = useMessages();
  const format = useFormat();
  const [latest] = publication?.versions ?? [];
  if (publication === null || latest === undefined)
    return <p>{m.publishing.never(`/read/${storyline.slug}`)}</p>;
  if (publication.withdrawnAt !== null)
    return <p>{m.publishing.withdrawnOn(format.dateTime(publication.withdrawnAt))}</p>;
  return (
    <div className="public-state">
      <p>{m.publishing.publicSince(latest.number, format.dateTime(latest.at))}</p>
      <a href={publication.path} target="_blank" rel="noreferrer" dir="ltr">
        {publication.url ?? new URL(publication.path, window.location.href).href}
      </a>
      <Withdraw id={publication.storylineId} />
    </div>
  );
}

/** Asks once more: what readers have saved or linked stops working. */
function Withdraw({ id }: { id: number }) {
  const m = useMessages();
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  const [asked, setAsked] = useState(false);
  const withdraw = useMutation({
    mutationFn: () => api.publishing.withdraw.mutate({ id }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: publicationQuery(id).queryKey });
      showToast(m.publishing.withdrawn);
    },
    onError: notSaved,
  });
  if (!asked)
    return (
      <Button needs="editor" onClick={() => setAsked(true)}>
        {m.publishing.withdraw}
      </Button>
    );
  return (
    <fieldset className="withdraw" aria-label={m.publishing.withdraw}>
      <p>{m.publishing.withdrawAsk}</p>
      <Button look="primary" disabled={withdraw.isPending} onClick={() => withdraw.mutate()}>
        {m.publishing.withdrawNow}
      </Button>
      <Button look="plain" onClick={() => setAsked(false)}>
        {m.cancel}
      </Button>
    </fieldset>
  );
}

/** Everything that was ever public, each at its address. */
export function Versions({ publication }: { publication: Published }) {
  const m = useMessages();
  const format = useFormat();
  return (
    <section className="versions" aria-labelledby="publish-versions">
      <h3 id="publish-versions">{m.publishing.versions}</h3>
      <ol reversed>
        {publication.versions.map(({ number, at, kind, note, by, revision }) => (
          <li key={number}>
            <a href={`${publication.path}/v/${number}`} target="_blank" rel="noreferrer">
              {m.publishing.version(number)}
            </a>
            <span className="version-kind" data-kind={kind}>
              {m.publishing.kinds[kind]}
            </span>
            <span className="soft">{m.publishing.versionFacts(format.dateTime(at), by, revision)}</span>
            {note !== '' && <p dir="auto">{note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
