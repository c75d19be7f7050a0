import { isPlainAddress } from './urls.ts';

const INLINE = 'a b strong i em u s code sub sup small mark cite q'.split(' ');
const FLOW = [...'p h1 h2 h3 h4 h5 h6 ul ol blockquote div pre figure'.split(' '), ...INLINE];
const NOTHING: string[] = [];
const LEAVES = new Set(['br', 'hr', 'img']);

/** Which elements may stand where, narrower than HTML: no parser closes or moves any of them by itself. */
const CHILDREN = new Map<string, Set<string>>([
  ['', new Set(FLOW)],
  ['blockquote', new Set(FLOW)],
  ['div', new Set(FLOW)],
  ['li', new Set(INLINE)],
  ['ul', new Set(['li'])],
  ['ol', new Set(['li'])],
  ['figure', new Set(['figcaption'])],
  ['figcaption', new Set(INLINE)],
  ...'p h1 h2 h3 h4 h5 h6 pre'.split(' ').map((name): [string, Set<string>] => [name, new Set(INLINE)]),
  ...INLINE.map((name): [string, Set<string>] => [
    name,
    new Set(name === 'a' ? NOTHING : ['a', 'em', 'strong', 'code']),
  ]),
]);

const TOKEN =
  /[^<>&]+|&(?:amp|lt|gt);|<(\/?)([a-z][a-z0-9]*)>|<a href="([^"<>]*)">|<img src="([^"<>]*)"(?: alt="[^"<>&]+")? \/>|<(br|hr) \/>/y;
const MAX_DEPTH = 20;

/**
 * Is this HTML so plain that the sanitiser would give it back as it is? A strict grammar of balanced, common elements
 * without attributes, and links and pictures with plain absolute addresses; whatever is in doubt is no.
 * It makes no HTML: it only says whether the sanitiser can be spared.
 */
export function isAlreadyClean(html: string): boolean {
  const open: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < html.length) {
    const match = TOKEN.exec(html);
    if (match === null) return false;
    const [, slash, name, href, src, leaf] = match;
    const parent = open[open.length - 1] ?? '';
    if (leaf === 'hr' && !CHILDREN.get(parent)?.has('p')) return false;
    if (slash === '/') {
      if (open.pop() !== name) return false;
    } else if (name !== undefined || href !== undefined) {
      if (LEAVES.has(name ?? 'a') || !CHILDREN.get(parent)?.has(name ?? 'a') || open.length >= MAX_DEPTH)
        return false;
      open.push(name ?? 'a');
    }
    const address = href ?? src;
    if (address !== undefined && !isEscapedAddress(address)) return false;
  }
  return open.length === 0;
}

function isEscapedAddress(address: string): boolean {
  if (!address.includes('&')) return isPlainAddress(address);
  return !/&(?!amp;)/.test(address) && isPlainAddress(address.replaceAll('&amp;', '&'));
}
