import type { FastifyReply, FastifyRequest } from 'fastify';

const SESSION_SECONDS = 30 * 86_400;

/**
 * The cookie of a session. Browsers send cookies of one host to all of its ports, so two desks on one machine would
 * overwrite each other's: the name carries the port that the browser asked for (not the one that this process listens
 * on: several API processes behind one proxy are one desk). Over HTTPS its prefix binds it to the host and to that.
 */
export function sessionCookie(secure: boolean) {
  const nameFor = (request: FastifyRequest) =>
    secure ? '__Host-throughline' : `throughline_${request.port ?? 80}`;
  return {
    read: (request: FastifyRequest): string | null => request.cookies[nameFor(request)] ?? null,
    set: (request: FastifyRequest, reply: FastifyReply, session: string): void => {
      reply.setCookie(nameFor(request), session, {
        httpOnly: true,
        // Strict: pages need no cookie, and what they ask for comes from our own origin.
        sameSite: 'strict',
        secure,
        path: '/',
        maxAge: SESSION_SECONDS,
      });
    },
  };
}
