import type { OpmlImport } from '@throughline/schema';
import { useMessages } from '../../i18n/messages.tsx';
import { saidIn } from '../../i18n/said.ts';
import { Dialog } from '../../ui/dialog.tsx';

/** What of a list of feeds could not be used. */
export function ImportProblems({ problems, onClose }: Pick<OpmlImport, 'problems'> & { onClose(): void }) {
  const m = useMessages();
  return (
    <Dialog title={m.sources.importProblems} closeLabel={m.close} onClose={onClose}>
      <ul className="import-problems">
        {[...new Set(problems.map((problem) => saidIn(m, problem)))].map((problem) => (
          <li key={problem} dir="auto">
            {problem}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
