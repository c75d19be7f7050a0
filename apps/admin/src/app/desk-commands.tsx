import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { onSettled, outbox, type Settled, settle } from '../features/review/decisions.ts';
import { useMessages } from '../i18n/messages.tsx';
import { showToast } from '../ui/toast.tsx';
import { useCommandRunner, useCommands } from './command-layer.tsx';
import { COMMANDS, type CommandId } from './commands.ts';
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
      (): Settled => (command, sent) => {
        settle(queryClient, command, sent);
        if (sent.kind === 'refused') showToast(m.connection.refused(sent.reason), { tone: 'problem' });
      },
    );
    void outbox.flush();
    return () => onSettled.set(null);
  }, [m, queryClient]);
}
