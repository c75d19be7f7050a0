import type { HeroImage } from '@throughline/schema';
import { useState } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import { safeAddress } from '../review/readable.ts';

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
  const [draft, setDraft] = useState<HeroImage>(hero ?? EMPTY);
  const change = (patch: Partial<HeroImage>) => {
    const next = { ...draft, ...patch };
    setDraft(next);
    const usable = /^https?:/i.test(safeAddress(next.url) ?? '') || next.url.startsWith('data:image/');
    if (next.url.trim() === '') onChange(null);
    else if (usable) onChange(next);
  };
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
      {field('alt', 1000)}
      {field('caption', 1000)}
      {field('credit', 300)}
      {draft.url !== '' && draft.alt === '' && <p className="soft small">{words.altMissing}</p>}
    </fieldset>
  );
}
