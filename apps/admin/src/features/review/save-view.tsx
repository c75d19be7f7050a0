import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { SavedView } from '@throughline/schema';
import { useState } from 'react';
import { undoStack } from '../../app/undo.ts';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { showToast } from '../../ui/toast.tsx';
import { type ReviewSearch, sortOf, type ViewName, viewSegment } from './address.ts';
import { savedViewsQuery } from './queries.ts';

interface SaveViewProps {
  name: ViewName;
  search: ReviewSearch;
  saved: SavedView | null;
  onClose(): void;
}

/** A search becomes a view with a name; a view of one's own is renamed, shared or removed. */
export function SaveView({ name, search, saved, onClose }: SaveViewProps) {
  const m = useMessages();
  const edited = saved?.own && search.q === undefined ? saved : null;
  const [title, setTitle] = useState(edited?.name ?? search.q ?? '');
  const [shared, setShared] = useState(edited?.shared ?? false);
  const query = edited?.query ?? wholeQuery(name, search, saved);
  const [written, setWritten] = useState(query);
  const { save, remove } = useSaving(edited, onClose);
  return (
    <Dialog
      title={edited === null ? m.review.saveViewTitle : m.review.editView}
      closeLabel={m.close}
      onClose={onClose}
    >
      <form
        className="save-view"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ name: title, query: written, sort: sortOf(search, saved), shared });
        }}
      >
        <label className="field">
          <span>{m.review.viewName}</span>
          <input
            className="input"
            dir="auto"
            required
            maxLength={80}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        <label className="field">
          <span>{m.review.viewQuery}</span>
          <input
            className="input"
            dir="auto"
            required
            maxLength={1000}
            value={written}
            onChange={(event) => setWritten(event.target.value)}
          />
        </label>
        <label className="row">
          <input type="checkbox" checked={shared} onChange={(event) => setShared(event.target.checked)} />
          <span>{m.review.viewShared}</span>
        </label>
        <div className="row">
          <Button look="primary" type="submit" disabled={save.isPending}>
            {m.review.saveView}
          </Button>
          {edited !== null && (
            <Button icon="remove" onClick={() => remove.mutate(edited)} disabled={remove.isPending}>
              {m.review.removeView}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

/** What the list shows as one query: that of the view and that of the search box. */
function wholeQuery(name: ViewName, search: ReviewSearch, saved: SavedView | null): string {
  const here =
    name.kind === 'topic'
      ? `topic:${name.topic}`
      : name.kind === 'language'
        ? `lang:${name.language}`
        : name.kind === 'source'
          ? `source:${name.source}`
          : name.kind === 'mark'
            ? `is:${name.mark}`
            : name.kind === 'queue'
              ? 'is:queued'
              : (saved?.query ?? '');
  const q = search.q ?? '';
  const either = (text: string) => (/\bOR\b|\|/.test(text) ? `(${text})` : text);
  return [here, q]
    .filter((part) => part !== '')
    .map(either)
    .join(' ');
}

function useSaving(edited: SavedView | null, onClose: () => void) {
  const m = useMessages();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  const reread = () => queryClient.invalidateQueries({ queryKey: ['views'] });
  const goTo = (view: ViewName) =>
    void navigate({ to: '/review/$view', params: { view: viewSegment(view) }, search: {} });
  const save = useMutation({
    mutationFn: async (view: Pick<SavedView, 'name' | 'query' | 'sort' | 'shared'>) => {
      if (edited === null) return api.views.add.mutate(view);
      await api.views.change.mutate({ id: edited.id, change: view });
      return { ...edited, ...view };
    },
    onSuccess: (view) => {
      queryClient.setQueryData(savedViewsQuery.queryKey, (before: SavedView[] | undefined) => [
        ...(before ?? []).filter(({ id }) => id !== view.id),
        view,
      ]);
      void queryClient.invalidateQueries({ queryKey: ['items', 'list'] });
      void reread();
      onClose();
      showToast(m.review.viewSaved(view.name));
      goTo({ kind: 'saved', saved: view.id });
    },
    onError: notSaved,
  });
  const remove = useMutation({
    mutationFn: (view: SavedView) => api.views.change.mutate({ id: view.id, change: { removed: true } }),
    onSuccess: (_answer, view) => {
      const label = m.review.viewRemoved(view.name);
      undoStack.push({
        label,
        undo: async () => {
          await api.views.change.mutate({ id: view.id, change: { removed: false } }).catch(notSaved);
          await reread();
          goTo({ kind: 'saved', saved: view.id });
        },
      });
      showToast(label);
      onClose();
      goTo({ kind: 'queue' });
      void reread();
    },
    onError: notSaved,
  });
  return { save, remove };
}
