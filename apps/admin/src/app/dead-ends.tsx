import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../i18n/messages.tsx';
import { Button } from '../ui/button.tsx';
import { Empty, Problem } from '../ui/states.tsx';
import { useTitle } from './use-title.ts';
import './dead-ends.css';

export function NotFound() {
  const m = useMessages();
  useTitle(m.notFound.title);
  return (
    <Empty title={m.notFound.title}>
      <p>{m.notFound.text}</p>
      <Link to="/today" className="button button-framed">
        {m.notFound.home}
      </Link>
    </Empty>
  );
}

export function Crashed() {
  const m = useMessages();
  return (
    <Problem title={m.failure.crashed} text={m.failure.crashedText}>
      <Button onClick={() => location.reload()}>{m.failure.reload}</Button>
    </Problem>
  );
}

/** The whole page for somebody without a session. */
export function SignedOut() {
  const m = useMessages();
  const queryClient = useQueryClient();
  useTitle(m.signedOut.title);
  return (
    <main className="signed-out">
      <img src="/mark.svg" alt="" width="40" height="40" />
      <h1>{m.signedOut.title}</h1>
      {new URLSearchParams(location.search).get('reason') === 'link' && (
        <p role="alert">{m.signedOut.usedUp}</p>
      )}
      <p>{m.signedOut.text}</p>
      <code>{m.signedOut.command}</code>
      <p className="soft small">{m.signedOut.again}</p>
      <Button onClick={() => void queryClient.resetQueries()}>{m.signedOut.retry}</Button>
    </main>
  );
}
