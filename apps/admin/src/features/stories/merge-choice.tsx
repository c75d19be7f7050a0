import { useInfiniteQuery } from '@tanstack/react-query';
import type { StoryRow } from '@throughline/schema';
import { useState } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { storiesQuery } from './queries.ts';

/** Picks another story to put into this one, among the latest, by a few letters of its headline. */
export function MergeChoice({ story, onChoose }: { story: string; onChoose(other: StoryRow): void }) {
  const m = useMessages();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const stories = useInfiniteQuery({ ...storiesQuery({ topic: null, reports: 1 }), enabled: open });
  if (!open)
    return (
      <Button needs="curator" onClick={() => setOpen(true)}>
        {m.stories.merge}
      </Button>
    );
  const wanted = typed.trim().toLowerCase();
  const found = (stories.data?.pages ?? [])
    .flatMap((page) => page.rows)
    .filter((other) => other.id !== story && other.headline.toLowerCase().includes(wanted))
    .slice(0, 8);
  return (
    <div className="merge-choice">
      <input
        className="input"
        dir="auto"
        aria-label={m.stories.mergeWhich}
        placeholder={m.stories.mergeWhich}
        value={typed}
        ref={(field) => field?.focus()}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
      />
      <ul>
        {found.map((other) => (
          <li key={other.id}>
            <Button
              look="plain"
              onClick={() => {
                setOpen(false);
                onChoose(other);
              }}
            >
              <span dir="auto">{other.headline}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
