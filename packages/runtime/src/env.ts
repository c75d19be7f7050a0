import { z } from 'zod';

/** The environment is not as it must be. The message lists every fault, one a line. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
}

/**
 * Checks a process's environment against a schema, once, at boot. An empty value counts as absent.
 * @throws EnvironmentError naming all faults at once.
 */
export function readEnv<T extends z.ZodObject>(
  schema: T,
  env: Readonly<Record<string, string | undefined>>,
): z.output<T> {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new EnvironmentError(`The environment is not complete:\n${faults.join('\n')}`);
}

export const port = z.coerce.number().int().min(0).max(65_535);
export const postgresUrl = z
  .string({ error: 'needs the address of a PostgreSQL database, postgres://user:password@host/name' })
  .regex(/^postgres(ql)?:\/\//, 'must start with postgres://');
export const redisUrl = z.string().regex(/^rediss?:\/\//, 'must start with redis:// or rediss://');
export const commaList = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);
/** Without a slash at its end. */
export const publicUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address' })
  .transform((url) => url.replace(/\/+$/, ''));
