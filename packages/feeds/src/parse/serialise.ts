import type { XmlElement } from './xml-tree.ts';

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const URL_ATTRIBUTES = new Set(['href', 'src', 'cite', 'poster', 'longdesc']);

/** The markup inside an element as HTML text: namespaces dropped, own `xml:base` applied, entities escaped. */
export function innerMarkup(container: XmlElement): string {
  const parts: string[] = [];
  for (const child of unwrapped(container).children) write(child, container.base, parts);
  return parts.join('');
}

/** Atom wraps XHTML in one `div` that is no part of the content. */
function unwrapped(container: XmlElement): XmlElement {
  const inner = container.children.filter((child) => typeof child !== 'string' || child.trim() !== '');
  const [only] = inner;
  const wraps =
    inner.length === 1 && typeof only === 'object' && only.tag === 'div' && only.base === container.base;
  return wraps ? only : container;
}

function write(child: XmlElement | string, base: string | null, parts: string[]): void {
  if (typeof child === 'string') {
    parts.push(escapeText(child));
    return;
  }
  parts.push('<', child.tag);
  for (const [name, value] of Object.entries(child.attributes)) {
    if (name.includes(':')) continue;
    const own = URL_ATTRIBUTES.has(name) && child.base !== base ? resolved(value, child.base) : value;
    parts.push(' ', name, '="', escapeText(own).replaceAll('"', '&quot;'), '"');
  }
  parts.push('>');
  if (VOID.has(child.tag)) return;
  for (const inner of child.children) write(inner, base, parts);
  parts.push('</', child.tag, '>');
}

function resolved(value: string, base: string | null): string {
  return base !== null && URL.canParse(value, base) ? new URL(value, base).href : value;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
