import type { Person, Role, User, UserSettings } from '@throughline/schema';
import { endApiTokens } from './api-tokens.ts';
import type { Database, Sql } from './database.ts';
import { ConflictError, MissingError } from './errors.ts';
import { emit } from './events.ts';
import { endSessions } from './sessions.ts';

/** Whom the command line signs in: the administrator who was there first. */
export async function firstAdmin(sql: Sql): Promise<User | null> {
  return sql.row<User>(
    "select id, name, role from throughline.users where role = 'admin' and removed_at is null order by id limit 1",
  );
}

export async function addUser(sql: Sql, name: string, role: Role): Promise<User> {
  const user = await sql.row<User>(
    'insert into throughline.users (name, role) values ($1, $2) returning id, name, role',
    [name, role],
  );
  if (user === null) throw new Error('the user was not stored');
  await emit(sql, { type: 'people.changed' });
  return user;
}

/** Everybody, those who were removed last. */
export async function listPeople(sql: Sql): Promise<Person[]> {
  return sql.rows<Person>(
    `select u.id, u.name, u.role, u.created_at as "createdAt", u.removed_at as "removedAt",
       max(s.last_seen_at) as "lastSeenAt", count(s.id)::int as sessions
     from throughline.users u left join throughline.sessions s on s.user_id = u.id and s.expires_at > now()
     group by u.id order by u.removed_at is not null, lower(u.name), u.id`,
  );
}

/** Those who are there, by name: to hand work to, and to mention. */
export async function listNames(sql: Sql): Promise<User[]> {
  return sql.rows<User>(
    'select id, name, role from throughline.users where removed_at is null order by lower(name), id',
  );
}

/** @throws MissingError when there is nobody (any more) with this number. */
export async function renameUser(sql: Sql, id: number, name: string): Promise<void> {
  const done = await sql.run('update throughline.users set name = $2 where id = $1 and removed_at is null', [
    id,
    name,
  ]);
  if (done === 0) throw nobody();
  await emit(sql, { type: 'people.changed' });
}

/** @throws ConflictError when nobody would be left who may change roles. */
export async function setRole(db: Database, id: number, role: Role): Promise<void> {
  await db.transaction(async (sql) => {
    if (role !== 'admin') await keepAnAdmin(sql, id);
    const done = await sql.run(
      'update throughline.users set role = $2 where id = $1 and removed_at is null',
      [id, role],
    );
    if (done === 0) throw nobody();
    await emit(sql, { type: 'people.changed' });
  });
}

/**
 * Takes somebody off the desk: their sessions, links, tokens and open invitations end at once and for good; what they
 * decided keeps their name.
 * @throws ConflictError when they are the last administrator.
 */
export async function removeUser(db: Database, id: number): Promise<void> {
  await db.transaction(async (sql) => {
    await keepAnAdmin(sql, id);
    const done = await sql.run(
      'update throughline.users set removed_at = now() where id = $1 and removed_at is null',
      [id],
    );
    if (done === 0) throw nobody();
    await endSessions(sql, id);
    await endApiTokens(sql, id);
    await endInvitations(sql, id);
    await emit(sql, { type: 'people.changed' });
  });
}

/** Lets somebody back in, with the role that they had; they need a new sign-in link, and new tokens. */
export async function restoreUser(sql: Sql, id: number): Promise<void> {
  const done = await sql.run(
    'update throughline.users set removed_at = null where id = $1 and removed_at is not null',
    [id],
  );
  if (done === 0) throw nobody();
  await emit(sql, { type: 'people.changed' });
}

/** Nobody comes in by an invitation of theirs any more. */
async function endInvitations(sql: Sql, id: number): Promise<void> {
  await sql.run(
    `update throughline.invitations set revoked_at = now()
     where created_by = $1 and accepted_at is null and revoked_at is null`,
    [id],
  );
}

/** Locks all administrators, so that two who demote each other at once do not leave nobody. */
async function keepAnAdmin(sql: Sql, leaving: number): Promise<void> {
  const admins = await sql.rows<{ id: number }>(
    "select id from throughline.users where role = 'admin' and removed_at is null order by id for update",
  );
  if (admins.length === 1 && admins[0]?.id === leaving)
    throw new ConflictError('This is the last administrator. Make somebody else one first.');
}

const nobody = () => new MissingError('This person is not on the desk (any more).');

/** What somebody chose for themselves. */
export async function settingsOf(sql: Sql, id: number): Promise<UserSettings> {
  const row = await sql.row<{ settings: UserSettings }>(
    'select settings from throughline.users where id = $1',
    [id],
  );
  return row?.settings ?? {};
}

/** Changes some of somebody's settings; the others stay. */
export async function changeSettings(sql: Sql, id: number, change: UserSettings): Promise<void> {
  await sql.run('update throughline.users set settings = settings || $2::jsonb where id = $1', [
    id,
    JSON.stringify(change),
  ]);
}
