import { type RefObject, useEffect, useRef } from 'react';

/** CSS pixels that stay free beside the chosen tab, so that one sees its neighbour. */
const ROOM = 36;

/**
 * For a row of tabs that scrolls sideways in a narrow place: brings the chosen one (`aria-pressed`) into sight, and
 * says in `data-more` beyond which ends ("start", "end") there are more, for the style to fade them.
 */
export function useSideways(chosen: string): RefObject<HTMLElement | null> {
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = row.current;
    if (element === null) return;
    const look = () => {
      const room = element.scrollWidth - element.clientWidth;
      // Counted from the start of the line; from right to left it is negative.
      const passed = Math.abs(element.scrollLeft);
      const ends = [...(passed > 1 ? ['start'] : []), ...(passed < room - 1 ? ['end'] : [])];
      if (ends.length > 0) element.dataset['more'] = ends.join(' ');
      else delete element.dataset['more'];
    };
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  useEffect(() => {
    const element = row.current;
    const tab = element?.querySelector('[aria-pressed="true"]');
    if (element === null || !tab) return;
    // Not scrollIntoView, which would also move the page to the row.
    const [all, one] = [element.getBoundingClientRect(), tab.getBoundingClientRect()];
    const over = Math.max(0, one.right + ROOM - all.right);
    const under = Math.min(0, one.left - ROOM - all.left);
    element.scrollBy({ left: over || under, behavior: 'instant' });
  }, [chosen]);
  return row;
}
