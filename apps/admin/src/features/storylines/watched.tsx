import type { WatchedCitation } from '@throughline/schema';
import { useFormat, useNow } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { Changes } from './changes.tsx';
import './watched.css';

/** What became of cited words in their source, and when that was looked at. */
export function Watched({ watched }: { watched: WatchedCitation }) {
  const m = useMessages();
  const format = useFormat();
  const now = useNow();
  const { state, at, by, problem, diff, nextCheckAt } = watched;
  const words = m.storylines.watched;
  return (
    <div className="watched" data-state={state}>
      <p className="watched-line">
        {state !== 'waiting' && <strong>{words.state[state]}</strong>}{' '}
        {at !== null && by !== null && <span>{words.by[by](format.relative(at, now))}</span>}{' '}
        {problem !== null && <span dir="auto">{problem}</span>}{' '}
        {nextCheckAt !== null && state !== 'gone' && (
          <span>{words.next(format.relative(nextCheckAt, now))}</span>
        )}
      </p>
      {diff.length > 0 && (
        <p className="diff watched-diff" dir="auto">
          <Changes changes={diff} />
        </p>
      )}
    </div>
  );
}
