import type { ItemRow } from '@throughline/schema';
import { useCommandRunner, useKeyOf } from '../../app/command-layer.tsx';
import type { CommandId } from '../../app/commands.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icons.tsx';
import { type ViewName, verdictTopic } from './address.ts';
import { hasMark } from './changes.ts';
import { safeAddress } from './readable.ts';
import { shownVerdict } from './verdicts.ts';

interface PaneBarProps {
  row: ItemRow | undefined;
  name: ViewName;
  onBack(): void;
}

/** The decisions, always in the same place. */
export function PaneBar({ row, name, onBack }: PaneBarProps) {
  const m = useMessages();
  const runner = useCommandRunner();
  const value = row === undefined ? null : (shownVerdict(row.verdicts, verdictTopic(name))?.value ?? null);
  return (
    <div className="pane-bar">
      <Button look="plain" icon="back" className="pane-back" aria-label={m.review.back} onClick={onBack} />
      <Button
        icon="check"
        keyHint={useKeyOf('relevant')}
        aria-pressed={value === 'relevant'}
        needs="curator"
        onClick={() => runner.run('relevant')}
      >
        {m.review.relevant}
      </Button>
      <Button
        icon="cross"
        keyHint={useKeyOf('notRelevant')}
        aria-pressed={value === 'not_relevant'}
        needs="curator"
        onClick={() => runner.run('notRelevant')}
      >
        {m.review.notRelevant}
      </Button>
      <span className="pane-bar-gap" />
      <MarkButton id="star" icon="star" pressed={row !== undefined && hasMark(row, 'starred')} />
      <MarkButton id="snooze" icon="clock" pressed={row !== undefined && hasMark(row, 'snoozed')} />
      <MarkButton id="doubt" icon="flag" pressed={row !== undefined && hasMark(row, 'doubted')} />
      <MarkButton id="tag" icon="topics" />
      <Button
        look="plain"
        icon="add"
        keyHint={useKeyOf('cite')}
        className="pane-cite"
        needs="curator"
        onClick={() => runner.run('cite')}
      >
        {m.review.cite}
      </Button>
      <OriginalLink url={row?.url ?? null} />
    </div>
  );
}

function MarkButton({ id, icon, pressed }: { id: CommandId; icon: IconName; pressed?: boolean }) {
  const m = useMessages();
  const runner = useCommandRunner();
  const key = useKeyOf(id);
  return (
    <Button
      look="plain"
      icon={icon}
      needs="curator"
      className="pane-mark"
      aria-label={m.commands[id]}
      title={`${m.commands[id]} (${key})`}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      onClick={() => runner.run(id)}
    />
  );
}

function OriginalLink({ url }: { url: string | null }) {
  const m = useMessages();
  const href = safeAddress(url);
  if (href === null) return null;
  return (
    <a
      className="button button-plain button-icon"
      href={href}
      target="_blank"
      rel="noopener nofollow noreferrer"
      aria-label={m.review.original}
      title={m.review.original}
    >
      <Icon name="external" />
    </a>
  );
}
