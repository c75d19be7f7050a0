import { useCommandRunner } from '../../app/command-layer.tsx';
import type { Messages } from '../../i18n/catalogue.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import type { Chooser } from './choice.ts';

const DECISIONS = [
  { command: 'relevant', icon: 'check', label: (m: Messages) => m.review.relevant },
  { command: 'notRelevant', icon: 'cross', label: (m: Messages) => m.review.notRelevant },
  { command: 'star', icon: 'star', label: (m: Messages) => m.commands.star },
  { command: 'snooze', icon: 'clock', label: (m: Messages) => m.commands.snooze },
  { command: 'tag', icon: 'topics', label: (m: Messages) => m.commands.tag },
] as const;

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
          {DECISIONS.map(({ command, icon, label }) => (
            <Button
              key={command}
              look="plain"
              icon={icon}
              needs="curator"
              aria-label={label(m)}
              onClick={() => runner.run(command)}
            />
          ))}
          <Button look="plain" className="chosen-none" onClick={chooser.clear}>
            {m.review.chooseNone}
          </Button>
        </div>
      )}
    </div>
  );
}
