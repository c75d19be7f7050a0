import { createHash } from 'node:crypto';
import { answerDelivery, answerVerification, type FetchedBody, pollNowAt } from '@throughline/feeds';
import type { PushSubscription } from '@throughline/schema';
import { changePush, type Database, makeDue, pollFacts, pushByToken, storeAnswer } from '@throughline/store';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerOf } from './answer.ts';

/** Larger pushes are refused; a poll finds what was in them. */
const BODY_LIMIT = 15 * 1024 * 1024;

/** `/websub/TOKEN`: hubs verify subscriptions and push news here, without signing in; the token cannot be guessed. */
export async function websubRoutes(server: FastifyInstance, db: Database): Promise<void> {
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    const raw = (_request: FastifyRequest, body: Buffer, done: (error: null, body: Buffer) => void) =>
      done(null, body);
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, raw);
    scope.get('/websub/:token', (request, reply) => verify(db, request, reply));
    scope.post('/websub/:token', { bodyLimit: BODY_LIMIT }, (request, reply) => take(db, request, reply));
  });
}

const find = (db: Database, request: FastifyRequest) =>
  pushByToken(db, (request.params as { token: string }).token);

async function verify(db: Database, request: FastifyRequest, reply: FastifyReply) {
  const found = await find(db, request);
  const query = new URL(request.url, 'http://desk.invalid').searchParams;
  const answer = answerVerification(found?.subscription ?? null, query, new Date());
  if (found !== null && answer.subscription !== null) await keep(db, found.sourceId, answer.subscription);
  return reply.code(answer.status).type('text/plain').send(answer.body);
}

/** The token's subscription, unless it was replaced meanwhile. */
const keep = (db: Database, sourceId: number, push: PushSubscription) =>
  changePush(db, sourceId, (current) => (current?.token === push.token ? push : current));

async function take(db: Database, request: FastifyRequest, reply: FastifyReply) {
  const found = await find(db, request);
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const signature = headerOf(request, 'x-hub-signature');
  const link = headerOf(request, 'link');
  const answer = answerDelivery(
    found?.subscription ?? null,
    { signature, link: link === null ? [] : [link] },
    body,
  );
  if (found !== null && answer.subscription !== null) await keep(db, found.sourceId, answer.subscription);
  if (found !== null && answer.delivery === 'content') {
    const pushed = pushedBody(found.subscription.topic, headerOf(request, 'content-type'), body);
    await storeAnswer(db, { sourceId: found.sourceId, kind: 'push', ...answerOf(pushed) });
  }
  if (found !== null && answer.delivery === 'notice') await pollSoon(db, found.sourceId);
  return reply.code(answer.status).type('text/plain').send(answer.body);
}

function headerOf(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name];
  return value === undefined ? null : [value].flat().join(', ');
}

/** A push in the shape of an answer to a poll; it names neither validators nor freshness. */
function pushedBody(topic: string, contentType: string | null, body: Buffer): FetchedBody {
  return {
    kind: 'body',
    url: topic,
    finalUrl: topic,
    status: null,
    freshness: { cacheControl: null, expires: null, date: null, age: null, retryAfter: null },
    movedTo: null,
    durationMs: 0,
    bytes: body.length,
    body,
    bodyHash: createHash('sha256').update(body).digest('hex'),
    contentType,
    validators: { etag: null, lastModified: null },
    link: [],
  };
}

/** As soon as politeness allows: whoever knows the token cannot make the desk ask more often than a person could. */
export async function pollSoon(
  db: Database,
  sourceId: number,
): Promise<{ nextCheckAt: string | null } | null> {
  const facts = await pollFacts(db, sourceId);
  if (facts === null) return null;
  const at = pollNowAt({
    now: new Date(),
    lastCheckAt: facts.lastCheckAt === null ? null : new Date(facts.lastCheckAt),
    notBefore: facts.notBefore === null ? null : new Date(facts.notBefore),
    ownIntervalMs: facts.intervalSeconds === null ? null : facts.intervalSeconds * 1000,
  });
  return makeDue(db, sourceId, at);
}
