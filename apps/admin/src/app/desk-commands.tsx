import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { VerdictConflict } from '@throughline/schema';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { ItemCommand } from '../features/review/changes.ts';
import { onSettled, outbox, type Settled, settle } from '../features/review/decisions.ts';
import type { Messages } from '../i18n/catalogue.ts';
import { useMessages } from '../i18n/messages.tsx';
import { PERSON } from '../lib/outbox.ts';
import { showToast } from '../ui/toast.tsx';
import { useCommandRunner, useCommands } from './command-layer.tsx';
import { COMMANDS, type CommandId } from './commands.ts';
import { meQuery } from './session.ts';
import { undoStack } from './undo.ts';

const HelpDialog = lazy(() => import('./help.tsx'));
const CommandPalette = lazy(() => import('./command-palette.tsx'));

/** What can be done from every screen: go places, undo, the palette, the help. */
export function DeskCommands() {
  const m = useMessages();
  const navigate = useNavigate();
  const runner = useCommandRunner();
  const [open, setOpen] = useState<'help' | 'palette' | null>(null);
  useSettling();
  useOwner();
  useCommands({
    goToday: () => void navigate({ to: '/today' }),
    goReview: () => void navigate({ to: '/review/$view', params: { view: 'queue' } }),
    goStories: () => void navigate({ to: '/stories' }),
    goStorylines: () => void navigate({ to: '/storylines' }),
    goTopics: () => void navigate({ to: '/topics' }),
    goSources: () => void navigate({ to: '/sources' }),
    goSettings: () => void navigate({ to: '/settings' }),
    undo: () => {
      const entry = undoStack.undo();
      showToast(entry === null ? m.nothingToUndo : m.undone(entry.label));
    },
    palette: () => setOpen('palette'),
    help: () => setOpen('help'),
  });
  const close = () => setOpen(null);
  return (
    <Suspense>
      {open === 'help' && <HelpDialog onClose={close} />}
      {open === 'palette' && (
        <CommandPalette available={runner.available().filter(isChoice)} run={runner.run} onClose={close} />
      )}
    </Suspense>
  );
}

/** A palette that lists itself, or a step of one line, helps nobody. */
const isChoice = (id: CommandId) => id !== 'palette' && COMMANDS[id].group !== 'moving';

function useSettling(): void {
  const m = useMessages();
  const queryClient = useQueryClient();
  useEffect(() => {
    onSettled.set(
      (): Settled => (command, sent, conflicts) => {
        settle(queryClient, command, sent, conflicts);
        if (conflicts.length > 0) tellConflicts(m, command, conflicts);
        if (sent.kind === 'refused') showToast(m.connection.refused(sent.reason), { tone: 'problem' });
      },
    );
    return () => onSettled.set(null);
  }, [m, queryClient]);
}

/** Tells the outbox who is here, and starts afresh when that is somebody else than before. */
function useOwner(): void {
  const m = useMessages();
  const queryClient = useQueryClient();
  const me = useQuery(meQuery);
  const person = me.isSuccess ? me.data.id : null;
  const before = useRef<number | null>(null);
  useEffect(() => {
    if (person === null || person === before.current) return;
    if (before.current !== null) {
      undoStack.clear();
      void queryClient.invalidateQueries();
    }
    before.current = person;
    const heldBack = outbox.signedIn(person);
    if (heldBack > 0) showToast(m.connection.heldBack(heldBack));
    const dropped = outbox.dropNobodys();
    if (dropped > 0) showToast(m.connection.dropped(dropped), { tone: 'problem' });
  }, [person, m, queryClient]);
  useEffect(() => {
    const changed = ({ key }: StorageEvent) => {
      outbox.gather();
      if (key === PERSON) void queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
    };
    window.addEventListener('storage', changed);
    return () => window.removeEventListener('storage', changed);
  }, [queryClient]);
}

/** Somebody else decided first: theirs stands, and may be decided against knowingly. */
function tellConflicts(m: Messages, command: ItemCommand, conflicts: readonly VerdictConflict[]): void {
  const [first] = conflicts;
  if (first === undefined || command.kind !== 'decide') return;
  const words = { relevant: m.review.relevant, not_relevant: m.review.notRelevant };
  const items = m.review.items(conflicts.length);
  const { seen: _seen, topic, ...anyway } = command;
  const itemIds = conflicts.map(({ itemId }) => itemId);
  const before = conflicts.map((conflict) => ({ ...conflict, topic, reason: null }));
  showToast(m.review.conflict(first.by, words[first.value], items), {
    tone: 'problem',
    action: {
      label: m.review.conflictAnyway,
      run: () => {
        const commandId = crypto.randomUUID();
        outbox.put({ commandId, command: { ...anyway, topic, itemIds } });
        const undo: ItemCommand = { kind: 'undo', undoes: commandId, itemIds, topic, before };
        undoStack.push({
          label: m.review.decided(words[command.value], items),
          undo: () => outbox.put({ commandId: crypto.randomUUID(), command: undo }),
        });
      },
    },
  });
}
