import { createHash, randomBytes } from 'node:crypto';
import type { Role, User } from '@throughline/schema';
import type { Sql } from './database.ts';

/** Secrets are random and long, so a plain hash suffices: there is nothing to guess. */
const hash = (token: string) => createHash('sha256').update(token).digest('hex');
const newToken = () => randomBytes(32).toString('base64url');

export async function firstUser(sql: Sql): Promise<User | null> {
  return sql.row<User>('select id, name, role from throughline.users order by id limit 1');
}

export async function addUser(sql: Sql, name: string, role: Role): Promise<User> {
  const user = await sql.row<User>(
    'insert into throughline.users (name, role) values ($1, $2) returning id, name, role',
    [name, role],
  );
  if (user === null) throw new Error('the user was not stored');
  return user;
}

/** Makes a link's token that signs a person in once. Only its hash is stored. */
export async function createSignInToken(sql: Sql, userId: number, validHours: number): Promise<string> {
  const token = newToken();
  await sql.run(
    `insert into throughline.sign_in_links (token_hash, user_id, expires_at)
     values ($1, $2, now() + make_interval(hours => $3))`,
    [hash(token), userId, validHours],
  );
  return token;
}

/** Days that a session lives without being used. */
const SESSION_DAYS = 30;

/** Uses up a sign-in token. @returns the new session's token, or null when the link is unknown, used or too old. */
export async function signIn(sql: Sql, token: string, userAgent: string | null): Promise<string | null> {
  const session = newToken();
  const signedIn = await sql.run(
    `with link as (
       update throughline.sign_in_links set used_at = now()
       where token_hash = $1 and used_at is null and expires_at > now() returning user_id
     )
     insert into throughline.sessions (token_hash, user_id, user_agent, expires_at)
     select $2, user_id, $3, now() + make_interval(days => $4) from link`,
    [hash(token), hash(session), userAgent, SESSION_DAYS],
  );
  return signedIn === 1 ? session : null;
}

/** Whose session this is; null when it is unknown or over. Being used keeps it alive. */
export async function userOfSession(sql: Sql, session: string): Promise<User | null> {
  const found = await sql.row<User & { stale: boolean }>(
    `select u.id, u.name, u.role, s.last_seen_at < now() - interval '1 hour' as stale
     from throughline.sessions s join throughline.users u on u.id = s.user_id
     where s.token_hash = $1 and s.expires_at > now()`,
    [hash(session)],
  );
  if (found === null) return null;
  const { stale, ...user } = found;
  if (stale) {
    await sql.run(
      `update throughline.sessions set last_seen_at = now(), expires_at = now() + make_interval(days => $2)
       where token_hash = $1`,
      [hash(session), SESSION_DAYS],
    );
  }
  return user;
}

export async function signOut(sql: Sql, session: string): Promise<void> {
  await sql.run('delete from throughline.sessions where token_hash = $1', [hash(session)]);
}
