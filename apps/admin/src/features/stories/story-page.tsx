import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { StoryDetail } from '@throughline/schema';
import { useState } from 'react';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Loading } from '../../ui/states.tsx';
import { HistoryLink } from '../record/history-link.tsx';
import { Work } from '../work/work.tsx';
import { useCurate } from './actions.ts';
import { storyQuery } from './queries.ts';
import { StoryChoice } from './story-choice.tsx';
import { StoryLinks } from './story-links.tsx';
import { StoryOrigins } from './story-origins.tsx';
import { StoryTimeline } from './story-timeline.tsx';
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
          <span>{m.stories.phases[story.phase]}</span>
        </p>
        <Names story={story} />
      </header>
      <div className="story-tools">
        <Button
          needs="curator"
          disabled={chosen.size === 0 || chosen.size === story.members.length}
          onClick={split}
        >
          {m.stories.split(chosen.size)}
        </Button>
        <StoryChoice
          story={story.id}
          label={m.stories.move}
          question={m.stories.moveWhich}
          disabled={chosen.size !== 1}
          onChoose={(other) => {
            const [itemId] = chosen;
            if (itemId === undefined) return;
            curate.mutate({
              command: { kind: 'move', commandId: crypto.randomUUID(), itemId, to: other.id },
              label: m.stories.didMove(other.headline),
            });
          }}
        />
        <StoryChoice
          story={story.id}
          label={m.stories.merge}
          question={m.stories.mergeWhich}
          onChoose={(other) =>
            curate.mutate({
              command: { kind: 'merge', commandId: crypto.randomUUID(), into: story.id, from: other.id },
              label: m.stories.didMerge(other.headline),
            })
          }
        />
        <HistoryLink object="story" id={story.id} />
      </div>
      <StoryLinks story={story.id} links={story.links} />
      <StoryTimeline story={story} />
      <StoryOrigins story={story} chosen={chosen} toggle={toggle} />
      <Work object="story" id={story.id} />
    </div>
  );
}

function Span({ story }: { story: StoryDetail }) {
  const m = useMessages();
  const format = useFormat();
  return <span>{m.stories.span(format.dateTime(story.firstAt), format.dateTime(story.lastAt))}</span>;
}

/** Whom it names, each a way into Review. */
function Names({ story }: { story: StoryDetail }) {
  const m = useMessages();
  if (story.entities.length === 0) return null;
  return (
    <ul className="story-names" aria-label={m.stories.names}>
      {story.entities.slice(0, 12).map(({ id, name, reports }) => (
        <li key={id}>
          <Link
            to="/review/$view"
            params={{ view: 'everything' }}
            search={{ q: `entity:"${name}"` }}
            title={m.stories.named(name, reports)}
          >
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
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
