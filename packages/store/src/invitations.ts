import type { Invitation, NewInvitation, Role, User } from '@throughline/schema';
import { nameActor } from './acting.ts';
import type { Database, Sql } from './database.ts';
import { MissingError } from './errors.ts';
import { emit } from './events.ts';
import { hashOf, isSecret, namedSecret, newSecret, readNamedSecret } from './secrets.ts';
import { openSession } from './sessions.ts';
import { addUser } from './users.ts';

/** Invites somebody. @returns the token of the link; only its hash is stored. */
export async function invite(sql: Sql, userId: number, invitation: NewInvitation): Promise<string> {
  const secret = newSecret();
  const row = await sql.row<{ id: number }>(
    `insert into throughline.invitations (token_hash, role, note, created_by, expires_at)
     values ($1, $2, $3, $4, now() + make_interval(days => $5)) returning id`,
    [hashOf(secret), invitation.role, invitation.note, userId, invitation.days],
  );
  if (row === null) throw new Error('the invitation was not stored');
  await emit(sql, { type: 'people.changed' });
  return namedSecret(row.id, secret);
}

/** Invitations, the newest first. */
export async function listInvitations(sql: Sql): Promise<Invitation[]> {
  return sql.rows<Invitation>(
    `select i.id, i.role, i.note, u.name as by, i.created_at as "createdAt", i.expires_at as "expiresAt",
       case when i.accepted_at is not null then 'accepted' when i.revoked_at is not null then 'revoked'
         when i.expires_at <= now() then 'expired' else 'open' end as state,
       guest.name as "acceptedBy"
     from throughline.invitations i join throughline.users u on u.id = i.created_by
     left join throughline.users guest on guest.id = i.accepted_by
     order by i.id desc limit 200`,
  );
}

/** @throws MissingError when it was accepted, revoked or is not there. */
export async function revokeInvitation(sql: Sql, id: number): Promise<void> {
  const done = await sql.run(
    'update throughline.invitations set revoked_at = now() where id = $1 and accepted_at is null and revoked_at is null',
    [id],
  );
  if (done === 0) throw new MissingError('This invitation is not open any more.');
  await emit(sql, { type: 'people.changed' });
}

interface OpenInvitation {
  id: number;
  role: Role;
  by: string;
}

/** The invitation of a link; null when it is unknown, used, revoked or too old, or its inviter may not invite. */
export async function openInvitation(sql: Sql, token: string): Promise<OpenInvitation | null> {
  const named = readNamedSecret(token);
  if (named === null) return null;
  const row = await sql.row<OpenInvitation & { hash: string }>(
    `select i.id, i.role, u.name as by, i.token_hash as hash
     from throughline.invitations i join throughline.users u on u.id = i.created_by
     where i.id = $1 and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
       and u.role = 'admin' and u.removed_at is null`,
    [named.id],
  );
  if (row === null || !isSecret(named.secret, row.hash)) return null;
  return { id: row.id, role: row.role, by: row.by };
}

/** Uses an invitation up: makes the person and signs them in. @returns null when the link is not (any more) good. */
export async function acceptInvitation(
  db: Database,
  token: string,
  name: string,
  userAgent: string | null,
): Promise<{ user: User; session: string } | null> {
  return db.transaction(async (sql) => {
    const open = await openInvitation(sql, token);
    if (open === null) return null;
    // Of two who use the link at once only one changes the row.
    const taken = await sql.run(
      'update throughline.invitations set accepted_at = now() where id = $1 and accepted_at is null and revoked_at is null',
      [open.id],
    );
    if (taken === 0) return null;
    const user = await addUser(sql, name, open.role);
    await nameActor(sql, { userId: user.id });
    await sql.run('update throughline.invitations set accepted_by = $2 where id = $1', [open.id, user.id]);
    return { user, session: await openSession(sql, user.id, userAgent) };
  });
}
