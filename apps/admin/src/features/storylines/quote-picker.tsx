import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import { textAttributes } from '../../lib/language.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Loading } from '../../ui/states.tsx';
import { itemQuery } from '../review/queries.ts';

interface QuotePickerProps {
  item: { id: number; title: string; language: string | null };
  /** Without words: the desk takes the first sentence. */
  onPick(exact: string | undefined): void;
  onClose(): void;
}

/** The item's text as it is stored; the words that are marked in it are cited letter for letter. */
export function QuotePicker({ item, onPick, onClose }: QuotePickerProps) {
  const m = useMessages();
  const { data } = useQuery(itemQuery(item.id));
  const [chosen, setChosen] = useState('');
  const read = ({ currentTarget }: { currentTarget: HTMLTextAreaElement }) => {
    const { value, selectionStart, selectionEnd } = currentTarget;
    setChosen(value.slice(selectionStart, selectionEnd).trim());
  };
  const text = data && (data.revision.contentText || data.revision.summary || data.revision.title);
  return (
    <Dialog title={m.storylines.pickTitle} closeLabel={m.close} onClose={onClose}>
      <p className="soft">{m.storylines.pickLead}</p>
      {text === undefined ? (
        <Loading label={m.loading} />
      ) : (
        // A field that takes no input, but keeps its caret (read-only ones lose it): words in it are marked by pointer and by keys alike, letter for letter.
        <textarea
          className="quote-text"
          aria-readonly="true"
          inputMode="none"
          spellCheck={false}
          onBeforeInput={(event) => event.preventDefault()}
          onChange={() => setChosen('')}
          rows={14}
          aria-label={item.title}
          value={text}
          onSelect={read}
          onKeyUp={read}
          onPointerUp={read}
          {...textAttributes(item.language)}
        />
      )}
      <div className="row">
        <Button
          look="primary"
          disabled={chosen === ''}
          onClick={() => {
            onPick(chosen);
            onClose();
          }}
        >
          {m.storylines.pickCite}
        </Button>
        <Button
          onClick={() => {
            onPick(undefined);
            onClose();
          }}
        >
          {m.storylines.pickWhole}
        </Button>
      </div>
    </Dialog>
  );
}
