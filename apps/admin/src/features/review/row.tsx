import type { ItemRow } from '@throughline/schema';
import { memo } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { textAttributes } from '../../lib/language.ts';
import { Icon } from '../../ui/icons.tsx';
import { TopicDot } from '../../ui/topic.tsx';
import { Marked, marksOf, UNKNOWN_COLOUR } from './marks.tsx';
import { shownVerdict } from './verdicts.ts';

interface ItemListRowProps {
  row: ItemRow;
  index: number;
  /** How many rows there are, -1 while nobody knows. */
  total: number;
  measure(element: Element | null): void;
  start: number;
  topic: string | null;
  colours: ReadonlyMap<string, string>;
  selected: boolean;
  now: number;
  onSelect(id: number): void;
}

/** One line of the queue: why it is here before what it says, and who says it. */
export const ItemListRow = memo(function ItemListRow(props: ItemListRowProps) {
  const { row, index, total, measure, start, topic, colours, selected, now, onSelect } = props;
  const m = useMessages();
  const format = useFormat();
  const verdict = shownVerdict(row.verdicts, topic);
  const tags = row.tags.filter((tag) => topic === null || tag.topic === topic);
  return (
    <div
      ref={measure}
      id={`item-${row.id}`}
      data-index={index}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-posinset={index + 1}
      aria-setsize={total}
      className="item-row"
      data-verdict={verdict?.value}
      style={{ transform: `translateY(${start}px)` }}
      onClick={() => onSelect(row.id)}
      onKeyDown={(event) => event.key === 'Enter' && onSelect(row.id)}
    >
      <div className="item-row-meta">
        <span className="item-row-tags">
          {tags.map((tag) => (
            <span key={tag.topic} className="item-row-tag" data-weak={!tag.relevant || undefined}>
              <TopicDot colour={colours.get(tag.topic) ?? UNKNOWN_COLOUR} />
              <span className="hidden">{tag.topic}</span>
              {tag.sampled ? m.topics.sampling.sample : format.score(tag.score)}
            </span>
          ))}
        </span>
        <span className="item-row-publisher" dir="auto">
          {row.publisher.name}
        </span>
        {row.story !== null && row.story.reports > 1 && (
          <span className="item-row-story">{m.stories.counts(row.story.reports, row.story.independent)}</span>
        )}
        {row.revisions > 1 && <span className="item-row-edited">{m.review.edited(row.revisions)}</span>}
        {verdict && (
          <span className="item-row-verdict">
            <Icon name={verdict.value === 'relevant' ? 'check' : 'cross'} width={14} height={14} />
            <span className="hidden">
              {verdict.value === 'relevant' ? m.review.relevant : m.review.notRelevant}
            </span>
          </span>
        )}
        <time className="item-row-age" dateTime={row.at}>
          {format.age(row.at, now)}
        </time>
      </div>
      <div className="item-row-title" {...textAttributes(row.language)}>
        <Marked text={row.title} marks={marksOf(tags, 'title')} colours={colours} />
      </div>
    </div>
  );
});
