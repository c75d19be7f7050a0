import { useCommandRunner } from '../../app/command-layer.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import type { Chooser } from './choice.ts';

/** Says that the next decision is about more than the row under the cursor, and offers it to the mouse. */
export function ChosenBar({ chooser }: { chooser: Chooser }) {
  const m = useMessages();
  const runner = useCommandRunner();
  const { size } = chooser.choice.ids;
  return (
    <div role="status">
      {size > 0 && (
        <div className="chosen-bar">
          <span>{m.review.chosen(size)}</span>
          <Button
            look="plain"
            icon="check"
            needs="curator"
            aria-label={m.review.relevant}
            onClick={() => runner.run('relevant')}
          />
          <Button
            look="plain"
            icon="cross"
            needs="curator"
            aria-label={m.review.notRelevant}
            onClick={() => runner.run('notRelevant')}
          />
          <Button
            look="plain"
            icon="star"
            needs="curator"
            aria-label={m.commands.star}
            onClick={() => runner.run('star')}
          />
          <Button
            look="plain"
            icon="clock"
            needs="curator"
            aria-label={m.commands.snooze}
            onClick={() => runner.run('snooze')}
          />
          <Button
            look="plain"
            icon="topics"
            needs="curator"
            aria-label={m.commands.tag}
            onClick={() => runner.run('tag')}
          />
          <Button look="plain" className="chosen-none" onClick={chooser.clear}>
            {m.review.chooseNone}
          </Button>
        </div>
      )}
    </div>
  );
}
