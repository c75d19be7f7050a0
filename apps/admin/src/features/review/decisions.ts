import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import type {
  ItemRow,
  MarkKind,
  Verdict,
  VerdictConflict,
  VerdictValue,
  ViewCounts,
} from '@throughline/schema';
import { useMemo, useSyncExternalStore } from 'react';
import { meQuery } from '../../app/session.ts';
import { undoStack } from '../../app/undo.ts';
import { api, failureOf } from '../../lib/api.ts';
import { Outbox, type Sent } from '../../lib/outbox.ts';
import { createStore } from '../../lib/store.ts';
import { topicsQuery } from '../topics/queries.ts';
import { applyTo, type Changeable, hasMark, type ItemCommand, marksBefore } from './changes.ts';
import { patchItems, refreshItems } from './queries.ts';
import { shownVerdict } from './verdicts.ts';

/** What the desk answered to a command that is now off the outbox; the screens hang themselves in. */
export const onSettled = createStore<Settled | null>(null);
export type Settled = (command: ItemCommand, sent: Sent, conflicts: readonly VerdictConflict[]) => void;

function storage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** When a command about an item last left here. */
const sentAt = new Map<number, number>();
const LATELY_MS = 10_000;

/** Whether this page itself changed an item a moment ago, so that the desk's echo tells it nothing new. */
export const sentLately = (itemId: number): boolean => Date.now() - (sentAt.get(itemId) ?? 0) < LATELY_MS;

/** What others had decided otherwise, by the command that met it; told when the command is settled. */
const met = new Map<string, readonly VerdictConflict[]>();

async function carryOut(commandId: string, command: ItemCommand, as: number): Promise<void> {
  const { itemIds } = command;
  switch (command.kind) {
    case 'undo':
      await api.verdicts.undo.mutate({ as, commandId, undoes: command.undoes });
      return;
    case 'mark': {
      const { mark: kind, on, until } = command;
      await api.items.mark.mutate({ as, commandId, itemIds, kind, on, until });
      return;
    }
    case 'tag': {
      const { topic, on, undoes } = command;
      await api.items.tagByHand.mutate({ as, commandId, itemIds, topic, on, undoes });
      return;
    }
    case 'decide': {
      const { topic, value, reason, seen, settles } = command;
      const { conflicts } = await api.verdicts.decide.mutate({
        as,
        commandId,
        itemIds,
        topic,
        value,
        reason: reason ?? null,
        ...(seen === undefined ? {} : { seen }),
        ...(settles === undefined ? {} : { settles }),
      });
      if (conflicts.length > 0) met.set(commandId, conflicts);
    }
  }
}

export const outbox = new Outbox<ItemCommand>({
  send: async ({ commandId, command }, person) => {
    try {
      await carryOut(commandId, command, person);
      return { kind: 'done' };
    } catch (error) {
      const failure = failureOf(error);
      const final = failure.kind === 'refused' || failure.kind === 'missing' || failure.kind === 'conflict';
      return final ? { kind: 'refused', reason: failure.message } : { kind: 'again' };
    }
  },
  settled: ({ commandId, command }, sent) => {
    for (const id of command.itemIds) sentAt.set(id, Date.now());
    const conflicts = met.get(commandId) ?? [];
    met.delete(commandId);
    onSettled.get()?.(command, sent, conflicts);
  },
  storage: storage(),
  // Pages without a secure context have none, whatever the types say.
  locks: (navigator.locks as LockManager | undefined) ?? null,
  page: crypto.randomUUID(),
  later: (run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
});

/** Rows as the curator has changed them, sent or not. */
export function useWithPending<T extends Changeable>(rows: readonly T[]): readonly T[] {
  const waiting = useSyncExternalStore(outbox.subscribe, outbox.waiting);
  return useMemo(() => {
    if (waiting.length === 0) return rows;
    const concerned = new Set(waiting.flatMap(({ command }) => command.itemIds));
    return rows.map((row) =>
      concerned.has(row.id) ? waiting.reduce((now, { command }) => applyTo(now, command), row) : row,
    );
  }, [rows, waiting]);
}

/** Whether a decision on this item still waits to be sent. */
export const isWaiting = (itemId: number): boolean =>
  outbox.waiting().some(({ command }) => command.itemIds.includes(itemId));

interface Step {
  rows: readonly ItemRow[];
  /** For the undo list: "Relevant: Tariffs on textiles". */
  label: string;
  /** Told when it was taken back. */
  onUndone(): void;
}

export interface Decision extends Step {
  topic: string | null;
  value: VerdictValue;
  reason?: Verdict['reason'];
  /** This is the second look that somebody asked for. */
  settles: boolean;
}

/** Changes items: shown at once, sent by the outbox, put on the undo stack. */
export function useItemChanges() {
  const queryClient = useQueryClient();
  const by = () => queryClient.getQueryData(meQuery.queryKey)?.name ?? '';
  const put = (command: ItemCommand) => {
    const commandId = crypto.randomUUID();
    outbox.put({ commandId, command });
    return commandId;
  };
  const mark = (
    { rows, label, onUndone }: Step,
    kind: MarkKind,
    on: boolean,
    until: string | null = null,
  ) => {
    const changing = kind === 'snoozed' && on ? rows : rows.filter((row) => hasMark(row, kind) !== on);
    const itemIds = changing.map((row) => row.id);
    if (itemIds.length === 0) return;
    put({ kind: 'mark', itemIds, mark: kind, on, until, by: by() });
    const before = marksBefore(changing, kind);
    undoStack.push({
      label,
      undo: () => {
        for (const was of before) put({ kind: 'mark', mark: kind, ...was, by: by() });
        onUndone();
      },
    });
  };
  const tag = ({ rows, label, onUndone }: Step, topic: string) => {
    const itemIds = rows.map((row) => row.id);
    const common = { kind: 'tag' as const, itemIds, topic, by: by(), at: new Date().toISOString() };
    const commandId = put({ ...common, on: true, undoes: null });
    undoStack.push({
      label,
      undo: () => {
        put({ ...common, on: false, undoes: commandId });
        onUndone();
      },
    });
  };
  const decide = ({ rows, topic, value, reason = null, settles, label, onUndone }: Decision) => {
    const itemIds = rows.map((row) => row.id);
    const before = rows.map((row) => row.verdicts.find((verdict) => verdict.topic === topic) ?? null);
    const seen = before.map((verdict) => verdict?.at ?? null);
    const doubted = settles ? rows.filter((row) => hasMark(row, 'doubted')).map((row) => row.id) : [];
    const at = new Date().toISOString();
    const commandId = put({ kind: 'decide', itemIds, topic, value, reason, by: by(), at, seen, settles });
    const wasOpen = rows.filter((row) => shownVerdict(row.verdicts, topic) === null);
    countReviewed(queryClient, wasOpen, topic, -1);
    undoStack.push({
      label,
      undo: () => {
        put({ kind: 'undo', undoes: commandId, itemIds, topic, before });
        if (doubted.length > 0)
          put({ kind: 'mark', itemIds: doubted, mark: 'doubted', on: true, until: null, by: by() });
        countReviewed(queryClient, wasOpen, topic, 1);
        onUndone();
      },
    });
  };
  return { decide, mark, tag };
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
export function settle(
  queryClient: QueryClient,
  command: ItemCommand,
  sent: Sent,
  conflicts: readonly VerdictConflict[],
): void {
  if (sent.kind !== 'done') void queryClient.invalidateQueries({ queryKey: ['counts'] });
  else patchItems(queryClient, (item) => applyTo(item, command));
  // Where somebody else decided meanwhile the desk says what holds now.
  if (conflicts.length > 0)
    void refreshItems(
      queryClient,
      conflicts.map(({ itemId }) => itemId),
    );
}
