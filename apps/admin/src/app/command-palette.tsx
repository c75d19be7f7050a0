import { useMessages } from '../i18n/messages.tsx';
import { usePreferences } from '../lib/preferences.ts';
import { Keys } from '../ui/button.tsx';
import { type Choice, Palette } from '../ui/palette.tsx';
import { COMMANDS, type CommandId, keysOf } from './commands.ts';

interface CommandPaletteProps {
  available: readonly CommandId[];
  run(id: CommandId): void;
  onClose(): void;
}

export default function CommandPalette({ available, run, onClose }: CommandPaletteProps) {
  const m = useMessages();
  const { keymap } = usePreferences();
  const choices = available.map(
    (id): Choice => ({
      id,
      label: m.commands[id],
      group: m.commands.groups[COMMANDS[id].group],
      hint: <Keys keys={keysOf(id, keymap)[0] ?? ''} />,
      run: () => run(id),
    }),
  );
  return (
    <Palette
      label={m.commands.paletteLabel}
      placeholder={m.commands.palettePlaceholder}
      nothing={m.commands.paletteNothing}
      choices={choices}
      onClose={onClose}
    />
  );
}
