import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { StorylineDetail } from '@throughline/schema';
import { useEffect } from 'react';
import { NotFound } from '../../app/dead-ends.tsx';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useTitle } from '../../app/use-title.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useMay } from '../../ui/may.tsx';
import { Loading } from '../../ui/states.tsx';
import { PublishMenu } from '../publishing/publish-menu.tsx';
import { EditingProvider, useEditing, useNewEditing, useSaveState } from './editing.ts';
import { ExportMenu } from './export-menu.tsx';
import { Footnotes } from './footnotes.tsx';
import { Head } from './head.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { Preview } from './preview.tsx';
import { storylineQuery } from './queries.ts';
import { Sections } from './sections.tsx';
import { SidePanel } from './side-panel.tsx';
import { Toolbar } from './toolbar.tsx';
import './editor.css';

const route = getRouteApi('/storylines/$id');

export function StorylineEditorPage() {
  const id = Number(route.useParams().id);
  return Number.isSafeInteger(id) && id > 0 ? <StorylineEditor key={id} id={id} /> : <NotFound />;
}

function StorylineEditor({ id }: { id: number }) {
  const m = useMessages();
  const storyline = useQuery(storylineQuery(id));
  const editing = useNewEditing(id);
  if (storyline.data === undefined)
    return storyline.error !== null ? (
      <QueryProblem error={storyline.error} retry={() => void storyline.refetch()} />
    ) : (
      <Loading label={m.loading} />
    );
  return (
    <EditingProvider value={editing}>
      <Desk storyline={storyline.data} />
    </EditingProvider>
  );
}

function Desk({ storyline }: { storyline: StorylineDetail }) {
  const { show, revision } = route.useSearch();
  // Who may not write reads the piece.
  const preview = !useMay('curator') || show === 'preview';
  useMarkedClaims(storyline);
  useTitle(storyline.headline);
  return (
    <div className="editor">
      <LeaveGuard storyline={storyline} />
      <EditorBar storyline={storyline} preview={preview} />
      {preview ? (
        <Preview storyline={storyline} kept={revision} />
      ) : (
        <div className="editor-body">
          <div className="editor-piece">
            <article className="piece" lang={storyline.language} dir={storyline.direction}>
              <Head storyline={storyline} />
              <Sections storyline={storyline} />
              <Footnotes storyline={storyline} />
            </article>
          </div>
          <SidePanel storyline={storyline} />
        </div>
      )}
    </div>
  );
}

function useMarkedClaims({ claims }: StorylineDetail): void {
  const editing = useEditing();
  useEffect(() => editing.claims.set(claims), [editing, claims]);
}

function EditorBar({ storyline, preview }: { storyline: StorylineDetail; preview: boolean }) {
  const m = useMessages();
  const mayWrite = useMay('curator');
  return (
    <header className="editor-bar">
      <Link
        to="/storylines"
        className="button button-plain button-icon"
        aria-label={m.storylines.all}
        title={m.storylines.all}
      >
        <Icon name="back" />
      </Link>
      <h1 className="hidden">{storyline.headline}</h1>
      {mayWrite && <SaveWord />}
      <span className="soft small stats">
        {m.storylines.stats(storyline.stats.words, storyline.stats.minutes)}
      </span>
      {!preview && <Toolbar />}
      <span className="editor-bar-gap" />
      {mayWrite && (
        <nav className="switch" aria-label={m.storylines.preview}>
          <Link
            to="."
            search={(now) => ({ ...now, show: undefined, revision: undefined })}
            replace
            activeOptions={EXPLICIT}
          >
            {m.storylines.write}
          </Link>
          <Link
            to="."
            search={(now) => ({ ...now, show: 'preview' as const })}
            replace
            activeOptions={EXPLICIT}
          >
            {m.storylines.preview}
          </Link>
        </nav>
      )}
      <ExportMenu storyline={storyline} />
      <PublishMenu storyline={storyline} />
    </header>
  );
}

/** An address without `show` is not that of the preview. */
const EXPLICIT = { explicitUndefined: true };

function SaveWord() {
  const m = useMessages();
  const state = useSaveState();
  const words = {
    saved: m.storylines.saved,
    unsaved: m.storylines.unsaved,
    saving: m.storylines.saving,
    away: m.storylines.notSavedAway,
    conflict: m.storylines.conflictTitle,
    refused: m.storylines.refused,
  };
  return (
    <span className="save-word" data-state={state} role="status">
      {words[state]}
    </span>
  );
}
