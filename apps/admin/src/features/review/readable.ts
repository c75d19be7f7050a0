/**
 * A source's HTML as a plain tree, through a list of what is allowed. The desk has sanitised it already; this is the
 * second wall, and it gives every stretch of text its place so that marks can be put on it.
 */

export type ReadNode =
  | { kind: 'text'; text: string /** UTF-16 offset in the text of the whole. */; start: number }
  | { kind: 'element'; tag: ReadTag; href?: string; direction?: 'ltr' | 'rtl'; children: ReadNode[] };

const TAGS = [
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'blockquote',
  'pre',
  'code',
  'em',
  'strong',
  'b',
  'i',
  'u',
  's',
  'sub',
  'sup',
  'a',
  'br',
  'hr',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'figure',
  'figcaption',
  'div',
  'q',
  'cite',
  'dl',
  'dt',
  'dd',
  'small',
  'mark',
  'span',
] as const;
type ReadTag = (typeof TAGS)[number];
const ALLOWED: ReadonlySet<string> = new Set(TAGS);
/** Their content is not text for people. */
const SILENT = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
  'head',
  'title',
]);
/** Deeper nesting than any article has; the rest is read as text of the level above. */
const DEPTH = 60;

export interface Readable {
  nodes: ReadNode[];
  /** All text nodes after each other. */
  text: string;
}

export function readHtml(html: string): Readable {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const place = { text: '' };
  return { nodes: readChildren(parsed.body, place, 0), text: place.text };
}

function readChildren(parent: Node, place: { text: string }, depth: number): ReadNode[] {
  return [...parent.childNodes].flatMap((node) => readNode(node, place, depth));
}

function readNode(node: Node, place: { text: string }, depth: number): ReadNode[] {
  if (node instanceof Text) {
    const start = place.text.length;
    place.text += node.data;
    return node.data === '' ? [] : [{ kind: 'text', text: node.data, start }];
  }
  if (!(node instanceof Element) || SILENT.has(node.localName)) return [];
  // Words of neighbouring blocks and table cells must not run into one another when white space is compared.
  const children = readChildren(node, place, depth + 1);
  if (depth > DEPTH || !ALLOWED.has(node.localName)) return children;
  const href = node.localName === 'a' ? safeAddress(node.getAttribute('href')) : null;
  const direction = node.getAttribute('dir');
  return [
    {
      kind: 'element',
      tag: node.localName as ReadTag,
      ...(href === null ? {} : { href }),
      ...(direction === 'ltr' || direction === 'rtl' ? { direction } : {}),
      children,
    },
  ];
}

/** An absolute web or mail address; anything else is no link. */
export function safeAddress(href: string | null | undefined): string | null {
  if (!href) return null;
  try {
    const url = new URL(href);
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
