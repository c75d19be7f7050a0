import { useQuery } from '@tanstack/react-query';
import type { StorylineDetail } from '@throughline/schema';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { Loading } from '../../ui/states.tsx';
import { previewQuery } from './queries.ts';
import { warningText } from './warning-text.ts';

/** The piece as a reader will see it. The page is closed in: no scripts, no forms, no way out. */
export function Preview({ storyline, kept }: { storyline: StorylineDetail; kept?: number | undefined }) {
  const m = useMessages();
  const preview = useQuery(previewQuery(storyline.id, storyline.revision, kept));
  if (preview.data === undefined)
    return preview.error !== null ? (
      <QueryProblem error={preview.error} retry={() => void preview.refetch()} />
    ) : (
      <Loading label={m.loading} />
    );
  const { html, warnings } = preview.data;
  return (
    <div className="preview">
      {kept !== undefined && kept !== storyline.revision && (
        <p className="preview-warnings" role="status">
          {m.storylines.historyShown(kept)}
        </p>
      )}
      {warnings.length > 0 && (
        <ul className="preview-warnings">
          {warnings.map((warning) => (
            <li key={warning.text} dir="auto">
              {warningText(m, warning)}
            </li>
          ))}
        </ul>
      )}
      <iframe title={m.storylines.previewTitle(storyline.headline)} srcDoc={html} sandbox="" />
    </div>
  );
}
