/** Elements that HTML closes by itself; they do not add up when they are left open. */
const SELF_CLOSED = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot ' +
    'option optgroup colgroup'
  ).split(' '),
);
const NAME = /[A-Za-z][^\s/>]*/y;

/**
 * Markup with tags deeper than `max` taken out, their text kept: parsers with a stack take time that is quadratic in
 * the depth, and nobody nests more on purpose. Linear; markup that is not deep comes back as it is.
 */
export function limitDepth(markup: string, max: number): string {
  if (!hasManyTags(markup, max)) return markup;
  const parts: string[] = [];
  let depth = 0;
  let over = 0;
  let at = 0;
  for (let open = markup.indexOf('<'); open >= 0; open = markup.indexOf('<', at)) {
    const end = endOf(markup, open);
    const change = depthChange(markup, open, end);
    const isOver = over > 0 || (change > 0 && depth >= max);
    if (isOver && change !== 0) over += change;
    else depth = Math.max(0, depth + change);
    parts.push(markup.slice(at, isOver && change !== 0 ? open : end));
    at = end;
  }
  parts.push(markup.slice(at));
  return parts.join('');
}

function hasManyTags(markup: string, max: number): boolean {
  let count = 0;
  for (let at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at + 1))
    if (++count > max) return true;
  return false;
}

/** 1 for a tag that opens an element, -1 for one that closes it, 0 for all else. */
function depthChange(markup: string, open: number, end: number): -1 | 0 | 1 {
  const closes = markup[open + 1] === '/';
  NAME.lastIndex = closes ? open + 2 : open + 1;
  const name = NAME.exec(markup)?.[0].toLowerCase();
  if (name === undefined || SELF_CLOSED.has(name)) return 0;
  if (closes) return -1;
  return markup[end - 2] === '/' ? 0 : 1;
}

/** The offset after the tag, comment or section at `open`; a `<` that opens nothing ends behind itself. */
function endOf(markup: string, open: number): number {
  const [end, skip] = markup.startsWith('<!--', open)
    ? ['-->', 4]
    : markup.startsWith('<![CDATA[', open)
      ? [']]>', 9]
      : ['>', 1];
  const close = markup.indexOf(end, open + skip);
  return close < 0 ? markup.length : close + end.length;
}
