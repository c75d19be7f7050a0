import type { SectionPatch, SectionSlot, StorylineDetail } from '@throughline/schema';
import { useMessages } from '../../i18n/messages.tsx';

const SLOTS = ['chapter', 'development', 'update', 'context', 'correction'] as const;
/** Kinds that happen at a moment, and stand in the storyline's feed. */
const MOMENTS: readonly SectionSlot[] = ['development', 'update', 'correction'];

/** What a section is in the piece, and when it was added. */
export function SectionSlotFields({
  section,
  name,
  onChange,
}: {
  section: StorylineDetail['sections'][number];
  name: string;
  onChange(patch: SectionPatch): void;
}) {
  const m = useMessages();
  const words = m.storylines.slots;
  return (
    <div className="section-slot" data-slot={section.slot}>
      <select
        className="input"
        aria-label={`${words.label}: ${name}`}
        value={section.slot}
        onChange={(event) => {
          const slot = SLOTS.find((known) => known === event.target.value);
          if (slot === undefined) return;
          const now = MOMENTS.includes(slot) && section.at === null ? { at: new Date().toISOString() } : {};
          onChange({ slot, ...now });
        }}
      >
        {SLOTS.map((slot) => (
          <option key={slot} value={slot}>
            {words.names[slot]}
          </option>
        ))}
      </select>
      {(MOMENTS.includes(section.slot) || section.at !== null) && (
        <input
          className="input"
          type="datetime-local"
          aria-label={`${words.at}: ${name}`}
          value={section.at === null ? '' : localMinute(section.at)}
          onChange={(event) => {
            const at = new Date(event.target.value);
            onChange({ at: Number.isNaN(at.getTime()) ? null : at.toISOString() });
          }}
        />
      )}
    </div>
  );
}

/** A moment as the field wants it: the local minute, without a zone. */
function localMinute(iso: string): string {
  const moment = new Date(iso);
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
