import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Invitation } from '@throughline/schema';
import { ROLES, type Role } from '@throughline/schema/roles';
import { useState } from 'react';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { invitationLink } from './actions.ts';
import { NewLink } from './new-link.tsx';
import { invitationsQuery } from './queries.ts';
import { RoleField } from './role-field.tsx';

export function Invitations() {
  const m = useMessages();
  const invitations = useQuery(invitationsQuery);
  return (
    <section>
      <h2>{m.people.invitations}</h2>
      <InviteForm />
      {invitations.data !== undefined && invitations.data.length > 0 && (
        <ul className="people-list">
          {invitations.data.map((invitation) => (
            <InvitationLine key={invitation.id} invitation={invitation} />
          ))}
        </ul>
      )}
    </section>
  );
}

const DAYS = [1, 7, 30];

function InviteForm() {
  const m = useMessages();
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  const [role, setRole] = useState<Role>('curator');
  const [days, setDays] = useState(7);
  const [note, setNote] = useState('');
  const invite = useMutation({
    mutationFn: () => api.people.invite.mutate({ role, days, note }),
    onSuccess: () => {
      setNote('');
      return queryClient.invalidateQueries({ queryKey: invitationsQuery.queryKey });
    },
    onError: notSaved,
  });
  return (
    <>
      <form
        className="invite"
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate();
        }}
      >
        <RoleField roles={ROLES} value={role} onChange={setRole} />
        <label className="field">
          <span>{m.people.validFor}</span>
          <select className="input" value={days} onChange={(event) => setDays(Number(event.target.value))}>
            {DAYS.map((one) => (
              <option key={one} value={one}>
                {m.people.days(one)}
              </option>
            ))}
          </select>
        </label>
        <label className="field invite-note">
          <span>{m.people.forWhom}</span>
          <input
            className="input"
            dir="auto"
            maxLength={200}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
        <Button look="primary" type="submit" disabled={invite.isPending}>
          {m.people.invite}
        </Button>
      </form>
      {invite.data !== undefined && (
        <NewLink
          link={invitationLink(invite.data.token)}
          text={m.people.inviteText}
          onClose={() => invite.reset()}
        />
      )}
    </>
  );
}

function InvitationLine({ invitation }: { invitation: Invitation }) {
  const m = useMessages();
  const format = useFormat();
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  const revoke = useMutation({
    mutationFn: () => api.people.revokeInvitation.mutate({ id: invitation.id }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: invitationsQuery.queryKey }),
    onError: notSaved,
  });
  const state = {
    open: m.people.openUntil(format.dateTime(invitation.expiresAt)),
    accepted: m.people.acceptedBy(invitation.acceptedBy ?? ''),
    revoked: m.people.revoked,
    expired: m.people.expired,
  }[invitation.state];
  return (
    <li className="person person-line" data-over={invitation.state !== 'open' || undefined}>
      <span className="person-name" dir="auto">
        {invitation.note === '' ? m.people.somebody : invitation.note}
      </span>
      <span className="soft small">
        <bdi>{state}</bdi>
      </span>
      <span className="soft small">{m.people.roles[invitation.role]}</span>
      <span className="person-actions">
        {invitation.state === 'open' && (
          <Button
            look="plain"
            aria-label={`${m.people.revoke}: ${invitation.note || m.people.somebody}`}
            disabled={revoke.isPending}
            onClick={() => revoke.mutate()}
          >
            {m.people.revoke}
          </Button>
        )}
      </span>
    </li>
  );
}
