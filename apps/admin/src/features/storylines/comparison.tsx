import { useQuery } from '@tanstack/react-query';
import type { StorylineDetail } from '@throughline/schema';
import { useMessages } from '../../i18n/messages.tsx';
import { Loading } from '../../ui/states.tsx';
import { Changes } from './changes.tsx';
import { comparisonQuery } from './queries.ts';

/** What came and went between a saved state and another one, or the piece as it stands. */
export function Comparison({
  storyline,
  from,
  to,
}: {
  storyline: StorylineDetail;
  from: number;
  to?: number | undefined;
}) {
  const m = useMessages();
  const { data } = useQuery(comparisonQuery(storyline.id, from, storyline.revision, to));
  if (data === undefined) return <Loading label={m.loading} />;
  const { headline, standfirst, sections, claims } = data;
  const differing = sections.filter((section) => section.kind !== 'same' || section.moved);
  const head = [headline, standfirst].filter((changes) => changes.some(({ kind }) => kind !== 'same'));
  const newClaims = claims.added.length + claims.removed.length;
  if (differing.length + head.length + newClaims === 0)
    return <p className="soft">{m.storylines.historySame}</p>;
  return (
    <div className="diff" dir="auto">
      {head.map((changes) => (
        <p key={changes.map(({ text }) => text).join('')}>
          <Changes changes={changes} />
        </p>
      ))}
      {differing.map((section) => (
        <section key={section.id}>
          {section.kind === 'added' && <p className="soft">{m.storylines.historyAdded}</p>}
          {section.kind === 'removed' && <p className="soft">{m.storylines.historyGone}</p>}
          {section.moved && <p className="soft">{m.storylines.historyMoved}</p>}
          <strong>
            <Changes changes={section.title} />
          </strong>
          <p>
            <Changes changes={section.text} />
          </p>
        </section>
      ))}
      {newClaims > 0 && <p>{m.storylines.historyClaims(claims.added.length, claims.removed.length)}</p>}
    </div>
  );
}
