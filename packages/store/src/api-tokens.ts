import { type ApiToken, isAtLeast, type NewApiToken, type User } from '@throughline/schema';
import type { Sql } from './database.ts';
import { MissingError } from './errors.ts';
import { emit } from './events.ts';
import { hashOf, isSecret, namedSecret, newSecret, readNamedSecret } from './secrets.ts';

/** What a token begins with, so that scanners of published text know one when they see it. */
const PREFIX = 'throughline_';

/** Makes a token in somebody's name. @returns it, this once: only its hash is stored. */
export async function createApiToken(sql: Sql, userId: number, { name, role }: NewApiToken): Promise<string> {
  const secret = newSecret();
  const row = await sql.row<{ id: number }>(
    'insert into throughline.api_tokens (name, token_hash, user_id, role) values ($1, $2, $3, $4) returning id',
    [name, hashOf(secret), userId, role],
  );
  if (row === null) throw new Error('the token was not stored');
  return PREFIX + namedSecret(row.id, secret);
}

/** All tokens, the newest first. */
export async function listApiTokens(sql: Sql): Promise<ApiToken[]> {
  return sql.rows<ApiToken>(
    `select t.id, t.name, t.role, u.name as by, t.created_at as "createdAt", t.last_used_at as "lastUsedAt",
       t.revoked_at as "revokedAt"
     from throughline.api_tokens t join throughline.users u on u.id = t.user_id order by t.id desc limit 200`,
  );
}

/** Who listens by it hears no more. @throws MissingError when it was revoked or is not there. */
export async function revokeApiToken(sql: Sql, id: number): Promise<void> {
  const done = await sql.run(
    'update throughline.api_tokens set revoked_at = now() where id = $1 and revoked_at is null',
    [id],
  );
  if (done === 0) throw new MissingError('This token does not work any more.');
  await emit(sql, { type: 'people.changed' });
}

/** Ends all tokens in somebody's name. */
export async function endApiTokens(sql: Sql, userId: number): Promise<void> {
  await sql.run(
    'update throughline.api_tokens set revoked_at = now() where user_id = $1 and revoked_at is null',
    [userId],
  );
}

/**
 * In whose name a token acts, with the lesser of its role and theirs; null when it is unknown or over.
 * @returns also the token's own name, for the record.
 */
export async function userOfToken(sql: Sql, token: string): Promise<{ user: User; name: string } | null> {
  const named = token.startsWith(PREFIX) ? readNamedSecret(token.slice(PREFIX.length)) : null;
  if (named === null) return null;
  const row = await sql.row<User & { hash: string; token: string; limit: User['role']; stale: boolean }>(
    `select u.id, u.name, u.role, t.name as token, t.role as limit, t.token_hash as hash,
       coalesce(t.last_used_at < now() - interval '1 minute', true) as stale
     from throughline.api_tokens t join throughline.users u on u.id = t.user_id
     where t.id = $1 and t.revoked_at is null and u.removed_at is null`,
    [named.id],
  );
  if (row === null || !isSecret(named.secret, row.hash)) return null;
  if (row.stale)
    await sql.run('update throughline.api_tokens set last_used_at = now() where id = $1', [named.id]);
  const role = isAtLeast(row.role, row.limit) ? row.limit : row.role;
  return { user: { id: row.id, name: row.name, role }, name: row.token };
}
