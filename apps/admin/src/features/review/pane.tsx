import { useQuery } from '@tanstack/react-query';
import type { ItemDetail, ItemRow } from '@throughline/schema';
import { type ComponentProps, memo, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import { textAttributes } from '../../lib/language.ts';
import { Empty, Loading } from '../../ui/states.tsx';
import { itemStoryQuery } from '../stories/queries.ts';
import { topicsQuery } from '../topics/queries.ts';
import { WhyDetails } from '../topics/why.tsx';
import { Work } from '../work/work.tsx';
import type { ViewName } from './address.ts';
import { useWithPending } from './decisions.ts';
import { EvidenceList, EvidencePopover } from './evidence.tsx';
import { ItemMarks, ItemMeta } from './item-meta.tsx';
import { Marked, marksOf, type TextMark } from './marks.tsx';
import { MissingItem } from './missing-item.tsx';
import { OtherReports } from './other-reports.tsx';
import { PaneBar } from './pane-bar.tsx';
import { CitedIn, Enclosures } from './pane-parts.tsx';
import { itemQuery } from './queries.ts';
import { ReadingText } from './reading-text.tsx';
import { Revisions } from './revisions.tsx';

interface ItemPaneProps {
  id: number | null;
  name: ViewName;
  rows: readonly ItemRow[];
  onSelect(id: number | null): void;
}

/**
 * The item under the cursor, as text. A step opens it at once; a decision, which also goes on to the next item, is
 * painted in the list first, and the pane follows.
 */
export function ItemPane({ id, name, rows, onSelect }: ItemPaneProps) {
  const settled = useDeferredValue(rows);
  const following = useDeferredValue(id);
  // What is opened from nothing or closed changes the page itself: that is no moment to show the item before.
  const atOnce = rows === settled || id === null || following === null;
  return <Pane id={atOnce ? id : following} name={name} rows={settled} onSelect={onSelect} />;
}

const Pane = memo(function Pane({ id, name, rows, onSelect }: ItemPaneProps) {
  const m = useMessages();
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    if (id !== null) pane.current?.querySelector('.pane-scroll')?.scrollTo(0, 0);
  }, [id]);
  return (
    <section className="review-pane" aria-label={m.review.pane} ref={pane} id="item-pane">
      {id === null ? (
        <Empty title={m.review.pick}>{m.review.pickText}</Empty>
      ) : (
        <OpenItem id={id} name={name} rows={rows} onBack={() => onSelect(null)} />
      )}
    </section>
  );
});

/** A scrolling area has to be reachable by keys; nothing in it can be pressed everywhere. */
const focusable = (element: HTMLElement | null) => {
  element?.setAttribute('tabindex', '0');
  element?.setAttribute('data-scrolls', '');
};

interface OpenItemProps {
  id: number;
  name: ViewName;
  rows: readonly ItemRow[];
  onBack(): void;
}

function OpenItem({ id, name, rows, onBack }: OpenItemProps) {
  const m = useMessages();
  const detail = useQuery(itemQuery(id));
  const row = rows.find((candidate) => candidate.id === id);
  return (
    <>
      <PaneBar row={row ?? detail.data} name={name} onBack={onBack} />
      <div className="pane-scroll" ref={focusable}>
        {detail.data !== undefined ? (
          <>
            <Article key={id} item={detail.data} name={name} />
            <Work object="item" id={String(id)} />
          </>
        ) : detail.error !== null ? (
          <MissingItem id={id} error={detail.error} retry={() => void detail.refetch()} />
        ) : (
          <Loading label={m.loading} />
        )}
      </div>
    </>
  );
}

/** The item as the curator has changed it. Only what shows a decision asks, so that none draws the whole text anew. */
function usePending(given: ItemDetail): ItemDetail {
  const [item = given] = useWithPending(useMemo(() => [given], [given]));
  return item;
}

interface ArticleProps {
  item: ItemDetail;
  name: ViewName;
}

function Standing({ item: given, name }: ArticleProps) {
  const item = usePending(given);
  return (
    <>
      <ItemMeta item={item} name={name} />
      <ItemMarks item={item} />
    </>
  );
}

function TagEvidence({ item, ...rest }: ComponentProps<typeof EvidenceList>) {
  return <EvidenceList item={usePending(item)} {...rest} />;
}

function Article({ item, name }: ArticleProps) {
  const m = useMessages();
  const topics = useQuery(topicsQuery);
  const colours = useMemo(
    () => new Map(topics.data?.map((topic) => [topic.id, topic.colour])),
    [topics.data],
  );
  const article = useRef<HTMLElement>(null);
  const text = textAttributes(item.language);
  const { revision } = item;
  const story = useQuery({ ...itemStoryQuery(item.id), enabled: (item.story?.reports ?? 0) > 1 });
  const told = story.data?.told;
  const textMarks = useMemo<TextMark[]>(
    () => [
      ...marksOf(item.tags, 'text'),
      ...(told ?? []).map(({ start, end }) => ({ start, end, told: true as const })),
    ],
    [item.tags, told],
  );
  const body = revision.contentHtml !== null || revision.contentText.trim() !== '';
  return (
    <article className="item" ref={article}>
      <header className="item-head">
        <h2 className="item-title" {...text}>
          <Marked text={revision.title} marks={marksOf(item.tags, 'title')} colours={colours} />
        </h2>
        <Standing item={item} name={name} />
      </header>
      <TagEvidence item={item} topics={topics.data ?? []} article={article} />
      <WhyDetails key={item.id} itemId={item.id} topics={topics.data ?? []} />
      <div className="item-text" {...text}>
        {showsSummary(revision) && (
          <p className="item-summary">
            <Marked text={revision.summary} marks={marksOf(item.tags, 'summary')} colours={colours} />
          </p>
        )}
        {revision.pageUrl !== null && (
          <p className="soft small">{m.review.fromPage(new URL(revision.pageUrl).host)}</p>
        )}
        {body ? (
          <ReadingText
            html={revision.contentHtml}
            text={revision.contentText}
            marks={textMarks}
            colours={colours}
          />
        ) : (
          revision.summary.trim() === '' && <p className="soft">{m.review.noText}</p>
        )}
      </div>
      <OtherReports item={item} />
      <Enclosures item={item} />
      <Revisions item={item} />
      <CitedIn item={item} />
      <EvidencePopover article={article} topics={topics.data ?? []} tags={item.tags} />
    </article>
  );
}

/** Many feeds give the first lines of the text as the summary; reading them twice helps nobody. */
function showsSummary({ summary, contentText }: ItemDetail['revision']): boolean {
  const bare = (text: string) => text.replace(/[\s….]+/g, '');
  const lead = bare(summary);
  return lead !== '' && !bare(contentText).startsWith(lead.slice(0, 80));
}
