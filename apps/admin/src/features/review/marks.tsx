import type { Evidence, TagResult, TextField } from '@throughline/schema';
import { Fragment } from 'react';
import { type Span, splitRuns } from '../../lib/highlight.ts';
import { topicColour } from '../../ui/topic.tsx';
import './marks.css';

/** A matched span with the topic that it speaks for. */
export interface EvidenceMark extends Span {
  topic: string;
  evidence: Evidence;
}

/** A stretch that an earlier report of the story told already. */
interface ToldMark extends Span {
  told: true;
}

export type TextMark = EvidenceMark | ToldMark;

const isEvidence = (mark: TextMark): mark is EvidenceMark => 'evidence' in mark;

/** The spans of one field, of all tags. */
export const marksOf = (tags: readonly TagResult[], field: TextField): EvidenceMark[] =>
  tags.flatMap((tag) =>
    tag.evidence
      .filter((evidence) => evidence.field === field)
      .map((evidence) => ({ start: evidence.start, end: evidence.end, topic: tag.topic, evidence })),
  );

interface MarkedProps {
  text: string;
  marks: readonly TextMark[];
  colours: ReadonlyMap<string, string>;
}

const held = new WeakMap<Element, EvidenceMark[]>();

/** What a mark on screen stands for. */
export const marksAt = (element: Element): EvidenceMark[] => held.get(element) ?? [];

/**
 * Text with its evidence marked in place, in the colour of the topic. A mark stays plain inline text: a control
 * inside a line would part Arabic letters from each other and be no place for a line to break.
 */
export function Marked({ text, marks, colours }: MarkedProps) {
  let at = 0;
  return splitRuns(text, marks).map((run) => {
    const key = at;
    at += run.text.length;
    const evidence = run.marks.filter(isEvidence);
    const told = evidence.length < run.marks.length;
    const [first] = evidence;
    if (first === undefined)
      return told ? (
        <span key={key} className="told">
          {run.text}
        </span>
      ) : (
        <Fragment key={key}>{run.text}</Fragment>
      );
    return (
      <mark
        key={key}
        ref={(element) => void (element && held.set(element, evidence))}
        className={told ? 'mark told' : 'mark'}
        style={topicColour(colours.get(first.topic) ?? UNKNOWN_COLOUR)}
        data-against={first.evidence.weight < 0 || undefined}
      >
        {run.text}
      </mark>
    );
  });
}

/** For a topic that the desk does not list (any more). */
export const UNKNOWN_COLOUR = '#888888';
