import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { SourceCandidate, SourcePreview } from '@throughline/schema';
import { useState } from 'react';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useFormat, useNow } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { saidIn } from '../../i18n/said.ts';
import { api, failureOf } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Loading } from '../../ui/states.tsx';
import { showToast } from '../../ui/toast.tsx';
import './found-feeds.css';

interface FoundFeedsProps {
  address: string;
  onClose(): void;
  onAdded(): void;
}

/** The feeds of a site, each with a look inside before it is added. */
export function FoundFeeds({ address, onClose, onAdded }: FoundFeedsProps) {
  const m = useMessages();
  const [commonPaths, setCommonPaths] = useState(false);
  const found = useQuery({
    queryKey: ['discover', address, commonPaths],
    queryFn: () => api.sources.discover.mutate({ address, commonPaths }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  const candidates = found.data?.candidates ?? [];
  return (
    <Dialog title={m.sources.foundTitle(address)} closeLabel={m.close} onClose={onClose}>
      {found.isFetching && <Loading label={m.sources.looking} />}
      {!found.isFetching && candidates.length === 0 && (
        <div className="found-none" role="alert">
          <strong>{m.sources.foundNone}</strong>
          <p dir="auto">
            {found.error === null
              ? found.data?.said && saidIn(m, found.data.said)
              : failureOf(found.error).message}
          </p>
          {found.data && /^https?:/.test(found.data.siteUrl) && (
            <AddAnyway url={found.data.siteUrl} onAdded={onAdded} />
          )}
        </div>
      )}
      {!found.isFetching && found.data?.mayTryPaths && (
        <div className="found-paths">
          <p className="soft">{m.sources.tryPathsText}</p>
          <Button onClick={() => setCommonPaths(true)}>{m.sources.tryPaths}</Button>
        </div>
      )}
      <ul className="found-feeds">
        {candidates.map((candidate) => (
          <Candidate
            key={candidate.url}
            candidate={candidate}
            opened={candidates.length === 1}
            onAdded={onAdded}
          />
        ))}
      </ul>
    </Dialog>
  );
}

/** A feed that does not answer today may tomorrow. */
function AddAnyway({ url, onAdded }: { url: string; onAdded(): void }) {
  const m = useMessages();
  const add = useAdd(onAdded);
  return (
    <Button needs="editor" disabled={add.isPending} onClick={() => add.mutate({ url, title: null })}>
      {m.sources.addAnyway}
    </Button>
  );
}

interface CandidateProps {
  candidate: SourceCandidate;
  opened: boolean;
  onAdded(): void;
}

function Candidate({ candidate, opened, onAdded }: CandidateProps) {
  const m = useMessages();
  const [open, setOpen] = useState(opened);
  const preview = useQuery({
    queryKey: ['preview', candidate.url],
    queryFn: () => api.sources.preview.mutate({ url: candidate.url }),
    enabled: open,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  const add = useAdd(onAdded);
  const url = preview.data?.ok ? preview.data.url : candidate.url;
  const title = (preview.data?.ok ? preview.data.title : null) ?? candidate.title;
  return (
    <li>
      <div className="found-head">
        <div>
          <strong dir="auto">{title ?? candidate.url}</strong>
          <span className="soft small" dir="ltr">
            {candidate.url}
          </span>
          <span className="soft small">
            {m.sources.from[candidate.from]}
            {candidate.sourceId !== null && `, ${m.sources.already}`}
          </span>
        </div>
        {!open && <Button onClick={() => setOpen(true)}>{m.sources.previewAction}</Button>}
        <Button
          look="primary"
          disabled={candidate.sourceId !== null || add.isPending}
          onClick={() => add.mutate({ url, title: preview.data?.ok ? preview.data.title : null })}
        >
          {m.sources.addThis}
        </Button>
      </div>
      {open && preview.isFetching && <Loading label={m.sources.reading} />}
      {preview.error !== null && (
        <p role="alert" dir="auto">
          {failureOf(preview.error).message}
        </p>
      )}
      {preview.data && <Inside preview={preview.data} />}
    </li>
  );
}

function useAdd(onAdded: () => void) {
  const m = useMessages();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const notSaved = useNotSaved();
  return useMutation({
    mutationFn: ({ url, title }: { url: string; title: string | null }) =>
      api.sources.add.mutate({ url, ...(title === null ? {} : { title: title.slice(0, 300) }) }),
    onSuccess: async (source) => {
      onAdded();
      showToast(m.sources.added(source.title));
      await queryClient.invalidateQueries({ queryKey: ['sources'] });
      void navigate({ to: '/sources', search: { source: source.id } });
    },
    onError: notSaved,
  });
}

function Inside({ preview }: { preview: SourcePreview }) {
  const m = useMessages();
  const format = useFormat();
  const now = useNow();
  if (!preview.ok)
    return (
      <p role="alert" dir="auto">
        {saidIn(m, preview.said)}
      </p>
    );
  return (
    <div className="found-inside">
      {preview.description !== null && <p dir="auto">{preview.description}</p>}
      <p className="soft small">
        {preview.itemCount === 0
          ? m.sources.previewEmpty
          : m.sources.previewItems(preview.items.length, preview.itemCount)}
        {preview.hasHub && ` ${m.sources.hasHub}`}
      </p>
      <ol>
        {preview.items.map((item, index) => (
          <li key={`${index} ${item.title}`}>
            <span dir="auto">{item.title}</span>
            {item.publishedAt !== null && (
              <time className="soft small" dateTime={item.publishedAt}>
                {format.relative(item.publishedAt, now)}
              </time>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
