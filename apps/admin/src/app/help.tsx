import { type KeyboardEvent, useState } from 'react';
import { useMessages } from '../i18n/messages.tsx';
import { strokeOf } from '../lib/keymap.ts';
import { setPreferences, usePreferences } from '../lib/preferences.ts';
import { Button, Keys } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { COMMAND_IDS, COMMANDS, type CommandGroup, type CommandId, commandOn, keysOf } from './commands.ts';
import './help.css';

const GROUPS: readonly CommandGroup[] = ['moving', 'deciding', 'reading', 'going', 'desk'];

/** What each key does, and where keys are changed. */
export default function HelpDialog({ onClose }: { onClose(): void }) {
  const m = useMessages();
  const { keys, keymap } = usePreferences();
  const [editing, setEditing] = useState(false);
  return (
    <Dialog title={m.commands.title} closeLabel={m.close} onClose={onClose}>
      {!keys && <p className="soft">{m.commands.off}</p>}
      <div className="help">
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{m.commands.groups[group]}</h3>
            <dl>
              {COMMAND_IDS.filter((id) => COMMANDS[id].group === group).map((id) => (
                <div key={id}>
                  <dt>{m.commands[id]}</dt>
                  <dd>{editing ? <KeyChange id={id} /> : <KeyList id={id} />}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className="row">
        <Button onClick={() => setEditing(!editing)}>
          {editing ? m.commands.remap.done : m.commands.remap.change}
        </Button>
        {Object.keys(keymap).length > 0 && (
          <Button look="plain" icon="undo" onClick={() => setPreferences({ keymap: {} })}>
            {m.commands.remap.reset}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

function KeyList({ id }: { id: CommandId }) {
  const own = keysOf(id, usePreferences().keymap);
  return (
    <>
      {own.map((key) => (
        <Keys key={key} keys={key} />
      ))}
      <span className="hidden">{own.join(', ')}</span>
    </>
  );
}

/** A button that takes the next key for its command. Escape leaves it as it was, Backspace leaves it without a key. */
function KeyChange({ id }: { id: CommandId }) {
  const m = useMessages();
  const { keymap } = usePreferences();
  const [waiting, setWaiting] = useState(false);
  const [taken, setTaken] = useState<CommandId | null>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!waiting) return;
    const stroke = strokeOf(event.nativeEvent);
    if (stroke === null || stroke === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const other = commandOn(stroke, keymap);
    if (stroke !== 'Escape' && other !== undefined && other !== id) {
      setTaken(other);
      return;
    }
    setWaiting(false);
    setTaken(null);
    if (stroke === 'Escape') return;
    setPreferences({ keymap: { ...keymap, [id]: stroke === 'Backspace' ? [] : [stroke] } });
  };
  return (
    <>
      {taken !== null && (
        <span className="soft small" role="status">
          {m.commands.remap.taken(m.commands[taken])}
        </span>
      )}
      <button
        type="button"
        className="button button-framed help-key"
        aria-label={m.commands.remap.changeFor(m.commands[id])}
        aria-pressed={waiting}
        onClick={() => setWaiting(true)}
        onBlur={() => {
          setWaiting(false);
          setTaken(null);
        }}
        onKeyDown={onKeyDown}
      >
        {waiting ? m.commands.remap.press : <KeyList id={id} />}
      </button>
    </>
  );
}
