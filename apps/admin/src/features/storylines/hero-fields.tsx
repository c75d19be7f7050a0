import type { HeroImage } from '@throughline/schema';
import { useRef, useState } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { safeAddress } from '../review/readable.ts';
import { useKeepPicture } from './use-keep-picture.ts';

const EMPTY: HeroImage = { url: '', alt: '', caption: null, credit: null };

/** The picture above the piece: where it lies, what it shows, and whose it is. */
export function HeroFields({
  hero,
  onChange,
}: {
  hero: HeroImage | null;
  onChange(hero: HeroImage | null): void;
}) {
  const m = useMessages();
  const words = m.storylines.hero;
  const format = useFormat();
  const [draft, setDraft] = useState<HeroImage>(hero ?? EMPTY);
  const latest = useRef(draft);
  const change = (patch: Partial<HeroImage>) => {
    const next = { ...latest.current, ...patch };
    latest.current = next;
    setDraft(next);
    const usable = /^https?:/i.test(safeAddress(next.url) ?? '') || next.url.startsWith('data:image/');
    if (next.url.trim() === '') onChange(null);
    else if (usable) onChange(next);
  };
  const kept = draft.url.startsWith('data:') ? Math.floor((draft.url.length * 3) / 4) : null;
  const { keep, keeping } = useKeepPicture((url) => change({ url }));
  const bad = draft.url.trim() !== '' && !/^(https?:\/\/\S+|data:image\/)/i.test(draft.url);
  const field = (name: 'alt' | 'caption' | 'credit', max: number) => (
    <label className="field">
      <span>{words[name]}</span>
      <input
        className="input"
        dir="auto"
        maxLength={max}
        value={draft[name] ?? ''}
        onChange={(event) => change({ [name]: event.target.value || (name === 'alt' ? '' : null) })}
      />
    </label>
  );
  return (
    <fieldset className="piece-topics hero-fields">
      <legend>{words.label}</legend>
      {kept === null ? (
        <label className="field">
          <span>{words.url}</span>
          <input
            className="input"
            type="url"
            dir="ltr"
            placeholder="https://"
            aria-invalid={bad || undefined}
            value={draft.url}
            onChange={(event) => change({ url: event.target.value.trim() })}
          />
        </label>
      ) : (
        <div className="row hero-kept">
          <img src={draft.url} alt={draft.alt} />
          <span className="soft small">{words.kept(format.bytes(kept))}</span>
          <Button icon="cross" needs="curator" onClick={() => change({ url: '' })}>
            {words.remove}
          </Button>
        </div>
      )}
      {/^https?:\/\/\S+\./i.test(draft.url) && (
        <div>
          <Button needs="curator" disabled={keeping} onClick={() => keep(draft.url)}>
            {keeping ? words.keeping : words.keep}
          </Button>
          <p className="soft small">{words.keepLead}</p>
        </div>
      )}
      {field('alt', 1000)}
      {field('caption', 1000)}
      {field('credit', 300)}
      {draft.url !== '' && draft.alt === '' && <p className="soft small">{words.altMissing}</p>}
    </fieldset>
  );
}
