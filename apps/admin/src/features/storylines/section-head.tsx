import type { SectionPatch, StorylineDetail } from '@throughline/schema';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { SectionSlotFields } from './section-slot.tsx';

interface SectionHeadProps {
  section: StorylineDetail['sections'][number];
  name: string;
  title: string;
  place: number;
  last: boolean;
  locked: boolean;
  onTitle(title: string): void;
  onSlot(patch: SectionPatch): void;
  onEnter(): void;
  onMove(to: number): void;
  onRemove(): void;
}

/** A section's title, what it is in the piece, and what moves it. */
export function SectionHead(props: SectionHeadProps) {
  const m = useMessages();
  const { section, name, title, place, last, locked } = props;
  return (
    <div className="section-head">
      <textarea
        id={`section-title-${section.id}`}
        rows={1}
        className="section-title"
        dir="auto"
        aria-label={m.storylines.sectionTitle}
        placeholder={m.storylines.sectionTitlePlaceholder}
        maxLength={300}
        readOnly={locked}
        value={title}
        onChange={(event) => props.onTitle(event.target.value.replaceAll('\n', ' '))}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          props.onEnter();
        }}
      />
      <div className="section-tools">
        <SectionSlotFields section={section} name={name} onChange={props.onSlot} />
        {/* Dragging is one way; the arrows and Alt+Shift+arrow do the same. */}
        <span
          className="section-grip"
          draggable
          aria-hidden="true"
          title={m.storylines.sectionDrag}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            event.dataTransfer.setData(SECTION_DRAG, String(place));
            const whole = event.currentTarget.closest('.section');
            if (whole !== null) event.dataTransfer.setDragImage(whole, 12, 12);
          }}
        >
          ⠿
        </span>
        <Button
          look="plain"
          icon="up"
          aria-label={`${m.storylines.moveUp}: ${name}`}
          disabled={place === 0}
          onClick={() => props.onMove(place - 1)}
        />
        <Button
          look="plain"
          icon="down"
          aria-label={`${m.storylines.moveDown}: ${name}`}
          disabled={last}
          onClick={() => props.onMove(place + 1)}
        />
        <Button
          look="plain"
          icon="remove"
          aria-label={`${m.storylines.removeSection}: ${name}`}
          onClick={props.onRemove}
        />
      </div>
    </div>
  );
}

/** What a dragged section carries: its place among the others. */
export const SECTION_DRAG = 'application/x-throughline-section';
