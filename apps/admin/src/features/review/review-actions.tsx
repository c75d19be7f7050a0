import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ItemRow, RejectReason, VerdictValue } from '@throughline/schema';
import { type RefObject, useState } from 'react';
import { useCommands } from '../../app/command-layer.tsx';
import { undoStack } from '../../app/undo.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { announce } from '../../ui/announce.tsx';
import { Palette } from '../../ui/palette.tsx';
import { showToast } from '../../ui/toast.tsx';
import { topicsQuery } from '../topics/queries.ts';
import { type ReviewSearch, type ViewName, verdictTopic, viewSegment } from './address.ts';
import { CitePalette } from './cite-palette.tsx';
import { useDecide } from './decisions.ts';
import { itemQuery } from './queries.ts';
import { safeAddress } from './readable.ts';
import { shownVerdict } from './verdicts.ts';

interface ReviewActionsProps {
  name: ViewName;
  search: ReviewSearch;
  rows: readonly ItemRow[];
  selected: number | null;
  onSelect(id: number | null): void;
  onRefresh(): void;
  searchField: RefObject<HTMLInputElement | null>;
}

const REASONS: readonly RejectReason[] = ['wrong_sense', 'wrong_place', 'too_minor', 'duplicate', 'other'];

/** What the keys do in Review, and the two palettes that some of them open. */
export function ReviewActions(props: ReviewActionsProps) {
  const { name, rows, selected, onSelect, onRefresh, searchField } = props;
  const m = useMessages();
  const [open, setOpen] = useState<'reason' | 'cite' | null>(null);
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
  const isOpen = (candidate: ItemRow) => shownVerdict(candidate.verdicts, topic) === null;
  const decide = useDecisions(props, row, () => {
    const next = rows.findIndex((candidate, n) => n > place && isOpen(candidate));
    if (next !== -1) goTo(next);
  });
  const stepView = useStepView(name);
  const toggleReviewed = useToggleReviewed(name);
  useCommands({
    next: () => goTo(place + 1),
    previous: () => goTo(place === -1 ? 0 : place - 1),
    nextUnreviewed: () => {
      const next = rows.findIndex((candidate, n) => n > place && isOpen(candidate));
      if (next !== -1) goTo(next);
    },
    previousUnreviewed: () => {
      const before = rows.findLastIndex((candidate, n) => n < place && isOpen(candidate));
      if (before !== -1) goTo(before);
    },
    first: () => goTo(0),
    last: () => goTo(rows.length - 1),
    nextView: () => stepView(1),
    previousView: () => stepView(-1),
    relevant: () => decide('relevant'),
    notRelevant: () => decide('not_relevant'),
    notRelevantBecause: () => row !== undefined && setOpen('reason'),
    cite: () => row !== undefined && setOpen('cite'),
    open: () => (place === -1 ? goTo(0) : document.querySelector<HTMLElement>('.pane-scroll')?.focus()),
    original: () => openOriginal(row),
    scrollDown: () => scrollPane(1),
    scrollUp: () => scrollPane(-1),
    back: () => onSelect(null),
    refresh: onRefresh,
    showReviewed: toggleReviewed,
    search: () => searchField.current?.focus(),
  });
  const close = () => setOpen(null);
  if (open === 'cite' && row !== undefined) return <CitePalette item={row} onClose={close} />;
  if (open !== 'reason') return null;
  return (
    <Palette
      label={m.review.reasonTitle}
      placeholder={m.review.reasonPlaceholder}
      nothing={m.commands.paletteNothing}
      choices={REASONS.map((reason) => ({
        id: reason,
        label: m.review.reasons[reason],
        run: () => decide('not_relevant', reason),
      }))}
      onClose={close}
    />
  );
}

function useDecisions({ name, onSelect }: ReviewActionsProps, row: ItemRow | undefined, advance: () => void) {
  const m = useMessages();
  const send = useDecide();
  return (value: VerdictValue, reason?: RejectReason) => {
    if (row === undefined) return;
    const word = value === 'relevant' ? m.review.relevant : m.review.notRelevant;
    const label = m.review.decided(word, row.title);
    send({
      rows: [row],
      topic: verdictTopic(name),
      value,
      reason: reason ?? null,
      label,
      // The cursor goes back to what is open again.
      onUndone: () => onSelect(row.id),
    });
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
    advance();
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
  const views: ViewName[] = [
    { kind: 'queue' },
    ...(topics.data ?? [])
      .filter((topic) => topic.enabled)
      .map((topic): ViewName => ({ kind: 'topic', topic: topic.id })),
    { kind: 'everything' },
  ];
  return (step) => {
    const at = views.findIndex((view) => viewSegment(view) === viewSegment(name));
    const next = views[(at + step + views.length) % views.length];
    if (next !== undefined) void navigate({ to: '/review/$view', params: { view: viewSegment(next) } });
  };
}

function useToggleReviewed(name: ViewName): () => void {
  const navigate = getRouteApi('/review/$view').useNavigate();
  return () => {
    if (name.kind !== 'queue' && name.kind !== 'topic') return;
    void navigate({
      search: ({ reviewed, ...rest }) => (reviewed === true ? rest : { ...rest, reviewed: true as const }),
    });
  };
}
