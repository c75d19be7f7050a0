import { Link } from '@tanstack/react-router';
import type { Source } from '@throughline/schema';
import { useFormat, useNow } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { saidIn } from '../../i18n/said.ts';
import { Button } from '../../ui/button.tsx';
import { useSourceActions } from './actions.ts';

export function SourceLine({ source }: { source: Source }) {
  const m = useMessages();
  const format = useFormat();
  const actions = useSourceActions(source);
  const paused = source.state === 'paused';
  return (
    <li className="source-line">
      <div className="source-name">
        <Link
          to="/sources"
          search={(before) => ({ ...before, source: source.id })}
          replace
          className="plain-link"
          dir="auto"
          aria-label={m.sources.details(source.title)}
        >
          {source.title}
        </Link>
        <span className="source-url soft small" dir="ltr">
          {source.url.replace(/^https?:\/\//, '')}
        </span>
      </div>
      <SourceHealth source={source} />
      <span className="source-items">
        {format.number(source.items)} <span className="source-label">{m.sources.items}</span>
      </span>
      <span className="source-actions">
        <Button
          look="plain"
          icon="refresh"
          aria-label={`${m.sources.pollNow}: ${source.title}`}
          disabled={paused}
          needs="curator"
          onClick={actions.pollNow}
        />
        <Button
          look="plain"
          icon={paused ? 'play' : 'pause'}
          aria-label={`${paused ? m.sources.resume : m.sources.pause}: ${source.title}`}
          needs="editor"
          onClick={() => actions.setPaused(!paused)}
        />
      </span>
    </li>
  );
}

/** The state in a word, the cause in a sentence, and when it was and will be looked at. */
export function SourceHealth({ source }: { source: Source }) {
  const m = useMessages();
  const format = useFormat();
  const now = useNow();
  const next =
    source.nextCheckAt === null
      ? null
      : Date.parse(source.nextCheckAt) <= now
        ? m.sources.due
        : format.relative(source.nextCheckAt, now);
  return (
    <div className="source-health">
      <span className="source-state" data-state={source.state}>
        {m.sources.state[source.state]}
        {source.since !== null && source.needsHand && (
          <span className="soft">, {m.sources.since(format.relative(source.since, now))}</span>
        )}
        {source.failures > 1 && <span className="soft">, {m.sources.failures(source.failures)}</span>}
      </span>
      {source.cause !== null && (
        <span className="source-cause" dir="auto">
          {saidIn(m, source.cause)}
        </span>
      )}
      <span className="soft small">
        {m.sources.last}:{' '}
        {source.lastCheckAt === null ? m.sources.never : format.relative(source.lastCheckAt, now)}
        {next !== null && source.state !== 'paused' && (
          <>
            {' · '}
            {m.sources.next}: {next}
          </>
        )}
      </span>
    </div>
  );
}
