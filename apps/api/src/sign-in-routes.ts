import { PersonName } from '@throughline/schema';
import { acceptInvitation, type Database, openInvitation, signIn } from '@throughline/store';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { sessionCookie } from './session-cookie.ts';

const Acceptance = z.object({ token: z.string().max(200), name: PersonName });
const NO_LINK = 'This link was used already, or is too old. Ask for a new one.';
const NO_INVITATION = 'This invitation was used or taken back, or is too old. Ask for a new one.';

/** How one gets in: by a link that signs in once, or by an invitation. There is no other way. */
export function signInRoutes(
  server: FastifyInstance,
  db: Database,
  cookie: ReturnType<typeof sessionCookie>,
): void {
  // Tokens come in the body, from a page that finds them behind the # of its address: addresses end up in logs, and
  // programs that look whether a link leads anywhere would use it up.
  server.post('/sign-in', async (request, reply) => {
    const { token } = (request.body ?? {}) as { token?: unknown };
    const agent = request.headers['user-agent'] ?? null;
    const session = typeof token === 'string' ? await signIn(db, token, agent) : null;
    if (session === null) return reply.code(404).send({ message: NO_LINK });
    cookie.set(request, reply, session);
    return reply.code(204).send();
  });

  server.post('/sign-in/look', async (request, reply) => {
    const { token } = (request.body ?? {}) as { token?: unknown };
    const open = typeof token === 'string' ? await openInvitation(db, token) : null;
    if (open === null) return reply.code(404).send({ message: NO_INVITATION });
    return { role: open.role, by: open.by };
  });

  server.post('/sign-in/accept', async (request, reply) => {
    const input = Acceptance.safeParse(request.body);
    if (!input.success) return reply.code(400).send({ message: input.error.issues[0]?.message });
    const agent = request.headers['user-agent'] ?? null;
    const accepted = await acceptInvitation(db, input.data.token, input.data.name, agent);
    if (accepted === null) return reply.code(404).send({ message: NO_INVITATION });
    cookie.set(request, reply, accepted.session);
    return accepted.user;
  });
}
