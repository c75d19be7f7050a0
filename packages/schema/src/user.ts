import { z } from 'zod';
import { Id } from './common.ts';

export const Role = z.enum(['viewer', 'curator', 'editor', 'admin']);
export type Role = z.infer<typeof Role>;

/** Roles stand in order: each may do what the ones before it may. */
export const isAtLeast = (role: Role, least: Role): boolean =>
  Role.options.indexOf(role) >= Role.options.indexOf(least);

export const User = z.object({ id: Id, name: z.string(), role: Role });
export type User = z.infer<typeof User>;
