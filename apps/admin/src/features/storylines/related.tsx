import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { LinkKind, StorylineDetail, StorylineLinks } from '@throughline/schema';
import { useDeferredValue, useState } from 'react';
import { undoStack } from '../../app/undo.ts';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { textAttributes } from '../../lib/language.ts';
import { useStore } from '../../lib/store.ts';
import { Button } from '../../ui/button.tsx';
import { Loading } from '../../ui/states.tsx';
import { showToast } from '../../ui/toast.tsx';
import { storylinesApi } from './api.ts';
import { useEditing } from './editing.ts';
import { linksQuery, pointsQuery, storylinesQuery } from './queries.ts';
import { useWhenSaved } from './use-when-saved.ts';

/** Other storylines: what this one contains and follows, and what they have claimed that it can use. */
export function Related({ storyline }: { storyline: StorylineDetail }) {
  const m = useMessages();
  return (
    <aside className="material" aria-labelledby="related">
      <h2 id="related">{m.storylines.side.related}</h2>
      <Links id={storyline.id} />
      <Points storyline={storyline} />
    </aside>
  );
}

const GROUPS: readonly { name: keyof StorylineLinks; kind: LinkKind; outward: boolean }[] = [
  { name: 'contains', kind: 'contains', outward: true },
  { name: 'partOf', kind: 'contains', outward: false },
  { name: 'follows', kind: 'follows', outward: true },
  { name: 'followedBy', kind: 'follows', outward: false },
];

function Links({ id }: { id: number }) {
  const m = useMessages();
  const words = m.storylines.related;
  const { data } = useQuery(linksQuery(id));
  const link = useLink(id);
  if (data === undefined) return <Loading label={m.loading} />;
  return (
    <>
      {GROUPS.filter(({ name }) => data[name].length > 0).map(({ name, kind, outward }) => (
        <section key={name} aria-labelledby={`related-${name}`}>
          <h3 id={`related-${name}`} className="small">
            {words[name]}
          </h3>
          <ul>
            {data[name].map((other) => (
              <li key={other.id} className="claim-line">
                <div className="claim-text">
                  <Link to="/storylines/$id" params={{ id: String(other.id) }} dir="auto">
                    {other.headline}
                  </Link>
                  {other.status !== 'open' && (
                    <span className="soft">{m.storylines.status[other.status]}</span>
                  )}
                </div>
                <Button
                  look="plain"
                  icon="cross"
                  aria-label={words.untie(other.headline)}
                  onClick={() =>
                    link({ from: outward ? id : other.id, to: outward ? other.id : id, kind, on: false })
                  }
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <LinkForm id={id} onLink={(to, kind) => link({ from: id, to, kind, on: true })} />
    </>
  );
}

function LinkForm({ id, onLink }: { id: number; onLink(to: number, kind: LinkKind): void }) {
  const m = useMessages();
  const words = m.storylines.related;
  const storylines = useQuery(storylinesQuery);
  const [kind, setKind] = useState<LinkKind>('follows');
  const [to, setTo] = useState('');
  const others = storylines.data?.filter((other) => other.id !== id) ?? [];
  if (others.length === 0) return <p className="soft small">{words.alone}</p>;
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        onLink(Number(to), kind);
        setTo('');
      }}
    >
      <select
        className="input"
        aria-label={words.how}
        value={kind}
        onChange={(event) => setKind(event.target.value === 'contains' ? 'contains' : 'follows')}
      >
        <option value="follows">{words.follows}</option>
        <option value="contains">{words.contains}</option>
      </select>
      <select
        className="input related-other"
        aria-label={words.which}
        value={to}
        onChange={(event) => setTo(event.target.value)}
      >
        <option value="">{words.which}</option>
        {others.map((other) => (
          <option key={other.id} value={other.id}>
            {other.headline}
          </option>
        ))}
      </select>
      <Button type="submit" disabled={to === ''}>
        {words.tie}
      </Button>
    </form>
  );
}

function useLink(id: number) {
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  const { mutate } = useMutation({
    mutationFn: (link: { from: number; to: number; kind: LinkKind; on: boolean }) =>
      api.storylines.link.mutate(link),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['storylines', 'links', id] }),
    onError: notSaved,
  });
  return mutate;
}

function Points({ storyline }: { storyline: StorylineDetail }) {
  const m = useMessages();
  const words = m.storylines.related;
  const format = useFormat();
  const [q, setQ] = useState('');
  const search = useDeferredValue(q.trim());
  const { data } = useQuery(pointsQuery(storyline.id, storyline.revision, search));
  const take = useTakePoint(storyline);
  return (
    <section aria-labelledby="points">
      <h3 id="points" className="small">
        {words.points}
      </h3>
      <p className="soft small">{words.pointsLead}</p>
      <input
        className="input"
        type="search"
        dir="auto"
        aria-label={words.pointsSearch}
        placeholder={words.pointsSearch}
        value={q}
        onChange={(event) => setQ(event.target.value)}
      />
      {data === undefined && <Loading label={m.loading} />}
      {data?.length === 0 && <p className="soft small">{words.pointsNone}</p>}
      <ul>
        {data?.map((point) => (
          <li key={point.claimId} className="claim-line">
            <div className="claim-text">
              <span {...textAttributes(point.language)}>{point.text}</span>
              <span className="soft">
                {m.storylines.claimKinds[point.kind]}, {m.storylines.claimSources(point.citations)};{' '}
                <bdi>{format.list(point.uses.map(({ headline }) => headline))}</bdi>
              </span>
            </div>
            <Button
              look="plain"
              icon="add"
              aria-label={words.usePoint(point.text)}
              onClick={() => take(point.claimId)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Puts a point at the end of the section with the cursor, with undo. */
function useTakePoint(storyline: StorylineDetail): (claimId: number) => void {
  const m = useMessages();
  const editing = useEditing();
  const whenSaved = useWhenSaved();
  const notSaved = useNotSaved();
  const cursor = useStore(editing.section);
  const { mutate } = useMutation({
    mutationFn: async (claimId: number) => {
      const section = storyline.sections.find(({ id }) => id === cursor) ?? storyline.sections[0];
      if (section === undefined) throw new Error('the storyline has no section');
      return { ...(await storylinesApi.usePoint(section.id, claimId)), section };
    },
    onSuccess: ({ claimId, storyline: after, section }) => {
      editing.keep(after);
      const blocksIn = (storyline: StorylineDetail) =>
        storyline.sections.find(({ id }) => id === section.id)?.blocks ?? [];
      const added = JSON.stringify(blocksIn(after).at(-1));
      const entry = {
        label: m.storylines.related.pointUsed,
        // Takes the point's own paragraph back, if it still stands as it came, and leaves what was written since.
        undo: () =>
          whenSaved(async () => {
            const now = await storylinesApi.removeClaim(claimId).catch(notSaved);
            const version = now?.sections.find(({ id }) => id === section.id)?.version;
            if (!now || version === undefined) return;
            const blocks = blocksIn(now).filter((block) => JSON.stringify(block) !== added);
            const back = await storylinesApi.updateSection(section.id, version, { blocks }).catch(notSaved);
            if (back) editing.keep(back);
          }),
      };
      undoStack.push(entry);
      showToast(entry.label, { action: { label: m.undo, run: () => void undoStack.undoEntry(entry) } });
    },
    onError: notSaved,
  });
  return (claimId) => void whenSaved(() => mutate(claimId));
}
