import { useMutation, useQuery } from '@tanstack/react-query';
import type { Role, User } from '@throughline/schema';
import { useState } from 'react';
import { useTitle } from '../../app/use-title.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Loading } from '../../ui/states.tsx';
import '../../app/dead-ends.css';

/** What the desk answers where nobody is signed in yet. */
async function ask<T>(path: 'look' | 'accept', body: object): Promise<T> {
  const answer = await fetch(`/sign-in/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const words = (await answer.json()) as T & { message?: string };
  if (!answer.ok) throw new Error(words.message ?? '');
  return words;
}

/** The page of an invitation, for somebody who is not on the desk yet. */
export function AcceptPage() {
  const m = useMessages();
  useTitle(m.people.acceptTitle);
  // Behind the #, so that it is in no log and no preview of the address uses it up.
  const [token] = useState(() => location.hash.slice(1));
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => ask<{ role: Role; by: string }>('look', { token }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <main className="signed-out">
      <img src="/mark.svg" alt="" width="40" height="40" />
      <h1>{m.people.acceptTitle}</h1>
      {invitation.isPending && <Loading label={m.loading} />}
      {invitation.isError && <p role="alert">{m.people.acceptOver}</p>}
      {invitation.data && (
        <>
          <p>{m.people.acceptText(invitation.data.by, m.people.roles[invitation.data.role])}</p>
          <p className="soft">{m.people.roleWords[invitation.data.role]}</p>
          <NameForm token={token} />
        </>
      )}
    </main>
  );
}

function NameForm({ token }: { token: string }) {
  const m = useMessages();
  const [name, setName] = useState('');
  const accept = useMutation({
    mutationFn: () => ask<User>('accept', { token, name }),
    // A whole new page: nothing of before was asked as this person.
    onSuccess: () => location.replace('/today'),
  });
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') accept.mutate();
      }}
    >
      <label className="field">
        <span>{m.people.yourName}</span>
        <input
          className="input"
          dir="auto"
          autoComplete="name"
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <Button look="primary" type="submit" disabled={name.trim() === '' || accept.isPending}>
        {m.people.join}
      </Button>
      {accept.isError && <p role="alert">{accept.error.message || m.failure.unreachedShort}</p>}
    </form>
  );
}
