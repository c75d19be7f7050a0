import { z } from 'zod';
import { Id } from './common.ts';

export const Role = z.enum(['viewer', 'curator', 'editor', 'admin']);
export type Role = z.infer<typeof Role>;

export const User = z.object({ id: Id, name: z.string(), role: Role });
export type User = z.infer<typeof User>;
