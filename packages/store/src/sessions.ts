import type { SessionInfo, User } from '@throughline/schema';
import type { Sql } from './database.ts';
import { hashOf, newSecret } from './secrets.ts';

/** Makes a link's token that signs a person in once. Only its hash is stored. */
export async function createSignInToken(sql: Sql, userId: number, validHours: number): Promise<string> {
  const token = newSecret();
  await sql.run(
    `insert into throughline.sign_in_links (token_hash, user_id, expires_at)
     values ($1, $2, now() + make_interval(hours => $3))`,
    [hashOf(token), userId, validHours],
  );
  return token;
}

/** Days that a session lives without being used. */
const SESSION_DAYS = 30;

/** Uses up a sign-in token. @returns the new session's token, or null when the link is unknown, used or too old. */
export async function signIn(sql: Sql, token: string, userAgent: string | null): Promise<string | null> {
  const session = newSecret();
  const signedIn = await sql.run(
    `with link as (
       update throughline.sign_in_links l set used_at = now() from throughline.users u
       where token_hash = $1 and used_at is null and expires_at > now()
         and u.id = l.user_id and u.removed_at is null
       returning l.user_id
     )
     insert into throughline.sessions (token_hash, user_id, user_agent, expires_at)
     select $2, user_id, $3, now() + make_interval(days => $4) from link`,
    [hashOf(token), hashOf(session), userAgent?.slice(0, 300) ?? null, SESSION_DAYS],
  );
  return signedIn === 1 ? session : null;
}

/** Signs a person in without a link: whoever calls has made sure who it is. @returns the session's token. */
export async function openSession(sql: Sql, userId: number, userAgent: string | null): Promise<string> {
  const session = newSecret();
  await sql.run(
    `insert into throughline.sessions (token_hash, user_id, user_agent, expires_at)
     values ($1, $2, $3, now() + make_interval(days => $4))`,
    [hashOf(session), userId, userAgent?.slice(0, 300) ?? null, SESSION_DAYS],
  );
  return session;
}

/** Whose session this is; null when it is unknown or over. Being used keeps it alive. */
export async function userOfSession(sql: Sql, session: string): Promise<User | null> {
  const found = await sql.row<User & { stale: boolean }>(
    `select u.id, u.name, u.role, s.last_seen_at < now() - interval '10 minutes' as stale
     from throughline.sessions s join throughline.users u on u.id = s.user_id
     where s.token_hash = $1 and s.expires_at > now() and u.removed_at is null`,
    [hashOf(session)],
  );
  if (found === null) return null;
  const { stale, ...user } = found;
  if (stale) {
    await sql.run(
      `update throughline.sessions set last_seen_at = now(), expires_at = now() + make_interval(days => $2)
       where token_hash = $1`,
      [hashOf(session), SESSION_DAYS],
    );
  }
  return user;
}

/** What ends a session and says so, in one statement: live changes stop where they were listened to in its name. */
const ENDING = (
  which: string,
) => `with ended as (delete from throughline.sessions where ${which} returning 1),
  told as (insert into throughline.events (event)
    select jsonb_build_object('type', 'people.changed') where exists (select 1 from ended))
  select count(*)::int as n from ended`;

async function end(sql: Sql, which: string, params: readonly unknown[]): Promise<number> {
  return (await sql.row<{ n: number }>(ENDING(which), params))?.n ?? 0;
}

export async function signOut(sql: Sql, session: string): Promise<void> {
  await end(sql, 'token_hash = $1', [hashOf(session)]);
}

/** The browsers in which a person is signed in, the last used first. @param current the token of the one that asks */
export async function listSessions(sql: Sql, userId: number, current: string | null): Promise<SessionInfo[]> {
  return sql.rows<SessionInfo>(
    `select id, user_agent as "userAgent", created_at as "createdAt", last_seen_at as "lastSeenAt",
       token_hash = $2 as current
     from throughline.sessions where user_id = $1 and expires_at > now() order by last_seen_at desc, id desc`,
    [userId, current === null ? '' : hashOf(current)],
  );
}

/** Ends one session of a person. @returns whether there was one. */
export async function endSession(sql: Sql, userId: number, id: number): Promise<boolean> {
  return (await end(sql, 'id = $1 and user_id = $2', [id, userId])) === 1;
}

/** Ends all sessions of a person, also those that a link not yet opened would begin. @returns how many there were. */
export async function endSessions(sql: Sql, userId: number): Promise<number> {
  await sql.run('delete from throughline.sign_in_links where user_id = $1 and used_at is null', [userId]);
  return end(sql, 'user_id = $1', [userId]);
}

/** Forgets sessions that are over and links that were used or are too old. */
export async function forgetSessions(sql: Sql): Promise<void> {
  await sql.run('delete from throughline.sessions where expires_at < now()');
  await sql.run(
    "delete from throughline.sign_in_links where expires_at < now() - interval '7 days' or used_at < now() - interval '7 days'",
  );
}
