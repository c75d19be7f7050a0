import { useMessages } from '../i18n/messages.tsx';
import { usePreferences } from '../lib/preferences.ts';
import { Keys } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { COMMAND_IDS, COMMANDS, type CommandGroup } from './commands.ts';
import './help.css';

const GROUPS: readonly CommandGroup[] = ['moving', 'deciding', 'reading', 'going', 'desk'];

export default function HelpDialog({ onClose }: { onClose(): void }) {
  const m = useMessages();
  const { keys } = usePreferences();
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
                  <dd>
                    {COMMANDS[id].keys.map((key) => (
                      <Keys key={key} keys={key} />
                    ))}
                    <span className="hidden">{COMMANDS[id].keys.join(', ')}</span>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
