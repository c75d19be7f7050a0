import { z } from 'zod';
import { Id, Instant } from './common.ts';
import { ROLES } from './roles.ts';

export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

export const User = z.object({ id: Id, name: z.string(), role: Role });
export type User = z.infer<typeof User>;

/**
 * Signs that nobody sees, and those that turn the direction of what follows: two people would look alike. (Not the
 * joiners that Persian and Urdu are written with.)
 */
const UNSEEN =
  /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0]/u;

/** What people are called: one line that something can be seen of. */
export const PersonName = z
  .string()
  .trim()
  .min(1, 'A name is needed.')
  .max(80, 'A name has at most 80 letters.')
  .refine((name) => !UNSEEN.test(name), 'A name is one line of signs that can be seen.')
  .regex(/[\p{L}\p{N}]/u, 'A name needs a letter.');

/** Somebody of the desk, as administrators see them. */
export const Person = User.extend({
  createdAt: Instant,
  /** When one of their sessions was last used; null: never, or all of them are over. */
  lastSeenAt: Instant.nullable(),
  sessions: z.number().int(),
  removedAt: Instant.nullable(),
});
export type Person = z.infer<typeof Person>;

/** A browser in which somebody is signed in. */
export const SessionInfo = z.object({
  id: Id,
  userAgent: z.string().nullable(),
  createdAt: Instant,
  lastSeenAt: Instant,
  /** The one that asks. */
  current: z.boolean(),
});
export type SessionInfo = z.infer<typeof SessionInfo>;

export const NewInvitation = z.object({
  role: Role,
  note: z.string().trim().max(200).default(''),
  /** Days that the link works. */
  days: z.number().int().min(1).max(30).default(7),
});
export type NewInvitation = z.infer<typeof NewInvitation>;

export const Invitation = z.object({
  id: Id,
  role: Role,
  note: z.string(),
  by: z.string(),
  createdAt: Instant,
  expiresAt: Instant,
  state: z.enum(['open', 'accepted', 'revoked', 'expired']),
  /** Who came by it. */
  acceptedBy: z.string().nullable(),
});
export type Invitation = z.infer<typeof Invitation>;

/** What somebody chose for themselves, on whichever machine; what is not there is as the desk has it by itself. */
export const UserSettings = z
  .object({
    theme: z.enum(['system', 'light', 'dark']),
    density: z.enum(['comfortable', 'compact']),
    /** Single keys act. */
    keys: z.boolean(),
    language: z.enum(['system', 'en', 'ur']),
    /** An IANA name; null: that of the device. */
    timeZone: z.string().max(64).nullable(),
  })
  .partial();
export type UserSettings = z.infer<typeof UserSettings>;

/** What programs may be: never an administrator. */
export const TokenRole = Role.exclude(['admin']);

export const NewApiToken = z.object({ name: PersonName, role: TokenRole });
export type NewApiToken = z.infer<typeof NewApiToken>;

/** A program that may come in, in the name of whoever made its token. */
export const ApiToken = NewApiToken.extend({
  id: Id,
  by: z.string(),
  createdAt: Instant,
  /** To the minute; null: never. */
  lastUsedAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
});
export type ApiToken = z.infer<typeof ApiToken>;
