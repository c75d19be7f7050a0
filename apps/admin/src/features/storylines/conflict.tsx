import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';

/** Two people saved the same part: both are shown what happened, and nothing is overwritten unasked. */
export function Conflict({ onTheirs, onMine }: { onTheirs(): Promise<void>; onMine(): Promise<void> }) {
  const m = useMessages();
  return (
    <div className="conflict" role="alert">
      <strong>{m.storylines.conflictTitle}</strong>
      <p>{m.storylines.conflictText}</p>
      <div className="row">
        <Button onClick={() => void onTheirs()}>{m.storylines.takeTheirs}</Button>
        <Button onClick={() => void onMine()}>{m.storylines.keepMine}</Button>
      </div>
    </div>
  );
}
