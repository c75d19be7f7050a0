import type { Evidence, ItemDetail, TagResult, Topic } from '@throughline/schema';
import { type CSSProperties, type RefObject, useEffect, useRef, useState } from 'react';
import { useCommands } from '../../app/command-layer.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { signed } from '../../i18n/signed.ts';
import { TopicName, topicColour } from '../../ui/topic.tsx';
import { type EvidenceMark, marksAt, UNKNOWN_COLOUR } from './marks.tsx';

type Article = RefObject<HTMLElement | null>;

interface EvidenceListProps {
  item: ItemDetail;
  topics: readonly Topic[];
  article: Article;
}

/** Per topic its score and what made it: the same as the marks, for those who read by ear or by keys. */
export function EvidenceList({ item, topics, article }: EvidenceListProps) {
  const m = useMessages();
  if (item.tags.length === 0) return <p className="why why-none">{m.review.whyNot}</p>;
  return (
    <section className="why" aria-label={m.review.why}>
      {item.tags.map((tag) => (
        <TagLine key={tag.topic} tag={tag} topic={topics.find((t) => t.id === tag.topic)} article={article} />
      ))}
    </section>
  );
}

interface TagLineProps {
  tag: TagResult;
  topic: Topic | undefined;
  article: Article;
}

/** Terms that are shown before "3 more". */
const TERMS = 8;

function TagLine({ tag, topic, article }: TagLineProps) {
  const m = useMessages();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const terms = gatherTerms(tag.evidence);
  const shown = all ? terms : terms.slice(0, TERMS);
  const colour = topic?.colour ?? UNKNOWN_COLOUR;
  return (
    <div className="why-tag" style={topicColour(colour)}>
      <div className="why-topic">
        <TopicName colour={colour}>{topic?.name ?? tag.topic}</TopicName>
        <span className="why-score" data-weak={!tag.relevant || undefined}>
          <span aria-hidden="true">{format.score(tag.score)}</span>
          <span className="hidden">
            {m.review.scoreFor(topic?.name ?? tag.topic, format.score(tag.score))}
          </span>
        </span>
        {!tag.relevant && (
          <span className="soft small">{tag.sampled ? m.topics.sampling.why : m.review.belowThreshold}</span>
        )}
      </div>
      <ul className="why-terms">
        {shown.map((term) => (
          <li key={term.text} data-against={term.weight < 0 || undefined}>
            <button
              type="button"
              dir="auto"
              onClick={() => jumpTo(article, tag.topic, term.text)}
              title={m.review.mark(topic?.name ?? tag.topic, term.rule)}
            >
              {term.text}
            </button>
            <span className="why-weight">{signed(term.weight, 1)}</span>
          </li>
        ))}
        {shown.length < terms.length && (
          <li>
            <button type="button" className="text-button" onClick={() => setAll(true)}>
              {m.review.moreMarks(terms.length - shown.length)}
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}

/** The same words found again are one line with their weights added up, heaviest first. */
function gatherTerms(evidence: readonly Evidence[]): { text: string; rule: string; weight: number }[] {
  const terms = new Map<string, { text: string; rule: string; weight: number }>();
  for (const { text, rule, weight } of evidence) {
    const key = `${rule} ${text.toLowerCase()}`;
    const known = terms.get(key);
    if (known === undefined) terms.set(key, { text, rule, weight });
    else known.weight += weight;
  }
  return [...terms.values()].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

function jumpTo(article: Article, topic: string, text: string): void {
  const found = allMarks(article).find((element) =>
    marksAt(element).some((mark) => mark.topic === topic && mark.evidence.text === text),
  );
  if (found !== undefined) show(found);
}

const allMarks = (article: Article) => [...(article.current?.querySelectorAll<HTMLElement>('.mark') ?? [])];

function show(element: HTMLElement): void {
  element.scrollIntoView({ block: 'center' });
  // Clicked by a script: the popover below answers to it as to a finger.
  element.click();
}

interface Shown {
  marks: EvidenceMark[];
  style: CSSProperties;
  element: HTMLElement;
}

interface EvidencePopoverProps {
  article: Article;
  topics: readonly Topic[];
  tags: readonly TagResult[];
}

/** What a mark means, beside it: topic, rule, weight. Opened by a press on a mark, or by `m` through all of them. */
export function EvidencePopover({ article, topics, tags }: EvidencePopoverProps) {
  const m = useMessages();
  const [shown, setShown] = useState<Shown | null>(null);
  const popover = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = article.current;
    const onClick = ({ target }: Event) => {
      const mark =
        target instanceof Element ? target.closest<HTMLElement>('.item-text .mark, .item-title .mark') : null;
      if (mark !== null) setShown({ marks: marksAt(mark), style: beside(mark), element: mark });
    };
    element?.addEventListener('click', onClick);
    return () => element?.removeEventListener('click', onClick);
  }, [article]);
  useEffect(() => {
    if (shown === null) return;
    popover.current?.showPopover();
    shown.element.dataset['open'] = '';
    return () => {
      delete shown.element.dataset['open'];
    };
  }, [shown]);
  useCommands({
    nextMark: () => {
      const marks = allMarks(article);
      const at = shown === null ? -1 : marks.indexOf(shown.element);
      const next = marks[(at + 1) % Math.max(1, marks.length)];
      if (next !== undefined) show(next);
    },
  });
  return (
    <div
      ref={popover}
      popover="auto"
      className="evidence-popover"
      style={shown?.style}
      onToggle={(event) => event.newState === 'closed' && setShown(null)}
    >
      <span className="hidden">{m.review.evidence}</span>
      {shown !== null && <EvidenceTable marks={shown.marks} topics={topics} tags={tags} />}
    </div>
  );
}

interface EvidenceTableProps {
  marks: readonly EvidenceMark[];
  topics: readonly Topic[];
  tags: readonly TagResult[];
}

function EvidenceTable({ marks, topics, tags }: EvidenceTableProps) {
  const m = useMessages();
  const format = useFormat();
  return (
    <div role="status">
      {marks.map((mark) => {
        const topic = topics.find((candidate) => candidate.id === mark.topic);
        const tag = tags.find((candidate) => candidate.topic === mark.topic);
        const ofRule = tag?.evidence.filter(({ rule }) => rule === mark.evidence.rule) ?? [];
        const added = ofRule.reduce((sum, { weight }) => sum + weight, 0);
        return (
          <dl key={`${mark.topic} ${mark.evidence.rule} ${mark.start}`} className="evidence">
            <dt className="evidence-topic">
              <TopicName colour={topic?.colour ?? UNKNOWN_COLOUR}>{topic?.name ?? mark.topic}</TopicName>
            </dt>
            <dd className="evidence-text" dir="auto">
              {mark.evidence.text}
            </dd>
            <div>
              <dt>{m.review.rule}</dt>
              <dd>{mark.evidence.rule}</dd>
            </div>
            <div>
              <dt>{m.review.weight}</dt>
              <dd>{m.review.weightPlain(signed(mark.evidence.weight, 1))}</dd>
            </div>
            <div>
              <dt>{m.review.contribution}</dt>
              <dd>{m.review.weightPlain(signed(added, 1))}</dd>
            </div>
            {topic !== undefined && tag !== undefined && (
              <div>
                <dt>{m.review.threshold}</dt>
                <dd>
                  {m.review.ofScore(
                    format.score(tag.score),
                    format.score(topic.definition.thresholds.relevant),
                  )}
                </dd>
              </div>
            )}
          </dl>
        );
      })}
    </div>
  );
}

const POPOVER_WIDTH = 260;
const POPOVER_HEIGHT = 190;

/** Under the mark, or above it where the window ends. */
function beside(element: HTMLElement): CSSProperties {
  const box = element.getBoundingClientRect();
  const left = Math.max(8, Math.min(box.left, window.innerWidth - POPOVER_WIDTH - 8));
  const below = box.bottom + 6 + POPOVER_HEIGHT < window.innerHeight;
  return below
    ? { left, top: box.bottom + 6, bottom: 'auto' }
    : { left, bottom: window.innerHeight - box.top + 6, top: 'auto' };
}
