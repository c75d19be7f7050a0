import { useQuery } from '@tanstack/react-query';
import type { Topic } from '@throughline/schema';
import { Fragment, useMemo, useState } from 'react';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Loading } from '../../ui/states.tsx';
import { diffTexts, type Piece } from './diff.ts';
import { topicVersionsQuery } from './queries.ts';
import { useOpenRules } from './use-open-rules.ts';

/** Every saved state of a topic's rules, what it changed, and the way back to it. */
export function TopicVersions({ topic }: { topic: Topic }) {
  const m = useMessages();
  const versions = useQuery(topicVersionsQuery(topic.id));
  const format = useFormat();
  const openRules = useOpenRules();
  const [open, setOpen] = useState<number | null>(topic.version);
  if (versions.data === undefined) {
    return versions.error === null ? (
      <Loading label={m.loading} />
    ) : (
      <QueryProblem error={versions.error} retry={() => void versions.refetch()} />
    );
  }
  const list = versions.data;
  const restore = (text: string) => void openRules(topic.id, { text, version: topic.version });
  return (
    <ul className="topic-versions">
      {list.map((version, index) => (
        <li key={version.version}>
          <div className="row">
            <strong>{m.topics.edit.version(version.version)}</strong>
            <span className="soft small">
              {format.dateTime(version.at)} · {version.by ?? m.topics.edit.cameWithDesk}
            </span>
            <span className="row topic-version-actions">
              {list[index + 1] !== undefined && (
                <Button
                  look="plain"
                  aria-expanded={open === version.version}
                  onClick={() => setOpen(open === version.version ? null : version.version)}
                >
                  {m.topics.edit.changes}
                </Button>
              )}
              {version.version !== topic.version && (
                <Button onClick={() => restore(version.text)}>{m.topics.edit.restore}</Button>
              )}
            </span>
          </div>
          {open === version.version && list[index + 1] !== undefined && (
            <Difference before={list[index + 1]?.text ?? ''} after={version.text} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Difference({ before, after }: { before: string; after: string }) {
  const m = useMessages();
  const pieces = useMemo(() => {
    let at = 0;
    return shortened(diffTexts(before, after)).map((piece) => ({ ...piece, at: at++ }));
  }, [before, after]);
  if (pieces.every((piece) => piece.kind === 'same'))
    return <p className="soft small">{m.topics.edit.unchanged}</p>;
  return (
    <pre className="rule-diff" dir="ltr">
      {pieces.map(({ kind, text, at }) =>
        kind === 'same' ? (
          <Fragment key={at}>{text}</Fragment>
        ) : kind === 'removed' ? (
          <del key={at}>{text}</del>
        ) : (
          <ins key={at}>{text}</ins>
        ),
      )}
    </pre>
  );
}

/** Lines that are kept around a change. */
const AROUND = 3;

/** Leaves out what is far from any change. */
function shortened(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index) => {
    const lines = piece.text.split('\n');
    if (piece.kind !== 'same' || lines.length <= 2 * AROUND + 1) return piece;
    const head = index === 0 ? [] : lines.slice(0, AROUND);
    const tail = index === pieces.length - 1 ? [] : lines.slice(-AROUND);
    return { ...piece, text: [...head, '…', ...tail].join('\n') };
  });
}
