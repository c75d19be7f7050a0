import { useBlocker } from '@tanstack/react-router';
import type { StorylineDetail } from '@throughline/schema';
import { useEffect, useRef } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { type PartKey, useEditing } from './editing.ts';

interface Place {
  pathname: string;
  search: object;
}

const shownIn = ({ search }: Place) => ('show' in search ? search.show : undefined);

/**
 * Leaving waits for the last save. Words that the desk does not take are lost by leaving, so that asks first; those
 * that only wait for the connection are kept, and sent when it is back.
 */
export function LeaveGuard({ storyline }: { storyline: StorylineDetail }) {
  const editing = useEditing();
  const blocker = useBlocker({
    shouldBlockFn: async ({ current, next }: { current: Place; next: Place }) => {
      if (current.pathname === next.pathname && shownIn(current) === shownIn(next)) return false;
      if (!editing.dirty() || (await editing.flush())) return false;
      return editing.stuck().length > 0;
    },
    enableBeforeUnload: false,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <LeaveDialog
      storyline={storyline}
      onStay={blocker.reset}
      onLeave={() => {
        editing.dropStuck();
        blocker.proceed();
      }}
    />
  );
}

interface LeaveDialogProps {
  storyline: StorylineDetail;
  onStay(): void;
  onLeave(): void;
}

function LeaveDialog({ storyline, onStay, onLeave }: LeaveDialogProps) {
  const m = useMessages();
  const editing = useEditing();
  const choices = useRef<HTMLDivElement>(null);
  // Staying is what Enter does: only the other answer loses words.
  useEffect(() => choices.current?.querySelector('button')?.focus(), []);
  const nameOf = (key: PartKey) => {
    if (key === 'head') return m.storylines.leaveHead;
    const place = storyline.sections.findIndex(({ id }) => id === key);
    return storyline.sections[place]?.title || m.review.untitledSection(place + 1);
  };
  return (
    <Dialog title={m.storylines.leaveTitle} closeLabel={m.storylines.leaveStay} onClose={onStay}>
      <p>{m.storylines.leaveLead}</p>
      <ul className="leave-parts">
        {editing.stuck().map((key) => (
          <li key={key}>
            <bdi>{nameOf(key)}</bdi>
          </li>
        ))}
      </ul>
      <div className="row" ref={choices}>
        <Button look="primary" onClick={onStay}>
          {m.storylines.leaveStay}
        </Button>
        <Button onClick={onLeave}>{m.storylines.leaveLose}</Button>
      </div>
    </Dialog>
  );
}
