import { useQuery } from '@tanstack/react-query';
import type { StorylineDetail, StorylinePatch } from '@throughline/schema';
import { useEffect, useState } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { TopicName } from '../../ui/topic.tsx';
import { topicsQuery } from '../topics/queries.ts';
import { storylinesApi } from './api.ts';
import { Conflict } from './conflict.tsx';
import { useEditing, usePart } from './editing.ts';
import { HeroFields } from './hero-fields.tsx';
import { withoutSaved } from './patch.ts';

/** Languages that a piece is written in here; another one that a storyline has stays in the list. */
const LANGUAGES = ['en', 'ur', 'ar', 'fr', 'fa', 'ps', 'hi', 'es', 'de', 'ru', 'zh', 'tr'];

type Change = (patch: StorylinePatch) => void;
interface PartProps {
  storyline: StorylineDetail;
  draft: StorylinePatch;
  change: Change;
}

/** Headline, standfirst and what stands around them. What is typed wins over what the desk says until it is saved. */
export function Head({ storyline }: { storyline: StorylineDetail }) {
  const editing = useEditing();
  const [part, state] = usePart<StorylinePatch, StorylineDetail>({
    key: 'head',
    held: storyline,
    send: (patch, { id, revision }) => storylinesApi.update(id, revision, patch),
    heldIn: (after) => after,
  });
  const { autosave } = part;
  const [draft, setDraft] = useState<StorylinePatch>(() => autosave.unsaved() ?? {});
  useEffect(() => {
    part.onSaved = (patch) => setDraft((now) => withoutSaved(now, patch));
    return () => {
      part.onSaved = null;
    };
  }, [part]);
  const change: Change = (patch) => {
    // What this edit is made on; later states of our own follow by the answers.
    if (!autosave.dirty()) part.held = editing.current() ?? storyline;
    setDraft((now) => ({ ...now, ...patch }));
    if (patch.headline?.trim() !== '') autosave.change(patch);
  };
  return (
    <header className="piece-head">
      {state === 'conflict' && (
        <Conflict
          onTheirs={async () => {
            await editing.reread();
            setDraft({});
            await autosave.settle('theirs');
          }}
          onMine={async () => {
            part.held = await editing.reread();
            await autosave.settle('mine');
          }}
        />
      )}
      <Headline storyline={storyline} draft={draft} change={change} />
      <Lines storyline={storyline} draft={draft} change={change} />
      <Details storyline={storyline} draft={draft} change={change} />
    </header>
  );
}

function Headline({ storyline, draft, change }: PartProps) {
  const m = useMessages();
  return (
    <>
      <textarea
        className="piece-headline"
        dir="auto"
        rows={1}
        aria-label={m.storylines.headline}
        placeholder={m.storylines.headline}
        maxLength={300}
        value={draft.headline ?? storyline.headline}
        onChange={(event) => change({ headline: event.target.value.replaceAll('\n', ' ') })}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <textarea
        className="piece-standfirst"
        dir="auto"
        rows={2}
        aria-label={m.storylines.standfirst}
        placeholder={m.storylines.standfirstPlaceholder}
        maxLength={2000}
        value={draft.standfirst ?? storyline.standfirst}
        onChange={(event) => change({ standfirst: event.target.value })}
      />
    </>
  );
}

function Lines({ storyline, draft, change }: PartProps) {
  const m = useMessages();
  const names = (draft.bylines ?? storyline.bylines).join(', ');
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div className="piece-lines">
      <label className="field">
        <span>{m.storylines.byline}</span>
        <input
          className="input"
          dir="auto"
          placeholder={m.storylines.bylinePlaceholder}
          value={typed ?? names}
          onChange={(event) => {
            setTyped(event.target.value);
            change({
              bylines: event.target.value
                .split(/[,،]/)
                .map((name) => name.trim())
                .filter(Boolean),
            });
          }}
          onBlur={() => setTyped(null)}
        />
      </label>
      <label className="field">
        <span>{m.storylines.dateline}</span>
        <input
          className="input"
          dir="auto"
          placeholder={m.storylines.datelinePlaceholder}
          maxLength={200}
          value={draft.dateline ?? storyline.dateline ?? ''}
          onChange={(event) => change({ dateline: event.target.value })}
        />
      </label>
      <label className="field">
        <span>{m.storylines.date}</span>
        <input
          className="input"
          type="date"
          value={(draft.date === undefined ? storyline.date : draft.date) ?? ''}
          onChange={(event) => change({ date: event.target.value === '' ? null : event.target.value })}
        />
      </label>
    </div>
  );
}

function Details({ storyline, draft, change }: PartProps) {
  const m = useMessages();
  const format = useFormat();
  const topics = useQuery(topicsQuery);
  const language = draft.language ?? storyline.language;
  const chosen = draft.topics ?? storyline.topics.map((topic) => topic.id);
  return (
    <details className="piece-details">
      <summary>{m.storylines.details}</summary>
      <div className="piece-details-body">
        <label className="field">
          <span>{m.storylines.language}</span>
          <select
            className="input"
            value={language}
            onChange={(event) => change({ language: event.target.value })}
          >
            {[...new Set([language, ...LANGUAGES])].map((code) => (
              <option key={code} value={code}>
                {format.language(code)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{m.storylines.statusLabel}</span>
          <select
            className="input"
            value={draft.status ?? storyline.status}
            onChange={(event) => {
              const status = STATUSES.find((known) => known === event.target.value);
              if (status !== undefined) change({ status });
            }}
          >
            {STATUSES.map((status) => (
              <option key={status} value={status}>
                {m.storylines.status[status]}
              </option>
            ))}
          </select>
        </label>
        <HeroFields
          hero={draft.hero === undefined ? storyline.hero : draft.hero}
          onChange={(hero) => change({ hero })}
        />
        <fieldset className="piece-topics">
          <legend>{m.nav.topics}</legend>
          {topics.data?.map((topic) => (
            <label key={topic.id}>
              <input
                type="checkbox"
                checked={chosen.includes(topic.id)}
                onChange={(event) =>
                  change({
                    topics: event.target.checked
                      ? [...chosen, topic.id]
                      : chosen.filter((id) => id !== topic.id),
                  })
                }
              />
              <TopicName colour={topic.colour}>{topic.name}</TopicName>
            </label>
          ))}
        </fieldset>
      </div>
    </details>
  );
}

const STATUSES = ['open', 'dormant', 'closed'] as const;
