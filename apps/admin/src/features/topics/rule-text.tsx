import type { TopicProblem } from '@throughline/schema';
import { type RefObject, useMemo } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import { spanAt } from './text-place.ts';

interface RuleTextProps {
  field: RefObject<HTMLTextAreaElement | null>;
  value: string;
  problems: readonly TopicProblem[];
  /** The element that lists the problems in words. */
  describedBy: string;
  onChange(text: string): void;
}

/**
 * Rules as text, from left to right in every language, as its keywords are. The field lies on a copy of its text in the
 * same letters, which carries the underlines: both wrap alike, and the copy gives the height.
 */
export function RuleText({ field, value, problems, describedBy, onChange }: RuleTextProps) {
  const m = useMessages();
  return (
    <div className="rule-text" dir="ltr">
      <pre aria-hidden="true">
        <Underlined text={value} problems={problems} />
        {'\n'}
      </pre>
      <textarea
        ref={field}
        aria-label={m.topics.edit.rules}
        aria-invalid={problems.length > 0}
        aria-describedby={describedBy}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

function Underlined({ text, problems }: { text: string; problems: readonly TopicProblem[] }) {
  const parts = useMemo(() => {
    const spans = problems
      .flatMap(({ position }) => (position === undefined ? [] : [spanAt(text, position)]))
      .toSorted((a, b) => a.start - b.start);
    const list: { text: string; start: number; wrong: boolean }[] = [];
    let at = 0;
    for (const { start, end } of spans) {
      if (start < at) continue;
      list.push({ text: text.slice(at, start), start: at, wrong: false });
      list.push({ text: text.slice(start, end), start, wrong: true });
      at = end;
    }
    list.push({ text: text.slice(at), start: at, wrong: false });
    return list.filter((part) => part.text !== '');
  }, [text, problems]);
  return parts.map((part) => (part.wrong ? <u key={part.start}>{part.text}</u> : part.text));
}

/** Puts the caret on a place and brings it into sight: the copy knows where that is, the field does not say. */
export function jumpTo(field: HTMLTextAreaElement | null, text: string, position: number): void {
  if (field === null) return;
  const { start, end } = spanAt(text, position);
  field.focus({ preventScroll: true });
  field.setSelectionRange(start, end);
  const scroller = field.closest('.rule-scroll');
  const copy = field.previousElementSibling;
  if (scroller === null || copy === null) return;
  const range = placeIn(copy, start);
  const box = range?.getBoundingClientRect();
  if (box === undefined) return;
  const frame = scroller.getBoundingClientRect();
  scroller.scrollTop += box.top - frame.top - frame.height / 3;
  scroller.scrollIntoView({ block: 'nearest' });
}

function placeIn(element: Element, offset: number): Range | null {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left <= length) {
      const range = document.createRange();
      range.setStart(node, left);
      return range;
    }
    left -= length;
  }
  return null;
}
