import { Id, isAtLeast, type PlacedFault, type Role } from '@throughline/schema';
import { actingAs, ConflictError, isUnusableValue, MissingError } from '@throughline/store';
import { initTRPC, TRPCError } from '@trpc/server';
import { ZodError, z } from 'zod';
import type { Context } from './context.ts';
import { FaultError } from './fault-error.ts';

const t = initTRPC.context<Context>().create({
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    // Never a stack or a database's words: those go to the log.
    message:
      error.code === 'INTERNAL_SERVER_ERROR'
        ? 'Something went wrong on the server. Nothing was lost.'
        : shape.message,
    data: {
      code: shape.data.code,
      httpStatus: shape.data.httpStatus,
      path: shape.data.path,
      /** What is wrong, for a screen to say in its reader's language; none: `message` says it. */
      faults: faultsOf(error.cause),
      problems: error.cause instanceof ZodError ? z.flattenError(error.cause) : null,
    },
  }),
});

function faultsOf(cause: unknown): readonly PlacedFault[] {
  const told = cause instanceof FaultError || cause instanceof ConflictError || cause instanceof MissingError;
  return told ? cause.faults : [];
}

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

const UNUSABLE = 'Something in this request cannot be stored or looked for, such as a NUL character.';

/** Expected failures of the store become typed errors; everything else stays an internal error. */
const typedErrors = t.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const cause = result.error.cause;
  if (cause instanceof ConflictError)
    throw new TRPCError({ code: 'CONFLICT', message: cause.message, cause });
  if (cause instanceof MissingError)
    throw new TRPCError({ code: 'NOT_FOUND', message: cause.message, cause });
  if (cause instanceof FaultError)
    throw new TRPCError({ code: 'BAD_REQUEST', message: cause.message, cause });
  if (isUnusableValue(cause)) throw new TRPCError({ code: 'BAD_REQUEST', message: UNUSABLE, cause });
  return result;
});

/** Lets nobody by whose role is less. */
const atLeast = (least: Role) =>
  t.middleware(({ ctx, next, type }) => {
    if (ctx.user === null) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Sign in first.' });
    if (!isAtLeast(ctx.user.role, least)) {
      const message = `This takes the role ${least}; yours is ${ctx.user.role}. Nothing was changed.`;
      throw new TRPCError({ code: 'FORBIDDEN', message });
    }
    // Whatever a call changes, the database records in this name.
    const db = type === 'mutation' ? actingAs(ctx.db, { userId: ctx.user.id, via: ctx.via ?? '' }) : ctx.db;
    return next({ ctx: { ...ctx, db, user: ctx.user } });
  });

const anyone = t.procedure.use(typedErrors);

/** Anyone who is signed in: to read, and to keep one's own settings. */
export const reading = anyone.use(atLeast('viewer'));
/** Curators and more: to decide about items and stories, and to write storylines. */
export const editing = anyone.use(atLeast('curator'));
/**
 * What curators do about items may wait in their browser, where somebody else may have signed in since: such a command
 * names its person. UNAUTHORIZED when that is not who is signed in: it is kept, and sent when they are here again.
 */
export const deciding = editing.input(z.object({ as: Id.optional() })).use(({ ctx, input, next }) => {
  if (input.as !== undefined && input.as !== ctx.user.id) {
    const message = 'Somebody else is signed in than the one who did this. Nothing was changed.';
    throw new TRPCError({ code: 'UNAUTHORIZED', message });
  }
  return next();
});
/** Editors and more: to decide what the desk follows, its sources and topics. */
export const steering = anyone.use(atLeast('editor'));
/** Administrators: people, what programs may do, and what is kept. */
export const administering = anyone.use(atLeast('admin'));

/** @throws NOT_FOUND when `value` is null. */
export function found<T>(value: T | null, what: string): T {
  if (value === null)
    throw new TRPCError({ code: 'NOT_FOUND', message: `This ${what} is not there (any more).` });
  return value;
}
