import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Publication, StorylineDetail } from '@throughline/schema';
import { useState } from 'react';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.tsx';
import { useEditing } from '../storylines/editing.ts';
import { exportWarningsQuery, previewQuery } from '../storylines/queries.ts';
import { warningText } from '../storylines/warning-text.ts';
import { publicationQuery, publishingRulesQuery } from './queries.ts';

const KINDS = ['update', 'correction', 'edit'] as const;
type Kind = (typeof KINDS)[number];

/** What would come out, what is to be known of it first, and the press that brings it out. */
export function PublishForm({
  publication,
  storyline,
}: {
  publication: Publication | null;
  storyline: StorylineDetail;
}) {
  const m = useMessages();
  const [kind, setKind] = useState<Kind>('update');
  const [note, setNote] = useState('');
  const publish = usePublish(storyline);
  const refused = useRefused(storyline);
  const last = publication?.versions[0];
  if (publication?.withdrawnAt === null && last?.revision === storyline.revision)
    return <p className="soft">{m.publishing.nothingNew}</p>;
  const needsNote = last !== undefined && kind !== 'edit';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const told = last === undefined ? { kind: 'edit' as const, note: '' } : { kind, note: note.trim() };
        publish.mutate(told, { onSuccess: () => setNote('') });
      }}
    >
      <Warnings storyline={storyline} refused={refused} />
      <PreviewHere storyline={storyline} />
      {last !== undefined && (
        <fieldset className="publish-kind">
          <legend>{m.publishing.why}</legend>
          {KINDS.map((value) => (
            <label key={value}>
              <input
                type="radio"
                name="kind"
                value={value}
                checked={kind === value}
                onChange={() => setKind(value)}
              />
              <span>
                {m.publishing.kinds[value]} <span className="soft">{m.publishing.kindHints[value]}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {needsNote && (
        <label className="field">
          <span>{m.publishing.note}</span>
          <textarea
            className="input"
            dir="auto"
            rows={2}
            maxLength={1000}
            required
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
      )}
      <Button
        look="primary"
        type="submit"
        needs="editor"
        disabled={publish.isPending || refused.size > 0 || (needsNote && note.trim() === '')}
      >
        {last === undefined ? m.publishing.publishNow : m.publishing.publishVersion(last.number + 1)}
      </Button>
    </form>
  );
}

function usePublish({ id, revision }: StorylineDetail) {
  const m = useMessages();
  const editing = useEditing();
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  return useMutation({
    // The revision on screen: what was changed since by others is not published unseen.
    mutationFn: (told: { kind: Kind; note: string }) =>
      api.publishing.publish.mutate({ id, revision, ...told }),
    onSuccess: async ({ versions }) => {
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: publicationQuery(id).queryKey }),
        editing.reread(),
      ]);
      showToast(m.publishing.published(versions[0]?.number ?? 1));
    },
    onError: (error) => {
      notSaved(error);
      void editing.reread();
    },
  });
}

/** The problems of this piece that the desk does not publish. */
function useRefused({ id, revision }: StorylineDetail): ReadonlySet<string> {
  const { data: warnings = [] } = useQuery(exportWarningsQuery(id, revision));
  const { data: rules } = useQuery(publishingRulesQuery);
  const refuse: readonly string[] = rules?.refuse ?? [];
  return new Set(warnings.map(({ problem }) => problem).filter((problem) => refuse.includes(problem)));
}

function Warnings({ storyline, refused }: { storyline: StorylineDetail; refused: ReadonlySet<string> }) {
  const m = useMessages();
  const { data } = useQuery(exportWarningsQuery(storyline.id, storyline.revision));
  if (data === undefined || data.length === 0)
    return <p className="soft">{data === undefined ? m.loading : m.storylines.exportClean}</p>;
  return (
    <section className="export-warnings" aria-labelledby="publish-warnings">
      <h3 id="publish-warnings">{refused.size > 0 ? m.publishing.refused : m.storylines.exportWarnings}</h3>
      <ul>
        {data.map((warning) => (
          <li key={warning.text} dir="auto" data-refused={refused.has(warning.problem) || undefined}>
            {warningText(m, warning)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The page as readers will see it, opened here when it is asked for. */
function PreviewHere({ storyline }: { storyline: StorylineDetail }) {
  const m = useMessages();
  const [open, setOpen] = useState(false);
  const { data } = useQuery({ ...previewQuery(storyline.id, storyline.revision), enabled: open });
  return (
    <details className="publish-preview" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{m.publishing.preview}</summary>
      {data !== undefined && (
        <iframe title={m.storylines.previewTitle(storyline.headline)} srcDoc={data.html} sandbox="" />
      )}
    </details>
  );
}
