import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { StoryDetail, StoryReport } from '@throughline/schema';
import { useState } from 'react';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { textAttributes } from '../../lib/language.ts';
import { Button } from '../../ui/button.tsx';
import { Loading } from '../../ui/states.tsx';
import { HistoryLink } from '../record/history-link.tsx';
import { Work } from '../work/work.tsx';
import { useCurate } from './actions.ts';
import { MergeChoice } from './merge-choice.tsx';
import { storyQuery } from './queries.ts';
import './stories.css';

const route = getRouteApi('/stories/$id');

/** One story: who reported it, who only repeated it, and the means to say that the machine is wrong. */
export function StoryPage() {
  const m = useMessages();
  const { id } = route.useParams();
  const story = useQuery(storyQuery(id));
  if (story.data !== undefined) return <Story key={story.data.id} story={story.data} />;
  return (
    <div className="page stories">
      {story.error !== null ? (
        <QueryProblem error={story.error} retry={() => void story.refetch()} />
      ) : (
        <Loading label={m.loading} />
      )}
    </div>
  );
}

function Story({ story }: { story: StoryDetail }) {
  const m = useMessages();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const curate = useCurate((id) => {
    setChosen(new Set());
    void navigate({ to: '/stories/$id', params: { id } });
  });
  const toggle = (id: number) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const split = () =>
    curate.mutate({
      command: { kind: 'split', commandId: crypto.randomUUID(), story: story.id, itemIds: [...chosen] },
      label: m.stories.didSplit(chosen.size),
    });
  return (
    <div className="page stories story">
      <header className="story-head">
        <Link to="/stories" className="soft">
          {m.stories.title}
        </Link>
        <Headline
          story={story}
          rename={(headline) =>
            curate.mutate({
              command: { kind: 'rename', commandId: crypto.randomUUID(), story: story.id, headline },
              label: m.stories.didRename,
            })
          }
        />
        <p className="story-facts">
          <span>{m.stories.counts(story.reports, story.independent)}</span>
          <Span story={story} />
        </p>
      </header>
      <div className="story-tools">
        <Button
          needs="curator"
          disabled={chosen.size === 0 || chosen.size === story.members.length}
          onClick={split}
        >
          {m.stories.split(chosen.size)}
        </Button>
        <MergeChoice
          story={story.id}
          onChoose={(other) =>
            curate.mutate({
              command: { kind: 'merge', commandId: crypto.randomUUID(), into: story.id, from: other.id },
              label: m.stories.didMerge(other.headline),
            })
          }
        />
        <HistoryLink object="story" id={story.id} />
      </div>
      <Origins story={story} chosen={chosen} toggle={toggle} />
      <Work object="story" id={story.id} />
    </div>
  );
}

function Span({ story }: { story: StoryDetail }) {
  const m = useMessages();
  const format = useFormat();
  return <span>{m.stories.span(format.dateTime(story.firstAt), format.dateTime(story.lastAt))}</span>;
}

/** The headline, which a curator may put in better words. */
function Headline({ story, rename }: { story: StoryDetail; rename(headline: string): void }) {
  const m = useMessages();
  const [editing, setEditing] = useState(false);
  const [text, setText] = useState(story.headline);
  if (!editing) {
    return (
      <h1 className="story-title">
        <span dir="auto">{story.headline}</span>
        <Button needs="curator" look="plain" onClick={() => setEditing(true)}>
          {m.stories.rename}
        </Button>
      </h1>
    );
  }
  return (
    <form
      className="story-rename"
      onSubmit={(event) => {
        event.preventDefault();
        setEditing(false);
        if (text.trim() !== '' && text.trim() !== story.headline) rename(text.trim());
      }}
    >
      <input
        className="input"
        dir="auto"
        aria-label={m.stories.headline}
        maxLength={300}
        value={text}
        ref={(field) => field?.focus()}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && setEditing(false)}
      />
      <Button look="primary" type="submit">
        {m.stories.save}
      </Button>
    </form>
  );
}

interface OriginsProps {
  story: StoryDetail;
  chosen: ReadonlySet<number>;
  toggle(id: number): void;
}

/** Reports under the place that they came from; within it in order of time. */
function Origins({ story, chosen, toggle }: OriginsProps) {
  const m = useMessages();
  const byId = new Map(story.members.map((member) => [member.id, member]));
  const shown = new Set(story.origins.flatMap((origin) => origin.items));
  const rest = story.members.filter((member) => !shown.has(member.id));
  const groups = [
    ...story.origins.map(({ source, items }) => ({
      source,
      members: items.flatMap((id) => byId.get(id) ?? []),
    })),
    ...(rest.length > 0 ? [{ source: null, members: rest }] : []),
  ];
  return (
    <ol className="story-origins">
      {groups.map((group) => (
        <li key={group.members[0]?.id ?? 'none'} className="story-origin">
          <h2 dir="auto">{group.source ?? m.stories.unknownOrigin}</h2>
          <ul>
            {group.members.map((member) => (
              <Report key={member.id} report={member} chosen={chosen.has(member.id)} toggle={toggle} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Report({
  report,
  chosen,
  toggle,
}: {
  report: StoryReport;
  chosen: boolean;
  toggle(id: number): void;
}) {
  const m = useMessages();
  const format = useFormat();
  return (
    <li className="story-report" data-relation={report.relation}>
      <label className="story-check">
        <input type="checkbox" checked={chosen} onChange={() => toggle(report.id)} />
        <span className="hidden">{m.stories.choose(report.title)}</span>
      </label>
      <div>
        <Link
          to="/review/$view"
          params={{ view: 'everything' }}
          search={{ item: report.id }}
          className="plain-link"
          {...textAttributes(report.language)}
        >
          {report.title}
        </Link>
        <p className="story-facts">
          <span dir="auto">{report.publisher}</span>
          <time dateTime={report.at}>{format.dateTime(report.at)}</time>
          {report.relation !== 'independent' && (
            <span className="story-relation">{m.stories.relations[report.relation]}</span>
          )}
          <span>{report.reasons.join('; ')}</span>
        </p>
      </div>
    </li>
  );
}
