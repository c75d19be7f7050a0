import { z } from 'zod';

/** Database ids: positive integers, safe in JavaScript and in an address. */
export const Id = z.number().int().positive();
export type Id = z.infer<typeof Id>;

/** A moment, ISO 8601 in UTC. */
export const Instant = z.string();
export type Instant = z.infer<typeof Instant>;

/** Short names in addresses: `isis-k`, `rate-and-seat`. */
export const Slug = z
  .string()
  .regex(/^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u, 'lower case words joined by hyphens');
export type Slug = z.infer<typeof Slug>;

/** One page of a list read by keyset; hand `nextCursor` back to go on, null at the end. */
export const page = <T extends z.ZodType>(row: T) =>
  z.object({ rows: z.array(row), nextCursor: z.string().nullable() });
export type Page<T> = { rows: T[]; nextCursor: string | null };
