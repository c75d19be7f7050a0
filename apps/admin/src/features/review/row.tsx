import type { ItemRow } from '@throughline/schema';
import { type MouseEvent, memo } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { textAttributes } from '../../lib/language.ts';
import { Icon } from '../../ui/icons.tsx';
import { TopicDot } from '../../ui/topic.tsx';
import { hasMark } from './changes.ts';
import { Marked, marksOf, UNKNOWN_COLOUR } from './marks.tsx';
import { shownVerdict } from './verdicts.ts';

/** One line of the list: an item, or a report that stands under the row of its story. */
export interface ListedRow {
  row: ItemRow;
  /** It stands under the row of its story. */
  nested: boolean;
  /** This row stands for a story: whether its reports are shown. */
  story: 'open' | 'closed' | null;
}

interface ItemListRowProps {
  listed: ListedRow;
  index: number;
  /** Counted from 1 among the rows of its level. */
  place: number;
  /** How many rows its level has, -1 while nobody knows. */
  total: number;
  measure(element: Element | null): void;
  start: number;
  topic: string | null;
  colours: ReadonlyMap<string, string>;
  selected: boolean;
  chosen: boolean;
  /** Names of others who have it open, parted by commas. */
  others: string;
  now: number;
  onSelect(id: number): void;
  onChoose(id: number, how: 'range' | 'one'): void;
  onToggleStory(row: ItemRow): void;
}

/** One line of the queue: why it is here before what it says, and who says it. */
export const ItemListRow = memo(function ItemListRow(props: ItemListRowProps) {
  const { listed, index, place, total, measure, start, topic, colours, selected, chosen, now } = props;
  const { row, nested, story } = listed;
  const verdict = shownVerdict(row.verdicts, topic);
  const tags = row.tags.filter((tag) => topic === null || tag.topic === topic);
  const onClick = (event: MouseEvent) => {
    if (event.shiftKey) props.onChoose(row.id, 'range');
    else if (event.metaKey || event.ctrlKey) props.onChoose(row.id, 'one');
    else props.onSelect(row.id);
  };
  return (
    <div
      ref={measure}
      id={`item-${row.id}`}
      data-index={index}
      role="treeitem"
      tabIndex={-1}
      aria-selected={selected || chosen}
      aria-level={nested ? 2 : 1}
      aria-expanded={story === null ? undefined : story === 'open'}
      aria-posinset={place}
      aria-setsize={total}
      className="item-row"
      data-current={selected || undefined}
      data-chosen={chosen || undefined}
      data-nested={nested || undefined}
      data-verdict={verdict?.value}
      style={{ transform: `translateY(${start}px)` }}
      onClick={onClick}
      onKeyDown={(event) => event.key === 'Enter' && props.onSelect(row.id)}
    >
      <RowMeta {...props} tags={tags} verdict={verdict} now={now} />
      <div className="item-row-title" {...textAttributes(row.language)}>
        <Marked text={row.title} marks={marksOf(tags, 'title')} colours={colours} />
      </div>
      <RowUnder {...props} />
    </div>
  );
});

interface RowMetaProps extends ItemListRowProps {
  tags: ItemRow['tags'];
  verdict: ReturnType<typeof shownVerdict>;
}

function RowMeta({ listed: { row }, colours, others, tags, verdict, now }: RowMetaProps) {
  const m = useMessages();
  const format = useFormat();
  return (
    <div className="item-row-meta">
      <span className="item-row-tags">
        {tags.map((tag) => (
          <span key={tag.topic} className="item-row-tag" data-weak={!tag.relevant || undefined}>
            <TopicDot colour={colours.get(tag.topic) ?? UNKNOWN_COLOUR} />
            <span className="hidden">{tag.topic}</span>
            {tag.byHand ? m.review.byHand : tag.sampled ? m.topics.sampling.sample : format.score(tag.score)}
          </span>
        ))}
      </span>
      <span className="item-row-publisher" dir="auto">
        {row.publisher.name}
      </span>
      {row.revisions > 1 && <span className="item-row-edited">{m.review.edited(row.revisions)}</span>}
      <RowMarks row={row} now={now} />
      {others !== '' && (
        <span className="item-row-others" title={m.review.lookingToo(others)}>
          <span className="hidden">{m.review.lookingToo(others)}</span>
          <span aria-hidden="true">{initials(others)}</span>
        </span>
      )}
      {verdict && (
        <span className="item-row-verdict" title={verdict.by}>
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
  );
}

function RowMarks({ row, now }: { row: ItemRow; now: number }) {
  const m = useMessages();
  const snooze = row.marks.find((mark) => mark.kind === 'snoozed');
  const woke = snooze?.until != null && Date.parse(snooze.until) <= now;
  return (
    <>
      {hasMark(row, 'starred') && (
        <span className="item-row-mark" data-mark="starred">
          <Icon name="star" width={13} height={13} />
          <span className="hidden">{m.review.marks.starred}</span>
        </span>
      )}
      {hasMark(row, 'doubted') && (
        <span className="item-row-mark" data-mark="doubted">
          <Icon name="flag" width={13} height={13} />
          <span className="hidden">{m.review.marks.doubted}</span>
        </span>
      )}
      {snooze && (
        <span className="item-row-mark" data-mark={woke ? 'awake' : 'snoozed'}>
          <Icon name="clock" width={13} height={13} />
          <span className={woke ? '' : 'hidden'}>{woke ? m.review.woke : m.review.marks.snoozed}</span>
        </span>
      )}
    </>
  );
}

/** What tells rows apart that say nearly the same: the story and its size, or the first words. */
function RowUnder({ listed: { row, nested, story }, onToggleStory }: ItemListRowProps) {
  const m = useMessages();
  if (row.story !== null && row.story.reports > 1 && !nested) {
    const counts = m.stories.counts(row.story.reports, row.story.independent);
    if (story === null) return <div className="item-row-under">{counts}</div>;
    return (
      <div className="item-row-under">
        <button
          type="button"
          tabIndex={-1}
          className="item-row-story"
          aria-expanded={story === 'open'}
          onClick={(event) => {
            event.stopPropagation();
            onToggleStory(row);
          }}
        >
          <Icon name="down" width={12} height={12} />
          {counts}
        </button>
        {row.story.headline !== row.title && <span dir="auto">{row.story.headline}</span>}
      </div>
    );
  }
  if (row.summary.trim() === '') return null;
  return (
    <div className="item-row-under" {...textAttributes(row.language)}>
      {row.summary}
    </div>
  );
}

/** "Ada Quill, Bo" becomes "AQ B". */
const initials = (names: string) =>
  names
    .split(', ')
    .map((name) =>
      name
        .split(/\s+/)
        .slice(0, 2)
        .map((word) => [...word][0] ?? '')
        .join(''),
    )
    .join(' ');
