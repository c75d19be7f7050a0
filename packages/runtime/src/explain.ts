/** What a failed connection says -> what it means, the server's name first. */
const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [/ECONNREFUSED|^ENOENT$|ENOENT.*\.s\.PGSQL/, 'does not answer: nothing listens there. Does it run?'],
  [/ENOTFOUND|EAI_AGAIN/, 'cannot be found: there is no machine of that name.'],
  [
    /ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|no answer within|timeout expired|connection timeout/i,
    'does not answer.',
  ],
  [/28P01|28000|WRONGPASS|NOAUTH/, 'refuses the user name or password.'],
  [/3D000/, 'has no database of that name; make it first (createdb).'],
  [/42501/, 'gives this user too few rights: it must be able to create schemas and tables.'],
  [/53300/, 'has no connection left.'],
  [/57P03/, 'is just starting or stopping; try again in a moment.'],
];

/**
 * One sentence for people about a server that could not be reached. Never shows a password.
 *
 * @param name how people call it, e.g. "PostgreSQL" or "Redis".
 * @param variable the environment variable that holds `url`.
 */
export function explainServer(name: string, variable: string, url: string, error: unknown): string {
  const { code, message } = innermost(error);
  const meaning = MEANINGS.find(([pattern]) => pattern.test(code) || pattern.test(message))?.[1];
  return `${name} at ${placeOf(url)} ${meaning ?? `cannot be used: ${message.replace(/\.$/, '')}.`} (${variable})`;
}

/** A name with several addresses fails with several errors; the first tells enough. */
function innermost(error: unknown): { code: string; message: string } {
  if (error instanceof AggregateError && error.errors.length > 0) return innermost(error.errors[0]);
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return { code: String(code ?? ''), message: String(message ?? error) };
}

/** Host, port and database, without user and password. */
function placeOf(url: string): string {
  try {
    const { host, pathname, searchParams } = new URL(url);
    return `${host || (searchParams.get('host') ?? 'localhost')}${pathname === '/' ? '' : pathname}`;
  } catch {
    return 'the given address';
  }
}
