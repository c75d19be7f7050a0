/**
 * HTML as word processors put it on the clipboard, brought down to paragraphs and lists. Word writes lists as
 * paragraphs with a bullet typed in front, bold as a style, and much that nobody reads.
 */
export function withoutWordMarkup(html: string): string {
  if (!/urn:schemas-microsoft-com|class="?Mso|mso-|docs-internal-guid/i.test(html)) return html;
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const unread of page.querySelectorAll('style, script, xml, title, meta, link, o\\:p, w\\:sdt'))
    unread.replaceWith(...(unread.nodeName.toLowerCase() === 'w:sdt' ? unread.childNodes : []));
  dropComments(page.body);
  for (const paragraph of page.querySelectorAll<HTMLElement>('p[class*="MsoList"], p[style*="mso-list"]'))
    asListItem(paragraph);
  joinLists(page.body);
  for (const element of page.querySelectorAll<HTMLElement>('[style]')) keepEmphasis(element);
  for (const element of page.querySelectorAll('[class], [style], [lang]'))
    for (const name of ['class', 'style', 'lang']) element.removeAttribute(name);
  for (const paragraph of page.querySelectorAll('p'))
    if ((paragraph.textContent ?? '').replace(/\u00a0/g, ' ').trim() === '') paragraph.remove();
  return page.body.innerHTML;
}

function dropComments(root: Node): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) (comment as Comment).remove();
}

/** The bullet or number that Word typed in front says which kind of list it is. */
function asListItem(paragraph: HTMLElement): void {
  const marker = paragraph.querySelector<HTMLElement>(
    '[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]',
  );
  const sign = (marker?.textContent ?? /^\s*(\S+)/.exec(paragraph.textContent ?? '')?.[1] ?? '').trim();
  marker?.remove();
  const list = paragraph.ownerDocument.createElement(/^[\p{L}\p{N}]{1,3}[.)]/u.test(sign) ? 'ol' : 'ul');
  const item = paragraph.ownerDocument.createElement('li');
  const inner = paragraph.ownerDocument.createElement('p');
  inner.append(...paragraph.childNodes);
  item.append(inner);
  list.append(item);
  list.dataset['pasted'] = '';
  paragraph.replaceWith(list);
}

/** Items that follow each other are one list. */
function joinLists(root: HTMLElement): void {
  for (const list of root.querySelectorAll<HTMLElement>('[data-pasted]')) {
    const before = list.previousElementSibling;
    if (before?.nodeName !== list.nodeName || !(before as HTMLElement).matches('[data-pasted]')) continue;
    before.append(...list.childNodes);
    list.remove();
  }
}

function keepEmphasis(element: HTMLElement): void {
  const { fontWeight, fontStyle } = element.style;
  const wrap = (name: 'strong' | 'em') => {
    const mark = element.ownerDocument.createElement(name);
    mark.append(...element.childNodes);
    element.append(mark);
  };
  if (element.nodeName !== 'B' && (fontWeight === 'bold' || Number(fontWeight) >= 600)) wrap('strong');
  if (fontStyle === 'italic') wrap('em');
  // Google Docs wraps all of it in a <b> that is not bold.
  if (element.nodeName === 'B' && fontWeight === 'normal') element.replaceWith(...element.childNodes);
}
