import { useEffect } from 'react';
import { useMessages } from '../i18n/messages.tsx';

/** Names the page in the window's title: what one is looking at first, the desk after it. */
export function useTitle(title: string | undefined): void {
  const m = useMessages();
  useEffect(() => {
    document.title = title === undefined || title === '' ? m.name : `${title} – ${m.name}`;
  }, [title, m]);
}
