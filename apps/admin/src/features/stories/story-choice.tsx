import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { StoryRow } from '@throughline/schema';
import { useDeferredValue, useState } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { storiesQuery } from './queries.ts';

interface StoryChoiceProps {
  /** The story that is looked at: never among the choices. */
  story: string;
  /** What the button says, and what is asked then. */
  label: string;
  question: string;
  disabled?: boolean;
  onChoose(other: StoryRow): void;
}

/** Picks another story by a few letters of its headline; the latest come first. */
export function StoryChoice({ story, label, question, disabled, onChoose }: StoryChoiceProps) {
  const m = useMessages();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const words = useDeferredValue(typed.trim());
  const stories = useInfiniteQuery({
    ...storiesQuery({ topic: null, reports: 1, words }),
    enabled: open,
    placeholderData: keepPreviousData,
  });
  if (!open)
    return (
      <Button needs="curator" disabled={disabled === true} onClick={() => setOpen(true)}>
        {label}
      </Button>
    );
  const found = (stories.data?.pages ?? [])
    .flatMap((page) => page.rows)
    .filter((other) => other.id !== story)
    .slice(0, 8);
  return (
    <div className="merge-choice">
      <input
        className="input"
        dir="auto"
        aria-label={question}
        placeholder={question}
        value={typed}
        ref={(field) => field?.focus()}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
      />
      {stories.data !== undefined && found.length === 0 && <p className="soft">{m.stories.nothingFound}</p>}
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
