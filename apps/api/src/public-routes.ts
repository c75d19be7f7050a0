import { createHash } from 'node:crypto';
import { type Publication, type PublishedVersion, publicPath } from '@throughline/schema';
import { type Database, publicationBySlug, publishedDocument } from '@throughline/store';
import {
  type PublishedFrame,
  publishedPolicy,
  toAtom,
  toHtml,
  toJsonFeed,
  toNothingHerePage,
  toRss,
  toVersionsPage,
  toWithdrawnPage,
} from '@throughline/storylines';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { InnerContext } from './context.ts';

/** Readers and the caches between them ask again after a minute: so long does what was taken back stay readable. */
const CACHE = 'public, max-age=60, must-revalidate';
/** Pages are made once a version; the newest few are kept. */
const PAGES_AT_MOST = 32;

const html = 'text/html; charset=utf-8';
const KINDS = {
  page: { mediaType: html, write: toHtml },
  versions: {
    mediaType: html,
    write: (document: Document, frame: PublishedFrame) => toVersionsPage(frame, document),
  },
  'rss.xml': { mediaType: 'application/rss+xml; charset=utf-8', write: toRss },
  'atom.xml': { mediaType: 'application/atom+xml; charset=utf-8', write: toAtom },
  'feed.json': { mediaType: 'application/feed+json', write: toJsonFeed },
};
type Kind = keyof typeof KINDS;
type Document = Awaited<ReturnType<typeof publishedDocument>>;

interface MadePage {
  body: Buffer;
  etag: string;
}

/**
 * What anybody may read, without signing in: /read/SLUG, each of its versions under /v/N, the list of them, and its
 * feeds. Read-only, cacheable, and without any script.
 */
export function publicRoutes(server: FastifyInstance, { db, publicUrl }: InnerContext): void {
  const made = new Map<string, MadePage>();
  const serve = (kind: Kind) => async (request: FastifyRequest, reply: FastifyReply) => {
    const { slug, number } = request.params as { slug: string; number?: string };
    const publication = await publicationBySlug(db, slug);
    const version = publication === null ? null : versionOf(publication, number);
    if (publication === null || version === null) return notice(reply, 404, toNothingHerePage());
    if (publication.withdrawnAt !== null) {
      const { language } = await publishedDocument(db, publication, version);
      return notice(reply, 410, toWithdrawnPage(language));
    }
    // Without a public address of its own, the desk is where the reader found it.
    const origin = publicUrl ?? `${request.protocol}://${request.host}`;
    const frame = { publication, version, address: origin + publicPath(publication.slug) };
    return answer(request, reply, kind, publication, await pageOf(db, made, kind, frame));
  };
  server.get('/read/:slug', serve('page'));
  server.get('/read/:slug/v/:number', serve('page'));
  for (const kind of ['versions', 'rss.xml', 'atom.xml', 'feed.json'] as const)
    server.get(`/read/:slug/${kind}`, serve(kind));
}

function versionOf({ versions }: Publication, number: string | undefined): PublishedVersion | null {
  if (number === undefined) return versions[0] ?? null;
  return versions.find((version) => String(version.number) === number) ?? null;
}

async function pageOf(
  db: Database,
  made: Map<string, MadePage>,
  kind: Kind,
  frame: PublishedFrame,
): Promise<MadePage> {
  const { publication, version, address } = frame;
  const key = JSON.stringify([kind, address, version.number, publication.versions[0]?.number]);
  const known = made.get(key);
  if (known !== undefined) return known;
  const document = await publishedDocument(db, publication, version);
  const body = Buffer.from(KINDS[kind].write(document, frame));
  const page = { body, etag: `"${createHash('sha256').update(body).digest('base64url')}"` };
  const [oldest] = made.keys();
  if (made.size >= PAGES_AT_MOST && oldest !== undefined) made.delete(oldest);
  made.set(key, page);
  return page;
}

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  kind: Kind,
  { versions }: Publication,
  { body, etag }: MadePage,
): FastifyReply {
  const changed = new Date(versions[0]?.at ?? 0);
  reply
    .type(KINDS[kind].mediaType)
    .header('content-security-policy', publishedPolicy)
    .header('cache-control', CACHE)
    .header('etag', etag)
    .header('last-modified', changed.toUTCString());
  return isKnown(request, etag, changed) ? reply.code(304).send() : reply.send(body);
}

/** RFC 9110, 13.2.2: a tag decides where there is one, else the time, which has no fractions of a second. */
function isKnown({ headers }: FastifyRequest, etag: string, changed: Date): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined)
    return tags.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return Math.floor(changed.getTime() / 1000) * 1000 <= since;
}

function notice(reply: FastifyReply, code: 404 | 410, page: string): FastifyReply {
  return reply
    .code(code)
    .type(html)
    .header('content-security-policy', publishedPolicy)
    .header('cache-control', CACHE)
    .send(page);
}
