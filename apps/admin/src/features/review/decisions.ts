import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import type { ItemRow, Verdict, VerdictValue, ViewCounts } from '@throughline/schema';
import { useMemo, useSyncExternalStore } from 'react';
import { meQuery } from '../../app/session.ts';
import { undoStack } from '../../app/undo.ts';
import { api, failureOf } from '../../lib/api.ts';
import { Outbox, type Sent } from '../../lib/outbox.ts';
import { createStore } from '../../lib/store.ts';
import { topicsQuery } from '../topics/queries.ts';
import { patchVerdicts } from './queries.ts';
import { applyCommand, shownVerdict, type VerdictCommand } from './verdicts.ts';

/** What the desk answered to a decision that is now off the outbox; the screens hang themselves in. */
export const onSettled = createStore<Settled | null>(null);
export type Settled = (command: VerdictCommand, sent: Sent) => void;

function storage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** When a decision on an item last left here. */
const sentAt = new Map<number, number>();
const LATELY_MS = 10_000;

/** Whether this page itself decided on an item a moment ago, so that the desk's echo tells it nothing new. */
export const sentLately = (itemId: number): boolean => Date.now() - (sentAt.get(itemId) ?? 0) < LATELY_MS;

export const outbox = new Outbox<VerdictCommand>({
  send: async ({ commandId, command }) => {
    try {
      if (command.kind === 'undo') await api.verdicts.undo.mutate({ commandId, undoes: command.undoes });
      else {
        const { itemIds, topic, value, reason } = command;
        await api.verdicts.decide.mutate({ commandId, itemIds, topic, value, reason: reason ?? null });
      }
      return { kind: 'done' };
    } catch (error) {
      const failure = failureOf(error);
      const final = failure.kind === 'refused' || failure.kind === 'missing' || failure.kind === 'conflict';
      return final ? { kind: 'refused', reason: failure.message } : { kind: 'again' };
    }
  },
  settled: ({ command }, sent) => {
    for (const id of command.itemIds) sentAt.set(id, Date.now());
    onSettled.get()?.(command, sent);
  },
  storage: storage(),
  storageKey: 'throughline.outbox',
  later: (run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
});

/** Rows as the curator has decided on them, sent or not. */
export function useWithPending<T extends ItemRow>(rows: readonly T[]): readonly T[] {
  const waiting = useSyncExternalStore(outbox.subscribe, outbox.waiting);
  return useMemo(() => {
    if (waiting.length === 0) return rows;
    return rows.map((row) => {
      const verdicts = waiting.reduce((now, { command }) => applyCommand(row.id, now, command), row.verdicts);
      return verdicts === row.verdicts ? row : { ...row, verdicts };
    });
  }, [rows, waiting]);
}

/** Whether a decision on this item still waits to be sent. */
export const isWaiting = (itemId: number): boolean =>
  outbox.waiting().some(({ command }) => command.itemIds.includes(itemId));

interface Decision {
  rows: readonly ItemRow[];
  topic: string | null;
  value: VerdictValue;
  reason?: Verdict['reason'];
  /** For the undo list: "Relevant: Tariffs on textiles". */
  label: string;
  /** Told when it was taken back. */
  onUndone(): void;
}

/** Makes decisions: shown at once, sent by the outbox, put on the undo stack. */
export function useDecide(): (decision: Decision) => void {
  const queryClient = useQueryClient();
  return ({ rows, topic, value, reason = null, label, onUndone }) => {
    const itemIds = rows.map((row) => row.id);
    const before = rows.map((row) => row.verdicts.find((verdict) => verdict.topic === topic) ?? null);
    const by = queryClient.getQueryData(meQuery.queryKey)?.name ?? '';
    const at = new Date().toISOString();
    const commandId = crypto.randomUUID();
    outbox.put({ commandId, command: { kind: 'decide', itemIds, topic, value, reason, by, at } });
    const wasOpen = rows.filter((row) => shownVerdict(row.verdicts, topic) === null);
    countReviewed(queryClient, wasOpen, topic, -1);
    undoStack.push({
      label,
      undo: () => {
        const undo: VerdictCommand = { kind: 'undo', undoes: commandId, itemIds, topic, before };
        outbox.put({ commandId: crypto.randomUUID(), command: undo });
        countReviewed(queryClient, wasOpen, topic, 1);
        onUndone();
      },
    });
  };
}

/** Moves the counts at once; the desk's own figures replace them a moment later. */
function countReviewed(
  queryClient: QueryClient,
  rows: readonly ItemRow[],
  topic: string | null,
  by: 1 | -1,
): void {
  const queue = new Map(
    queryClient.getQueryData(topicsQuery.queryKey)?.map((t) => [t.id, t.definition.thresholds.queue]),
  );
  const isQueued = (tag: ItemRow['tags'][number]) =>
    tag.sampled === true || tag.score >= (queue.get(tag.topic) ?? 0.2);
  const queuedIn = (row: ItemRow, id: string) =>
    (topic === null || topic === id) && row.tags.some((tag) => tag.topic === id && isQueued(tag));
  queryClient.setQueryData<ViewCounts>(['counts'], (counts) => {
    if (counts === undefined) return counts;
    const move = (unreviewed: number, n: number) => Math.max(0, unreviewed + by * n);
    const queued = rows.filter((row) => row.tags.some(isQueued));
    return {
      ...counts,
      all: { ...counts.all, unreviewed: move(counts.all.unreviewed, queued.length) },
      topics: counts.topics.map((count) => ({
        ...count,
        unreviewed: move(count.unreviewed, rows.filter((row) => queuedIn(row, count.topic)).length),
      })),
    };
  });
}

/** Carries what the desk has taken over into what is held, so that nothing flickers when it leaves the outbox. */
export function settle(queryClient: QueryClient, command: VerdictCommand, sent: Sent): void {
  if (sent.kind === 'done') patchVerdicts(queryClient, (id, verdicts) => applyCommand(id, verdicts, command));
  else void queryClient.invalidateQueries({ queryKey: ['counts'] });
}
