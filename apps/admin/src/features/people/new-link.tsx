import { useId } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.tsx';

/** A secret that is shown this once: a link, or a token. */
export function NewLink({ link, text, onClose }: { link: string; text: string; onClose(): void }) {
  const m = useMessages();
  const id = useId();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      showToast(m.people.copied);
    } catch {
      // Without HTTPS there is no clipboard: the field is selected, to be copied by hand.
      document.getElementById(id)?.focus();
    }
  };
  return (
    <div className="new-link" role="status">
      <label htmlFor={id}>{text}</label>
      <div className="new-link-row">
        <input
          id={id}
          className="input"
          dir="ltr"
          readOnly
          value={link}
          onFocus={(event) => event.target.select()}
        />
        <Button look="primary" onClick={() => void copy()}>
          {m.people.copy}
        </Button>
        <Button look="plain" icon="cross" aria-label={m.close} onClick={onClose} />
      </div>
    </div>
  );
}
