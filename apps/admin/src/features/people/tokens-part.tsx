import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ApiToken } from '@throughline/schema';
import { useState } from 'react';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useFormat, useNow } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { ListPart } from '../settings/list-part.tsx';
import { NewLink } from './new-link.tsx';
import { tokensQuery } from './queries.ts';
import { RoleField } from './role-field.tsx';
import './people.css';

/** Programs that may come in, each with a token that is shown once. */
export function TokensPart() {
  const m = useMessages();
  return (
    <ListPart
      words={m.tokens}
      list={useQuery(tokensQuery)}
      form={<TokenForm />}
      line={(token) => <TokenLine key={token.id} token={token} />}
    />
  );
}

const TOKEN_ROLES = ['viewer', 'curator', 'editor'] as const;

function TokenForm() {
  const m = useMessages();
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  const [name, setName] = useState('');
  const [role, setRole] = useState<ApiToken['role']>('viewer');
  const create = useMutation({
    mutationFn: () => api.tokens.create.mutate({ name, role }),
    onSuccess: () => {
      setName('');
      return queryClient.invalidateQueries({ queryKey: tokensQuery.queryKey });
    },
    onError: notSaved,
  });
  return (
    <>
      <form
        className="invite"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') create.mutate();
        }}
      >
        <label className="field invite-note">
          <span>{m.tokens.name}</span>
          <input
            className="input"
            dir="auto"
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <RoleField<ApiToken['role']> roles={TOKEN_ROLES} value={role} onChange={setRole} />
        <Button look="primary" type="submit" disabled={name.trim() === '' || create.isPending}>
          {m.tokens.create}
        </Button>
      </form>
      {create.data !== undefined && (
        <NewLink link={create.data.token} text={m.tokens.shownOnce} onClose={() => create.reset()} />
      )}
    </>
  );
}

function TokenLine({ token }: { token: ApiToken }) {
  const m = useMessages();
  const format = useFormat();
  const now = useNow();
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  const revoke = useMutation({
    mutationFn: () => api.tokens.revoke.mutate({ id: token.id }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: tokensQuery.queryKey }),
    onError: notSaved,
  });
  const used =
    token.lastUsedAt === null
      ? m.tokens.neverUsed
      : m.tokens.lastUsed(format.relative(token.lastUsedAt, now));
  return (
    <li className="person person-line" data-over={token.revokedAt !== null || undefined}>
      <span className="person-name">
        <span dir="auto">{token.name}</span>
        <span className="soft small" dir="auto">
          {token.by}
        </span>
      </span>
      <span className="soft small">{token.revokedAt === null ? used : m.tokens.revoked}</span>
      <span className="soft small">{m.people.roles[token.role]}</span>
      <span className="person-actions">
        {token.revokedAt === null && (
          <Button
            look="plain"
            aria-label={`${m.tokens.revoke}: ${token.name}`}
            disabled={revoke.isPending}
            onClick={() => revoke.mutate()}
          >
            {m.tokens.revoke}
          </Button>
        )}
      </span>
    </li>
  );
}
