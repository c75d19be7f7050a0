import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ItemRow, MarkKind, RejectReason, VerdictValue } from '@throughline/schema';
import { type RefObject, useState } from 'react';
import { useCommands } from '../../app/command-layer.tsx';
import { undoStack } from '../../app/undo.ts';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { preferences, setPreferences } from '../../lib/preferences.ts';
import { announce } from '../../ui/announce.tsx';
import { showToast } from '../../ui/toast.tsx';
import { topicsQuery } from '../topics/queries.ts';
import { ReasonPalette, SnoozePalette, TagPalette, ViewPalette } from './action-palettes.tsx';
import { isQueue, type ViewName, verdictTopic, viewSegment } from './address.ts';
import { hasMark } from './changes.ts';
import type { Chooser } from './choice.ts';
import { CitePalette } from './cite-palette.tsx';
import { useItemChanges } from './decisions.ts';
import { itemQuery, savedViewsQuery, storyItemsQuery } from './queries.ts';
import { safeAddress } from './readable.ts';
import { shownVerdict } from './verdicts.ts';

interface ReviewActionsProps {
  name: ViewName;
  rows: readonly ItemRow[];
  selected: number | null;
  chooser: Chooser;
  onSelect(id: number | null): void;
  onToggleStory(row: ItemRow, to?: boolean): void;
  onRefresh(): void;
  searchField: RefObject<HTMLInputElement | null>;
}

type OpenPalette = 'reason' | 'cite' | 'snooze' | 'tag' | 'views';

/** What the keys do in Review, and the palettes that some of them open. */
export function ReviewActions(props: ReviewActionsProps) {
  const { name, rows, selected, chooser, onSelect, onToggleStory, onRefresh, searchField } = props;
  const [open, setOpen] = useState<OpenPalette | null>(null);
  const topic = verdictTopic(name);
  const place = rows.findIndex((row) => row.id === selected);
  const queryClient = useQueryClient();
  const opened = selected === null ? undefined : queryClient.getQueryData(itemQuery(selected).queryKey);
  const row: ItemRow | undefined = rows[place] ?? opened;
  const goTo = (index: number) => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (next === undefined) return;
    onSelect(next.id);
    focusList();
  };
  const isOpen = (candidate: ItemRow) =>
    shownVerdict(candidate.verdicts, topic) === null && !chooser.choice.ids.has(candidate.id);
  const nextOpen = (from: number) => rows.findIndex((candidate, n) => n > from && isOpen(candidate));
  const targets = chooser.chosen.length > 0 ? chooser.chosen : row === undefined ? [] : [row];
  const actions = useActions(props, targets, () => {
    const next = nextOpen(place);
    if (next !== -1) goTo(next);
  });
  const extend = (step: 1 | -1) => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, place + step))];
    if (next === undefined) return;
    chooser.extend(selected, next.id);
    onSelect(next.id);
    focusList();
  };
  const ask = (palette: OpenPalette) => () => targets.length > 0 && setOpen(palette);
  const stepView = useStepView(name);
  const toggle = useToggles(name);
  const chooseStory = useChooseStory(props, row);
  useCommands({
    next: () => goTo(place + 1),
    previous: () => goTo(place === -1 ? 0 : place - 1),
    nextUnreviewed: () => nextOpen(place) !== -1 && goTo(nextOpen(place)),
    previousUnreviewed: () => {
      const before = rows.findLastIndex((candidate, n) => n < place && isOpen(candidate));
      if (before !== -1) goTo(before);
    },
    first: () => goTo(0),
    last: () => goTo(rows.length - 1),
    nextView: () => stepView(1),
    previousView: () => stepView(-1),
    chooseDown: () => extend(1),
    chooseUp: () => extend(-1),
    choose: () => row !== undefined && chooser.toggle(row.id),
    chooseStory,
    openStory: () => row !== undefined && onToggleStory(row, true),
    closeStory: () => {
      if (row === undefined) return;
      onToggleStory(row, false);
      // From a report one goes back to the row of its story.
      const standing = rows.find(
        (candidate) => candidate.story !== null && candidate.story.id === row.story?.id,
      );
      if (standing !== undefined) onSelect(standing.id);
    },
    relevant: () => actions.decide('relevant'),
    notRelevant: () => actions.decide('not_relevant'),
    notRelevantBecause: ask('reason'),
    star: () => actions.mark('starred'),
    doubt: () => actions.mark('doubted'),
    snooze: () => (targets.some(isAsleep) ? actions.mark('snoozed') : ask('snooze')()),
    tag: ask('tag'),
    cite: ask('cite'),
    open: () => (place === -1 ? goTo(0) : document.querySelector<HTMLElement>('.pane-scroll')?.focus()),
    original: () => openOriginal(row),
    scrollDown: () => scrollPane(1),
    scrollUp: () => scrollPane(-1),
    back: () => (chooser.choice.ids.size > 0 ? chooser.clear() : onSelect(null)),
    refresh: onRefresh,
    showReviewed: toggle.reviewed,
    groupStories: toggle.grouped,
    density: toggle.density,
    goView: () => setOpen('views'),
    search: () => searchField.current?.focus(),
  });
  const close = () => setOpen(null);
  switch (open) {
    case 'cite':
      return row === undefined ? null : <CitePalette item={row} onClose={close} />;
    case 'reason':
      return <ReasonPalette onPick={(reason) => actions.decide('not_relevant', reason)} onClose={close} />;
    case 'snooze':
      return <SnoozePalette onPick={(until) => actions.mark('snoozed', until)} onClose={close} />;
    case 'tag':
      return <TagPalette onPick={actions.tag} onClose={close} />;
    case 'views':
      return <ViewPalette onClose={close} />;
    case null:
      return null;
  }
}

const isAsleep = (row: ItemRow) =>
  row.marks.some(({ kind, until }) => kind === 'snoozed' && until !== null && Date.parse(until) > Date.now());

/** Decisions about the chosen rows or the one under the cursor; each can be undone and says so. */
function useActions(
  { name, chooser, onSelect }: ReviewActionsProps,
  targets: readonly ItemRow[],
  advance: () => void,
) {
  const m = useMessages();
  const changes = useItemChanges();
  const [first] = targets;
  const what = targets.length === 1 && first !== undefined ? first.title : m.review.items(targets.length);
  // The cursor goes back to what is open again.
  const step = (word: string) => ({
    rows: targets,
    label: m.review.decided(word, what),
    onUndone: () => first !== undefined && onSelect(first.id),
  });
  const done = (label: string) => {
    const entry = undoStack.entries().at(-1);
    showToast(label, {
      action: {
        label: m.undo,
        keyHint: 'z',
        run: () => {
          if (entry !== undefined && undoStack.undoEntry(entry)) announce(m.undone(label));
        },
      },
    });
    chooser.clear();
  };
  return {
    decide: (value: VerdictValue, reason?: RejectReason) => {
      if (first === undefined) return;
      const taken = step(value === 'relevant' ? m.review.relevant : m.review.notRelevant);
      const settles = name.kind === 'mark' && name.mark === 'doubted';
      changes.decide({ ...taken, topic: verdictTopic(name), value, reason: reason ?? null, settles });
      done(taken.label);
      advance();
    },
    mark: (kind: MarkKind, until: string | null = null) => {
      if (first === undefined) return;
      const on = until !== null || (kind !== 'snoozed' && targets.some((row) => !hasMark(row, kind)));
      const taken = step(on ? m.review.markOn[kind] : m.review.markOff[kind]);
      changes.mark(taken, kind, on, until);
      done(taken.label);
      // What was put off is out of the way.
      if (on && kind === 'snoozed') advance();
    },
    tag: ({ id, name: topic }: { id: string; name: string }) => {
      if (first === undefined) return;
      const taken = step(m.review.tagged(topic));
      changes.tag(taken, id);
      done(taken.label);
    },
  };
}

/** Chooses all reports of the story under the cursor, also those that this list does not hold. */
function useChooseStory(
  { rows, chooser, onToggleStory }: ReviewActionsProps,
  row: ItemRow | undefined,
): () => void {
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  return () => {
    if (row?.story == null) return;
    const { id } = row.story;
    onToggleStory(row, true);
    queryClient.fetchQuery(storyItemsQuery(id)).then(({ pages }) => {
      const reports = pages.flatMap((page) => page.rows.map((report) => report.id));
      const listed = rows.filter((candidate) => candidate.story?.id === id).map((candidate) => candidate.id);
      chooser.choose([...new Set([...listed, ...reports])]);
    }, notSaved);
  };
}

/** Screen readers follow the list's active option only while the list has the focus. */
function focusList(): void {
  const inPane = document.activeElement?.closest('.review-pane') ?? null;
  if (inPane === null) document.querySelector<HTMLElement>('.list')?.focus({ preventScroll: true });
}

function openOriginal(row: ItemRow | undefined): void {
  const href = safeAddress(row?.url);
  if (href !== null) window.open(href, '_blank', 'noopener,noreferrer');
}

function scrollPane(direction: 1 | -1): void {
  const pane = document.querySelector('.pane-scroll');
  pane?.scrollBy({ top: direction * (pane.clientHeight - 80), behavior: 'smooth' });
}

function useStepView(name: ViewName): (step: 1 | -1) => void {
  const navigate = useNavigate();
  const topics = useQuery(topicsQuery);
  const saved = useQuery(savedViewsQuery);
  const views: ViewName[] = [
    { kind: 'queue' },
    ...(topics.data ?? [])
      .filter((topic) => topic.enabled)
      .map((topic): ViewName => ({ kind: 'topic', topic: topic.id })),
    { kind: 'mark', mark: 'doubted' },
    { kind: 'mark', mark: 'starred' },
    { kind: 'mark', mark: 'snoozed' },
    ...(saved.data ?? []).map((view): ViewName => ({ kind: 'saved', saved: view.id })),
    { kind: 'everything' },
  ];
  return (step) => {
    const at = views.findIndex((view) => viewSegment(view) === viewSegment(name));
    const next = views[(at + step + views.length) % views.length];
    if (next !== undefined) void navigate({ to: '/review/$view', params: { view: viewSegment(next) } });
  };
}

function useToggles(name: ViewName) {
  const navigate = getRouteApi('/review/$view').useNavigate();
  return {
    reviewed: () => {
      if (!isQueue(name)) return;
      void navigate({
        search: ({ reviewed, ...rest }) => (reviewed === true ? rest : { ...rest, reviewed: true as const }),
      });
    },
    grouped: () =>
      void navigate({
        search: ({ flat, ...rest }) => (flat === true ? rest : { ...rest, flat: true as const }),
      }),
    density: () =>
      setPreferences({ density: preferences().density === 'compact' ? 'comfortable' : 'compact' }),
  };
}
