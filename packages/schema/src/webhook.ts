import { z } from 'zod';
import { Id, Instant } from './common.ts';

/** What other programs may be told of. */
export const WebhookEvent = z.enum([
  /** An item came in that a topic's rules take for relevant. */
  'item.relevant',
  /** A second report made a story of it. */
  'story.new',
  /** It has five independent origins. */
  'story.large',
  'storyline.published',
  'storyline.corrected',
  /** A storyline has something that its editor should know. */
  'storyline.alert',
]);
export type WebhookEvent = z.infer<typeof WebhookEvent>;

/** Without HTTPS only to a machine of one's own, which FETCH_ALLOW must name besides. */
const PRIVATE_HOST =
  /^(localhost|((127|10)\.\d+|192\.168|172\.(1[6-9]|2\d|3[01]))\.\d+\.\d+|\[(::1|f[cd][\da-f]{2}:[\da-f:]*)\])$/;
const mayBeTold = (text: string) => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && PRIVATE_HOST.test(hostname));
};

export const NewWebhook = z.object({
  url: z
    .string()
    .trim()
    .max(2000)
    .refine(mayBeTold, 'An address must begin with https:// and hold no password.'),
  events: z.array(WebhookEvent).min(1),
});
export type NewWebhook = z.infer<typeof NewWebhook>;

export const WebhookDelivery = z.object({
  id: Id,
  event: z.string(),
  at: Instant,
  tries: z.number().int(),
  deliveredAt: Instant.nullable(),
  /** Null: it was taken, or given up. */
  nextTryAt: Instant.nullable(),
  status: z.number().int().nullable(),
  problem: z.string().nullable(),
});
export type WebhookDelivery = z.infer<typeof WebhookDelivery>;

export const Webhook = z.object({
  id: Id,
  url: z.string(),
  events: z.array(WebhookEvent),
  by: z.string(),
  createdAt: Instant,
  failingSince: Instant.nullable(),
  problem: z.string().nullable(),
  disabledAt: Instant.nullable(),
  /** The last ones, newest first. */
  deliveries: z.array(WebhookDelivery),
});
export type Webhook = z.infer<typeof Webhook>;

const base = { delivery: Id, at: Instant };
const StorylineTold = z.object({ id: Id, slug: z.string(), headline: z.string() });

/** What is sent. All of it is plain text; HTML of others is never among it. */
export const WebhookPayload = z.discriminatedUnion('event', [
  z.object({ ...base, event: z.literal('test') }),
  z.object({
    ...base,
    event: z.literal('item.relevant'),
    topic: z.object({ id: z.string(), name: z.string() }),
    /** 0..1 */
    score: z.number(),
    item: z.object({
      id: Id,
      title: z.string(),
      summary: z.string(),
      url: z.string().nullable(),
      language: z.string().nullable(),
      publisher: z.string(),
      at: Instant,
    }),
  }),
  z.object({
    ...base,
    event: z.enum(['story.new', 'story.large']),
    story: z.object({
      id: z.string(),
      headline: z.string(),
      reports: z.number().int(),
      independent: z.number().int(),
      firstAt: Instant,
      lastAt: Instant,
    }),
  }),
  z.object({
    ...base,
    event: z.enum(['storyline.published', 'storyline.corrected']),
    storyline: StorylineTold,
    version: z.object({ number: z.number().int(), kind: z.string(), note: z.string() }),
    /** Its public address, where the desk knows one. */
    url: z.string().nullable(),
  }),
  z.object({
    ...base,
    event: z.literal('storyline.alert'),
    storyline: StorylineTold,
    /** development, correction, quiet, drift or wake. */
    alert: z.string(),
  }),
]);
export type WebhookPayload = z.infer<typeof WebhookPayload>;
