import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTitle } from '../../app/use-title.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Loading } from '../../ui/states.tsx';
import '../../app/dead-ends.css';

/** Leads on in a whole new page, which also takes the token out of the browser's history. */
async function signIn(token: string): Promise<null> {
  const answer = await fetch('/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  if (!answer.ok && answer.status !== 404) throw new Error(String(answer.status));
  location.replace(answer.ok ? '/' : '/signed-out?reason=link');
  return null;
}

/** Where a sign-in link leads: its token is behind the #, so that no log, referrer or preview ever has it. */
export function SignInPage() {
  const m = useMessages();
  useTitle(m.signedOut.comingIn);
  const [token] = useState(() => location.hash.slice(1));
  // Asked once: the link works once.
  const coming = useQuery({
    queryKey: ['sign-in', token],
    queryFn: () => signIn(token),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <main className="signed-out">
      <img src="/mark.svg" alt="" width="40" height="40" />
      <h1>{m.signedOut.comingIn}</h1>
      {coming.isError && !coming.isFetching ? (
        <>
          <p role="alert">{m.signedOut.noAnswer}</p>
          <Button onClick={() => void coming.refetch()}>{m.tryAgain}</Button>
        </>
      ) : (
        <Loading label={m.loading} />
      )}
    </main>
  );
}
