import { createElement, type ReactNode, useMemo } from 'react';
import { carrySpans } from '../../lib/highlight.ts';
import { Marked, type TextMark } from './marks.tsx';
import { type ReadNode, readHtml } from './readable.ts';

interface ReadingTextProps {
  html: string | null;
  /** The plain text that the rules read; the marks' offsets are in it. */
  text: string;
  marks: readonly TextMark[];
  colours: ReadonlyMap<string, string>;
}

/** An item's text for reading, with its evidence in place. */
export function ReadingText({ html, text, marks, colours }: ReadingTextProps) {
  const readable = useMemo(() => (html === null ? null : readHtml(html)), [html]);
  const carried = useMemo(
    () => (readable === null ? marks : carrySpans(text, readable.text, marks)),
    [readable, text, marks],
  );
  if (readable === null || readable.text.trim() === '')
    return <Paragraphs text={text} marks={marks} colours={colours} />;
  return readable.nodes.map((node, n) => renderNode(node, n, carried, colours));
}

type Colours = ReadonlyMap<string, string>;

/** The marks that touch a stretch, with offsets from its start. */
const within = (marks: readonly TextMark[], start: number, length: number): TextMark[] =>
  marks
    .filter((mark) => mark.end > start && mark.start < start + length)
    .map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start }));

function renderNode(node: ReadNode, key: number, marks: readonly TextMark[], colours: Colours): ReactNode {
  if (node.kind === 'text')
    return (
      <Marked
        key={key}
        text={node.text}
        marks={within(marks, node.start, node.text.length)}
        colours={colours}
      />
    );
  const children = node.children.map((child, n) => renderNode(child, n, marks, colours));
  const props: Record<string, unknown> = { key };
  if (node.direction !== undefined) props['dir'] = node.direction;
  else if (BLOCKS.has(node.tag)) props['dir'] = 'auto';
  if (node.href !== undefined)
    Object.assign(props, { href: node.href, target: '_blank', rel: 'noopener nofollow noreferrer' });
  // The item's own title is the heading above; its text's headings stand one below.
  const tag = /^h[12]$/.test(node.tag) ? 'h3' : node.tag;
  return VOID.has(tag) ? createElement(tag, props) : createElement(tag, props, ...children);
}

const VOID: ReadonlySet<string> = new Set(['br', 'hr']);
const BLOCKS: ReadonlySet<string> = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'blockquote',
  'td',
  'th',
  'pre',
]);

function Paragraphs({
  text,
  marks,
  colours,
}: {
  text: string;
  marks: readonly TextMark[];
  colours: Colours;
}) {
  const paragraphs: { start: number; text: string }[] = [];
  for (const found of text.matchAll(/[^\n]+/g))
    if (found[0].trim() !== '') paragraphs.push({ start: found.index, text: found[0] });
  return paragraphs.map((paragraph) => (
    <p key={paragraph.start} dir="auto">
      <Marked
        text={paragraph.text}
        marks={within(marks, paragraph.start, paragraph.text.length)}
        colours={colours}
      />
    </p>
  ));
}
