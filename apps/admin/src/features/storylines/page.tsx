import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { StorylineRow } from '@throughline/schema';
import { useState } from 'react';
import { QueryProblem } from '../../app/query-problem.tsx';
import { undoStack } from '../../app/undo.ts';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useTitle } from '../../app/use-title.ts';
import { useFormat, useNow } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { showToast } from '../../ui/toast.tsx';
import { TopicDot } from '../../ui/topic.tsx';
import { ExportAll } from '../publishing/export-all.tsx';
import { topicsQuery } from '../topics/queries.ts';
import { storylinesApi } from './api.ts';
import { ImportButton } from './import-button.tsx';
import { keepStoryline, storylinesQuery } from './queries.ts';
import './storylines.css';

export function StorylinesPage() {
  const m = useMessages();
  useTitle(m.storylines.title);
  const storylines = useQuery(storylinesQuery);
  return (
    <div className="page storylines">
      <header className="page-head">
        <h1>{m.storylines.title}</h1>
        <ImportButton />
        <ExportAll storylines={storylines.data ?? []} />
        <NewStoryline />
      </header>
      {storylines.data === undefined ? (
        storylines.error !== null ? (
          <QueryProblem error={storylines.error} retry={() => void storylines.refetch()} />
        ) : (
          <Loading label={m.loading} />
        )
      ) : storylines.data.length === 0 ? (
        <Empty title={m.storylines.emptyTitle}>{m.storylines.emptyText}</Empty>
      ) : (
        <ul className="storyline-list">
          {storylines.data.map((storyline) => (
            <StorylineLine key={storyline.id} storyline={storyline} />
          ))}
        </ul>
      )}
    </div>
  );
}

function NewStoryline() {
  const m = useMessages();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  const [headline, setHeadline] = useState('');
  const create = useMutation({
    mutationFn: () => storylinesApi.create(headline.trim()),
    onSuccess: (storyline) => {
      keepStoryline(queryClient, storyline);
      void navigate({ to: '/storylines/$id', params: { id: String(storyline.id) } });
    },
    onError: notSaved,
  });
  return (
    <form
      className="storyline-new"
      onSubmit={(event) => {
        event.preventDefault();
        if (headline.trim() !== '') create.mutate();
      }}
    >
      <input
        className="input"
        dir="auto"
        aria-label={m.storylines.headlineLabel}
        placeholder={m.storylines.createPlaceholder}
        maxLength={300}
        value={headline}
        onChange={(event) => setHeadline(event.target.value)}
      />
      <Button
        needs="curator"
        look="primary"
        type="submit"
        disabled={headline.trim() === '' || create.isPending}
      >
        {m.storylines.create}
      </Button>
    </form>
  );
}

function StorylineLine({ storyline }: { storyline: StorylineRow }) {
  const m = useMessages();
  const format = useFormat();
  const now = useNow();
  const topics = useQuery(topicsQuery);
  return (
    <li className="storyline-line">
      <div className="storyline-line-text">
        <Link to="/storylines/$id" params={{ id: String(storyline.id) }} className="plain-link" dir="auto">
          {storyline.headline}
        </Link>
        {storyline.standfirst !== '' && (
          <p className="soft" dir="auto">
            {storyline.standfirst}
          </p>
        )}
        <p className="storyline-facts">
          {storyline.topics.map((id) => (
            <TopicDot key={id} colour={topics.data?.find((topic) => topic.id === id)?.colour ?? '#888888'} />
          ))}
          {storyline.status !== 'open' && <span>{m.storylines.status[storyline.status]}</span>}
          {storyline.public && <span>{m.publishing.rowPublic}</span>}
          <span>{m.storylines.sections(storyline.sections)}</span>
          <span>{m.storylines.citations(storyline.citations)}</span>
          <span>{m.storylines.updated(format.relative(storyline.updatedAt, now))}</span>
        </p>
      </div>
      <RemoveStoryline storyline={storyline} />
    </li>
  );
}

function RemoveStoryline({ storyline }: { storyline: StorylineRow }) {
  const m = useMessages();
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  const reread = () => queryClient.invalidateQueries({ queryKey: ['storylines', 'list'] });
  const remove = useMutation({
    mutationFn: () => api.storylines.remove.mutate({ id: storyline.id }),
    onSuccess: () => {
      const label = m.storylines.removed(storyline.headline);
      const entry = {
        label,
        undo: async () => {
          await api.storylines.restore.mutate({ id: storyline.id }).catch(notSaved);
          await reread();
        },
      };
      undoStack.push(entry);
      showToast(label, {
        action: { label: m.undo, keyHint: 'z', run: () => void undoStack.undoEntry(entry) },
      });
      void reread();
    },
    onError: notSaved,
  });
  return (
    <Button
      look="plain"
      icon="remove"
      aria-label={`${m.storylines.remove}: ${storyline.headline}`}
      needs="curator"
      onClick={() => remove.mutate()}
    />
  );
}
