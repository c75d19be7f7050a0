import { useQuery } from '@tanstack/react-query';
import type { ItemDetail, ItemRow } from '@throughline/schema';
import { useEffect, useMemo, useRef } from 'react';
import { useCommandRunner } from '../../app/command-layer.tsx';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useFormat, useNow } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { textAttributes } from '../../lib/language.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { topicsQuery } from '../topics/queries.ts';
import { WhyDetails } from '../topics/why.tsx';
import { type ViewName, verdictTopic } from './address.ts';
import { isWaiting, useWithPending } from './decisions.ts';
import { EvidenceList, EvidencePopover } from './evidence.tsx';
import { Marked, marksOf } from './marks.tsx';
import { OtherReports } from './other-reports.tsx';
import { CitedIn, Enclosures, Revisions } from './pane-parts.tsx';
import { itemQuery } from './queries.ts';
import { safeAddress } from './readable.ts';
import { ReadingText } from './reading-text.tsx';
import { shownVerdict } from './verdicts.ts';

interface ItemPaneProps {
  id: number | null;
  name: ViewName;
  rows: readonly ItemRow[];
  onSelect(id: number | null): void;
}

export function ItemPane({ id, name, rows, onSelect }: ItemPaneProps) {
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
}

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
          <Article key={id} item={detail.data} name={name} />
        ) : detail.error !== null ? (
          <QueryProblem error={detail.error} retry={() => void detail.refetch()} />
        ) : (
          <Loading label={m.loading} />
        )}
      </div>
    </>
  );
}

/** The decisions, always in the same place. */
function PaneBar({ row, name, onBack }: { row: ItemRow | undefined; name: ViewName; onBack(): void }) {
  const m = useMessages();
  const runner = useCommandRunner();
  const value = row === undefined ? null : (shownVerdict(row.verdicts, verdictTopic(name))?.value ?? null);
  return (
    <div className="pane-bar">
      <Button look="plain" icon="back" className="pane-back" aria-label={m.review.back} onClick={onBack} />
      <Button
        icon="check"
        keyHint="e"
        aria-pressed={value === 'relevant'}
        needs="curator"
        onClick={() => runner.run('relevant')}
      >
        {m.review.relevant}
      </Button>
      <Button
        icon="cross"
        keyHint="x"
        aria-pressed={value === 'not_relevant'}
        needs="curator"
        onClick={() => runner.run('notRelevant')}
      >
        {m.review.notRelevant}
      </Button>
      <span className="pane-bar-gap" />
      <Button
        look="plain"
        icon="add"
        keyHint="l"
        className="pane-cite"
        needs="curator"
        onClick={() => runner.run('cite')}
      >
        {m.review.cite}
      </Button>
      <OriginalLink url={row?.url ?? null} />
    </div>
  );
}

function OriginalLink({ url }: { url: string | null }) {
  const m = useMessages();
  const href = safeAddress(url);
  if (href === null) return null;
  return (
    <a
      className="button button-plain button-icon"
      href={href}
      target="_blank"
      rel="noopener nofollow noreferrer"
      aria-label={m.review.original}
      title={m.review.original}
    >
      <Icon name="external" />
    </a>
  );
}

function Article({ item: given, name }: { item: ItemDetail; name: ViewName }) {
  const m = useMessages();
  const [item = given] = useWithPending(useMemo(() => [given], [given]));
  const topics = useQuery(topicsQuery);
  const colours = useMemo(
    () => new Map(topics.data?.map((topic) => [topic.id, topic.colour])),
    [topics.data],
  );
  const article = useRef<HTMLElement>(null);
  const text = textAttributes(item.language);
  const { revision } = item;
  const textMarks = useMemo(() => marksOf(item.tags, 'text'), [item.tags]);
  const body = revision.contentHtml !== null || revision.contentText.trim() !== '';
  return (
    <article className="item" ref={article}>
      <header className="item-head">
        <h2 className="item-title" {...text}>
          <Marked text={revision.title} marks={marksOf(item.tags, 'title')} colours={colours} />
        </h2>
        <ItemMeta item={item} name={name} />
      </header>
      <EvidenceList item={item} topics={topics.data ?? []} article={article} />
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
      <EvidencePopover article={article} topics={topics.data ?? []} />
    </article>
  );
}

/** Many feeds give the first lines of the text as the summary; reading them twice helps nobody. */
function showsSummary({ summary, contentText }: ItemDetail['revision']): boolean {
  const bare = (text: string) => text.replace(/[\s….]+/g, '');
  const lead = bare(summary);
  return lead !== '' && !bare(contentText).startsWith(lead.slice(0, 80));
}

function ItemMeta({ item, name }: { item: ItemDetail; name: ViewName }) {
  const m = useMessages();
  const format = useFormat();
  const now = useNow();
  const verdict = shownVerdict(item.verdicts, verdictTopic(name));
  const authors = item.revision.authors.flatMap((author) => author.name ?? author.email ?? []);
  return (
    <div className="item-meta">
      <span className="item-publisher" dir="auto">
        {item.publisher.name}
      </span>
      {item.source.title !== item.publisher.name && <span dir="auto">{item.source.title}</span>}
      <time dateTime={item.at} title={format.relative(item.at, now)}>
        {format.dateTime(item.at)}
      </time>
      {authors.length > 0 && <span dir="auto">{m.review.by(format.list(authors))}</span>}
      {item.language && <span>{format.language(item.language)}</span>}
      {verdict && (
        <span className="item-verdict" data-verdict={verdict.value}>
          {m.review.verdictBy(
            verdict.value === 'relevant' ? m.review.relevant : m.review.notRelevant,
            verdict.by,
            isWaiting(item.id) ? m.review.waitingToSend : format.relative(verdict.at, now),
          )}
        </span>
      )}
    </div>
  );
}
