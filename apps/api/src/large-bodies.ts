import type { FastifyReply, FastifyRequest } from 'fastify';

/** Bytes that anybody may send: a token and a name fit in. */
const ANYBODYS = 64_000;

/**
 * Only who is signed in sends much (an import, a section's text): memory is not for strangers to fill. Hubs have a limit
 * of their own.
 */
export function refuseLargeBodies(isSignedIn: (request: FastifyRequest) => Promise<boolean>) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (request.method === 'GET' || request.method === 'HEAD' || request.url.startsWith('/websub/')) return;
    // A body that is sent in chunks does not say how long it is.
    const chunked = request.headers['transfer-encoding'] !== undefined;
    if (!chunked && Number(request.headers['content-length'] ?? 0) <= ANYBODYS) return;
    if (await isSignedIn(request)) return;
    await reply.code(401).send({ message: 'Sign in first.' });
  };
}
