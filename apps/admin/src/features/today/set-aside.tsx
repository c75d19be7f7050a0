import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ItemSetAside } from '@throughline/schema';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useFormat, useNow } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.tsx';

/** On Today: items that could not be tagged, and why. */
export function SetAside({ items }: { items: readonly ItemSetAside[] }) {
  const m = useMessages();
  const format = useFormat();
  const now = useNow();
  const notSaved = useNotSaved();
  const retry = useMutation({
    mutationFn: () => api.desk.retrySetAside.mutate(),
    onSuccess: () => showToast(m.today.tryingAgain),
    onError: notSaved,
  });
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="today-set-aside">
      <h2 id="today-set-aside" className="today-heading">
        {m.today.setAside}
      </h2>
      <p className="soft">{m.today.setAsideText}</p>
      <ul className="today-trouble">
        {items.map(({ id, title, stage, detail, tries, since }) => (
          <li key={id}>
            <Link
              to="/review/$view"
              params={{ view: 'everything' }}
              search={{ item: id }}
              className="plain-link"
              dir="auto"
            >
              {title}
            </Link>
            <span className="soft">{m.today.setAsideBecause[stage](detail)}</span>
            <span className="soft small today-next">
              {m.today.setAsideTries(tries)}, {format.relative(since, now)}
            </span>
          </li>
        ))}
      </ul>
      <Button needs="curator" icon="refresh" disabled={retry.isPending} onClick={() => retry.mutate()}>
        {m.today.tryAgain}
      </Button>
    </section>
  );
}
