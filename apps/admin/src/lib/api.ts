import type { AppRouter } from '@throughline/api';
import type { PlacedFault } from '@throughline/schema';
import {
  createTRPCClient,
  httpBatchLink,
  httpLink,
  httpSubscriptionLink,
  splitLink,
  TRPCClientError,
} from '@trpc/client';

/** Questions that carry a whole text, which no address can hold. */
const LONG = new Set(['topics.check', 'topics.print', 'topics.test', 'topics.whatIf']);

/** The desk's procedures; the cookie of the sign-in link goes with every call. */
export const api = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: (operation) => operation.type === 'subscription',
      true: httpSubscriptionLink({ url: '/trpc' }),
      false: splitLink({
        condition: (operation) => LONG.has(operation.path),
        true: httpLink({ url: '/trpc', methodOverride: 'POST' }),
        false: httpBatchLink({ url: '/trpc', maxURLLength: 4000, maxItems: 20 }),
      }),
    }),
  ],
});

/**
 * - `unreached`  no answer came: offline, or the desk is not running
 * - `signed-out` the session is over
 * - `conflict`   somebody saved a newer version
 * - `missing`    what was asked for is not there
 * - `refused`    the desk does not take this input; `message` says why
 * - `broken`     the desk failed
 */
export interface Failure {
  kind: 'unreached' | 'signed-out' | 'conflict' | 'missing' | 'refused' | 'broken';
  /** The desk's own words, or '' when there are none. */
  message: string;
  /** The same as data, to be said in the reader's language; none: only in its own words. */
  faults: readonly PlacedFault[];
}

const KINDS: Readonly<Record<string, Failure['kind']>> = {
  UNAUTHORIZED: 'signed-out',
  CONFLICT: 'conflict',
  NOT_FOUND: 'missing',
  BAD_REQUEST: 'refused',
  FORBIDDEN: 'refused',
  TOO_MANY_REQUESTS: 'refused',
  PRECONDITION_FAILED: 'refused',
  UNPROCESSABLE_CONTENT: 'refused',
  PAYLOAD_TOO_LARGE: 'refused',
  TIMEOUT: 'unreached',
};

interface ErrorData {
  code?: string;
  zodError?: unknown;
  faults?: readonly PlacedFault[];
}

/** What a failed call means for the person at the desk. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof TRPCClientError)) return { kind: 'broken', message: String(error), faults: [] };
  const data = error.data as ErrorData | null | undefined;
  // Without data no tRPC answer came: the network, or something in between, failed.
  if (data === null || data === undefined) return { kind: 'unreached', message: '', faults: [] };
  const kind = KINDS[data.code ?? ''] ?? 'broken';
  return { kind, message: firstIssue(data.zodError) ?? error.message, faults: data.faults ?? [] };
}

/** The first sentence among Zod's issues, in any of the shapes that they are sent in. */
function firstIssue(zodError: unknown): string | null {
  if (zodError === null || typeof zodError !== 'object') return null;
  if ('message' in zodError && typeof zodError.message === 'string' && 'path' in zodError)
    return zodError.message;
  for (const value of Object.values(zodError)) {
    if (Array.isArray(value) && typeof value[0] === 'string') return value[0];
    const inner = firstIssue(value);
    if (inner !== null) return inner;
  }
  return null;
}
