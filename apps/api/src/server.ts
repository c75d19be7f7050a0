import { existsSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import cookies from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import { isUnusableValue, userOfSession, userOfToken } from '@throughline/store';
import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { onlyAllowedHosts } from './allowed-hosts.ts';
import { auditExportRoute } from './audit-export-route.ts';
import type { Context, InnerContext } from './context.ts';
import { exportRoute } from './export-route.ts';
import { refuseLargeBodies } from './large-bodies.ts';
import { publicRoutes } from './public-routes.ts';
import { appRouter } from './router.ts';
import { sessionCookie } from './session-cookie.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { websubRoutes } from './websub-routes.ts';

export interface ServerOptions {
  inner: InnerContext;
  /** The built admin. */
  adminDirectory: string;
  secureCookies: boolean;
  /** Names by which the desk may be asked for, beyond plain addresses and those of this machine. */
  allowedHosts: readonly string[];
  onError: (error: unknown, path: string) => void;
}

/**
 * No script but our own, nothing in frames, nothing sent elsewhere. Inline styles are allowed for positions that
 * virtual lists set; images come with sanitised articles over https.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: https:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Calls in one request; the admin sends fewer. Each may cost a query: one address must not hold hundreds. */
const MAX_BATCH = 20;

/** The HTTP server: tRPC under /trpc, sign-in, downloads, health, and the admin for everything else. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const server = Fastify({
    bodyLimit: 25_000_000,
    forceCloseConnections: true,
    // For a whole request to arrive: one that trickles in must not hold its place for ever.
    requestTimeout: 120_000,
    routerOptions: { maxParamLength: 5000 },
  });
  await server.register(cookies);
  const cookie = sessionCookie(options.secureCookies);
  server.addHook('onRequest', onlyAllowedHosts(options.allowedHosts));
  server.addHook('onRequest', refuseOtherOrigins);
  server.setErrorHandler((error, request, reply) => answerFailure(error, request, reply, options));
  server.addHook('onSend', async (_request, reply) => {
    // Published pages have a stricter one of their own.
    if (!reply.hasHeader('content-security-policy'))
      reply.header('content-security-policy', CONTENT_SECURITY_POLICY);
    reply.headers({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
  });
  const contextOf = async (request: FastifyRequest): Promise<Context> => {
    const bearer = /^Bearer (\S{1,200})$/i.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined) {
      // Whoever sends a token means it: a cookie beside it counts for nothing.
      const program = await userOfToken(options.inner.db, bearer);
      const via = program === null ? {} : { via: `token ${program.name}` };
      return { ...options.inner, user: program?.user ?? null, session: null, token: bearer, ...via };
    }
    const session = cookie.read(request);
    const user = session === null ? null : await userOfSession(options.inner.db, session);
    return { ...options.inner, user, session };
  };
  server.addHook(
    'onRequest',
    refuseLargeBodies(async (request) => (await contextOf(request)).user !== null),
  );
  await server.register(fastifyTRPCPlugin, {
    prefix: '/trpc',
    trpcOptions: {
      router: appRouter,
      // Rules and articles are longer than an address may be: such questions come as POST.
      allowMethodOverride: true,
      maxBatchSize: MAX_BATCH,
      createContext: ({ req }: { req: FastifyRequest }) => contextOf(req),
      onError: ({ error, path }: { error: { code: string; cause?: unknown }; path?: string | undefined }) => {
        if (error.code === 'INTERNAL_SERVER_ERROR') options.onError(error.cause ?? error, path ?? '');
      },
    },
  });
  signInRoutes(server, options.inner.db, cookie);
  exportRoute(server, contextOf);
  publicRoutes(server, options.inner);
  auditExportRoute(server, contextOf);
  await websubRoutes(server, options.inner.db);
  healthRoutes(server, options.inner);
  await adminRoutes(server, options.adminDirectory);
  return server;
}

/**
 * A page of another origin may link here, but not make this browser change anything here. Browsers call other ports
 * of this machine the same site, and send them our cookie: only our own origin counts.
 */
async function refuseOtherOrigins(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const changes = request.method !== 'GET' && request.method !== 'HEAD';
  if (changes && !isOwnPage(request.headers)) {
    await reply.code(403).send({ message: 'Requests from other sites are refused.' });
  }
}

/** Programs send neither header. Browsers leave out `sec-fetch-site` where a page came over plain HTTP. */
function isOwnPage(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (headers.origin === undefined) return true;
  // A page cannot send the second one by itself; a proxy that rewrites the first one does.
  const own = [headers.host, headers['x-forwarded-host']];
  return URL.canParse(headers.origin) && own.includes(new URL(headers.origin).host);
}

/** What went wrong inside goes to the log; a database's words or a path never go out. */
function answerFailure(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  { onError }: ServerOptions,
): FastifyReply {
  if (isUnusableValue(error)) return reply.code(400).send({ message: 'This address cannot be read.' });
  const { statusCode = 500, message } = error as FastifyError;
  if (statusCode < 500) return reply.code(statusCode).send({ message });
  onError(error, request.url.split('?')[0] ?? '');
  return reply.code(statusCode).send({ message: 'Something went wrong on the server. Nothing was lost.' });
}

function healthRoutes(server: FastifyInstance, { db }: InnerContext): void {
  // Alive: this process answers. Ready: it can do its work, which needs the database.
  server.get('/healthz', async () => ({ ok: true }));
  server.get('/readyz', async (_request, reply) => {
    const ready = await Promise.race([
      db.row('select 1').then(
        () => true,
        () => false,
      ),
      new Promise<boolean>((resolve) => setTimeout(resolve, 2_000, false).unref()),
    ]);
    return reply.code(ready ? 200 : 503).send({ ok: ready, database: ready });
  });
}

/** The page of a sign-in link itself is the admin's. */
const API_PATHS = /^\/((trpc|export|read|websub|healthz|readyz)(\/|$|\?)|sign-in\/)/;

async function adminRoutes(server: FastifyInstance, directory: string): Promise<void> {
  if (existsSync(directory)) {
    await server.register(fastifyStatic, {
      root: directory,
      // The build has its texts compressed beside them.
      preCompressed: true,
      // Built files carry a hash of their content in their name; the page that names them is always asked for.
      setHeaders: (response, path) => {
        const immutable = path.includes('/assets/');
        response.header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  server.setNotFoundHandler((request, reply) => {
    const page =
      request.method === 'GET' && !API_PATHS.test(request.url) && !request.url.startsWith('/assets/');
    if (page && existsSync(directory))
      return reply.header('cache-control', 'no-cache').sendFile('index.html', directory);
    return reply.code(404).send({ message: 'There is nothing at this address.' });
  });
}
