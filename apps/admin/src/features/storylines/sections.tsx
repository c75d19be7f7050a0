import { useMutation } from '@tanstack/react-query';
import type { StorylineDetail } from '@throughline/schema';
import { useEffect, useState } from 'react';
import { undoStack } from '../../app/undo.ts';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Loading } from '../../ui/states.tsx';
import { showToast } from '../../ui/toast.tsx';
import { storylinesApi } from './api.ts';
import { useEditing } from './editing.ts';
import { SectionEditor } from './section-editor.tsx';
import { useWhenSaved } from './use-when-saved.ts';

type Section = StorylineDetail['sections'][number];

/** The chapters, in their order, with what moves, removes and adds them. */
export function Sections({ storyline }: { storyline: StorylineDetail }) {
  const m = useMessages();
  const editing = useEditing();
  const actions = useSectionActions(storyline);
  const shown = useGrowing(storyline.sections.length);
  const ids = storyline.sections.map((section) => section.id).join(' ');
  useEffect(() => {
    const order = ids.split(' ').filter(Boolean).map(Number);
    editing.order(order);
    // Items go to the first section until the cursor says otherwise.
    editing.section.set((now) => (now !== null && order.includes(now) ? now : (order[0] ?? null)));
  }, [editing, ids]);
  return (
    <>
      {storyline.sections.slice(0, shown).map((section, place) => (
        <SectionEditor
          key={section.id}
          storyline={storyline}
          section={section}
          place={place}
          last={place === storyline.sections.length - 1}
          onMove={(to) => actions.move(section, place, to)}
          onDropped={(from) => {
            const dragged = storyline.sections[from];
            if (dragged !== undefined && from !== place) void actions.move(dragged, from, place);
          }}
          onRemove={() => actions.remove(section, place)}
        />
      ))}
      {shown < storyline.sections.length && <Loading label={m.loading} />}
      <Button look="plain" icon="add" className="section-add" onClick={actions.add}>
        {m.storylines.addSection}
      </Button>
    </>
  );
}

/** So many sections are there at once; those of a piece of two hundred pages follow, twice as many each time. */
const FIRST = 6;

function useGrowing(total: number): number {
  const [shown, setShown] = useState(FIRST);
  useEffect(() => {
    if (shown === Number.POSITIVE_INFINITY) return;
    const timer = setTimeout(() => setShown(shown < total ? shown * 2 : Number.POSITIVE_INFINITY));
    return () => clearTimeout(timer);
  }, [shown, total]);
  return shown;
}

function useSectionActions(storyline: StorylineDetail) {
  const m = useMessages();
  const editing = useEditing();
  const whenSaved = useWhenSaved();
  const notSaved = useNotSaved();
  const change = useMutation({
    mutationFn: (send: () => Promise<StorylineDetail>) => send(),
    onSuccess: (after) => editing.keep(after),
    onError: notSaved,
  });
  const run = (send: () => Promise<StorylineDetail>) => change.mutateAsync(send).catch(() => undefined);
  const titleOf = (section: Section, place: number) =>
    section.title === '' ? m.review.untitledSection(place + 1) : section.title;
  return {
    add: async () => {
      const after = await run(() => storylinesApi.addSection(storyline.id));
      const added = after?.sections.at(-1);
      if (added === undefined) return;
      undoStack.push({
        label: m.storylines.addSection,
        undo: async () => void (await run(() => storylinesApi.removeSection(added.id))),
      });
      requestAnimationFrame(() => document.getElementById(`section-title-${added.id}`)?.focus());
    },
    move: async (section: Section, from: number, to: number) => {
      await run(() => storylinesApi.moveSection(section.id, to));
      const label = m.storylines.sectionMoved(titleOf(section, from), to + 1, storyline.sections.length);
      undoStack.push({
        label,
        undo: async () => void (await run(() => storylinesApi.moveSection(section.id, from))),
      });
      announce(label);
    },
    remove: (section: Section, place: number) =>
      whenSaved(async () => {
        const after = await run(() => storylinesApi.removeSection(section.id));
        if (after === undefined) return;
        const label = m.storylines.sectionRemoved(titleOf(section, place));
        const entry = {
          label,
          undo: async () => void (await run(() => storylinesApi.restoreSection(section.id))),
        };
        undoStack.push(entry);
        showToast(label, {
          action: { label: m.undo, run: () => void undoStack.undoEntry(entry) },
        });
      }),
  };
}
