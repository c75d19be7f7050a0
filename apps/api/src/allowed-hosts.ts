import { isIP } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Refuses requests for a name that is not the desk's. Otherwise a page of another site could have its own name
 * resolve to this machine ("DNS rebinding"), and the browser would take the desk for a part of that site.
 *
 * @param names beyond the loopback names and plain addresses, which no other site can own
 */
export function onlyAllowedHosts(names: readonly string[]) {
  const allowed = new Set(names.map((name) => name.toLowerCase()));
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    // A load balancer asks by whatever name it likes, and hears nothing that matters.
    if (request.url === '/healthz' || request.url === '/readyz') return;
    const name = hostName(request.headers.host);
    if (name !== null && (isOwn(name) || allowed.has(name))) return;
    await reply.code(421).send({
      message: `This desk is not called ${name ?? 'that'}. Set PUBLIC_URL, or add the name to ALLOWED_HOSTS.`,
    });
  };
}

/** The name in a Host header, without its port; null when it is none, or more than a name and a port. */
function hostName(header: string | undefined): string | null {
  const address = `http://${header ?? ''}/`;
  if (!header || !/^[^\s/?#@\\]+$/.test(header) || !URL.canParse(address)) return null;
  return new URL(address).hostname.toLowerCase();
}

const isOwn = (name: string) =>
  name === 'localhost' || name.endsWith('.localhost') || isIP(name.replace(/^\[(.*)\]$/, '$1')) !== 0;
