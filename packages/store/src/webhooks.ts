import type { NewWebhook, Webhook, WebhookPayload } from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { MissingError } from './errors.ts';
import { newSecret } from './secrets.ts';

const DELIVERIES_SHOWN = 10;

/** All webhooks with their last deliveries, never with their secrets. */
export async function listWebhooks(sql: Sql): Promise<Webhook[]> {
  return sql.rows<Webhook>(
    `select w.id, w.url, w.events, u.name as by, w.created_at as "createdAt", w.failing_since as "failingSince",
       w.problem, w.disabled_at as "disabledAt",
       coalesce((select jsonb_agg(to_jsonb(d) order by d.id desc) from (
         select id, event, throughline.iso(at) as at, tries, throughline.iso(delivered_at) as "deliveredAt",
           throughline.iso(next_try_at) as "nextTryAt", status, problem
         from throughline.webhook_deliveries where webhook_id = w.id order by id desc limit $1) d), '[]') as deliveries
     from throughline.webhooks w join throughline.users u on u.id = w.user_id
     where w.removed_at is null order by w.id desc`,
    [DELIVERIES_SHOWN],
  );
}

/** @returns its secret, this once. */
export async function addWebhook(sql: Sql, userId: number, { url, events }: NewWebhook): Promise<string> {
  const secret = newSecret();
  await sql.run('insert into throughline.webhooks (url, secret, events, user_id) values ($1, $2, $3, $4)', [
    url,
    secret,
    [...new Set(events)],
    userId,
  ]);
  return secret;
}

/** @throws MissingError when it is not there. */
export async function removeWebhook(sql: Sql, id: number): Promise<void> {
  await changed(sql, 'removed_at = now()', id);
  await giveUp(sql, id);
}

/** Switched off, nothing is noted for it; switched on again, it is told what comes from then on. */
export async function setWebhookEnabled(sql: Sql, id: number, enabled: boolean): Promise<void> {
  await changed(
    sql,
    enabled
      ? 'disabled_at = null, failing_since = null, failed_at = null, problem = null'
      : 'disabled_at = now(), problem = null',
    id,
  );
  if (!enabled) await giveUp(sql, id);
}

async function changed(sql: Sql, set: string, id: number): Promise<void> {
  const done = await sql.run(`update throughline.webhooks set ${set} where id = $1 and removed_at is null`, [
    id,
  ]);
  if (done === 0) throw new MissingError('This webhook is not there any more.');
}

const giveUp = (sql: Sql, webhookId: number) =>
  sql.run('update throughline.webhook_deliveries set next_try_at = null where webhook_id = $1', [webhookId]);

/** Sends something that says nothing, to see whether it arrives. */
export async function testWebhook(sql: Sql, id: number): Promise<void> {
  const done = await sql.run(
    `insert into throughline.webhook_deliveries (webhook_id, event, key, subject)
     select id, 'test', 'test-' || gen_random_uuid(), '{}' from throughline.webhooks
     where id = $1 and removed_at is null and disabled_at is null`,
    [id],
  );
  if (done === 0) throw new MissingError('This webhook is switched off or not there any more.');
}

/** Of each webhook that is free the delivery that is due for longest, with how often it was tried. */
export async function deliveriesDue(
  sql: Sql,
  now: Date,
  limit: number,
): Promise<{ id: number; webhookId: number; tries: number }[]> {
  return sql.rows(
    `select distinct on (d.webhook_id) d.id, d.webhook_id as "webhookId", d.tries
     from throughline.webhook_deliveries d join throughline.webhooks w on w.id = d.webhook_id
     where d.next_try_at <= $1 and (w.busy_until is null or w.busy_until <= $1)
     order by d.webhook_id, d.next_try_at, d.id limit $2`,
    [now.toISOString(), limit],
  );
}

interface ClaimedDelivery {
  id: number;
  webhookId: number;
  url: string;
  secret: string;
  /** This attempt included. */
  tries: number;
  /** Null: what it was about is gone. */
  payload: WebhookPayload | null;
}

/**
 * Takes a delivery for one attempt, and its webhook with it; null when it is not due (any more), its webhook is told
 * something else at this moment, or is to be told nothing: then it is given up. A worker that dies leaves both at
 * `until`.
 */
export async function claimDelivery(
  db: Database,
  id: number,
  now: Date,
  until: Date,
): Promise<ClaimedDelivery | null> {
  const row = await db.row<Omit<ClaimedDelivery, 'payload'> & Told>(
    `with hook as (
       update throughline.webhooks w set busy_until = $3
       from throughline.webhook_deliveries d
       where d.id = $1 and d.next_try_at <= $2 and w.id = d.webhook_id and (w.busy_until is null or w.busy_until <= $2)
       returning w.id, w.url, w.secret, w.disabled_at is null and w.removed_at is null as listens
     ), claimed as (
       update throughline.webhook_deliveries d set tries = d.tries + hook.listens::int,
         next_try_at = case when hook.listens then $3::timestamptz end
       from hook where d.id = $1
       returning d.id, hook.id as "webhookId", d.tries, d.event, d.subject, d.at, hook.url, hook.secret, hook.listens)
     select id, "webhookId", tries, event, subject, at, url, secret from claimed where listens`,
    [id, now.toISOString(), until.toISOString()],
  );
  if (row === null) return null;
  const { event, subject, at, ...delivery } = row;
  return { ...delivery, payload: await payloadOf(db, { id, event, subject, at }) };
}

interface Told {
  id: number;
  event: string;
  subject: Record<string, string | number>;
  at: string;
}

async function payloadOf(sql: Sql, { id, event, subject, at }: Told): Promise<WebhookPayload | null> {
  const base = { delivery: id, at };
  if (event === 'test') return { ...base, event };
  const about = await sql.row<object>(ABOUT[event] ?? '', orderOf(event, subject));
  return about === null ? null : ({ ...base, event, ...about } as WebhookPayload);
}

/** The parameters of each statement below, in their order. */
function orderOf(
  event: string,
  { item, topic, story, storyline, version, kind }: Told['subject'],
): unknown[] {
  if (event === 'item.relevant') return [item, topic];
  if (event.startsWith('story.')) return [story];
  return event === 'storyline.alert' ? [storyline, kind] : [storyline, version];
}

const STORYLINE = `jsonb_build_object('id', l.id, 'slug', l.slug, 'headline', l.headline) as storyline`;
const STORY = `select jsonb_build_object('id', s.id, 'headline', s.headline, 'reports', s.reports,
    'independent', s.independent, 'firstAt', throughline.iso(s.first_at), 'lastAt', throughline.iso(s.last_at)) as story
  from throughline.stories s where s.id = $1`;
const VERSION = `select ${STORYLINE}, p.url,
    jsonb_build_object('number', v.number, 'kind', v.kind, 'note', v.note) as version
  from throughline.published_versions v join throughline.storylines l on l.id = v.storyline_id
  join throughline.publications p on p.storyline_id = l.id where v.storyline_id = $1 and v.number = $2`;

const ABOUT: Readonly<Record<string, string>> = {
  'item.relevant': `select jsonb_build_object('id', o.id, 'name', o.name) as topic, t.score,
      jsonb_build_object('id', i.id, 'title', r.title, 'summary', left(r.summary, 500), 'url', i.url,
        'language', i.language, 'publisher', p.name, 'at', throughline.iso(i.at)) as item
    from throughline.tags t join throughline.items i on i.id = t.item_id
    join throughline.revisions r on r.id = i.current_revision_id
    join throughline.topics o on o.id = t.topic_id
    join throughline.sources s on s.id = i.source_id join throughline.publishers p on p.id = s.publisher_id
    where t.item_id = $1 and t.topic_id = $2`,
  'story.new': STORY,
  'story.large': STORY,
  'storyline.published': VERSION,
  'storyline.corrected': VERSION,
  'storyline.alert': `select ${STORYLINE}, $2::text as alert from throughline.storylines l
    where l.id = $1 and l.deleted_at is null`,
};

interface DeliveryResult {
  at: Date;
  /** False: there was nothing to send, which says nothing of the webhook. */
  sent: boolean;
  status: number | null;
  /** Null: it was taken. */
  problem: string | null;
  /** Null: not again. */
  nextTryAt: Date | null;
}

/** A webhook that takes nothing for so long is switched off ... */
const PATIENCE_DAYS = 3;
/** ... where it failed all the time: after a longer silence than this, a failure begins to count anew. */
const SILENCE_DAYS = 2;
/** One that failed keeps a worker waiting, perhaps for long: others come first. */
const REST_SECONDS = 30;

/** Notes what came of an attempt; a webhook that has failed for days is switched off, and says why. */
export async function recordDelivery(db: Database, id: number, result: DeliveryResult): Promise<void> {
  const { at, sent, status, problem, nextTryAt } = result;
  await db.transaction(async (sql) => {
    const row = await sql.row<{ webhookId: number; event: string }>(
      `update throughline.webhook_deliveries set status = $2, problem = $3, next_try_at = $4,
         delivered_at = case when $3::text is null then $5::timestamptz end
       where id = $1 returning webhook_id as "webhookId", event`,
      [id, status, problem, nextTryAt?.toISOString() ?? null, at.toISOString()],
    );
    if (row === null) return;
    if (sent && problem !== null && row.event !== 'test') return failed(sql, row.webhookId, at, problem);
    await sql.run(
      `update throughline.webhooks set busy_until = null${
        sent && problem === null ? ', problem = null, failing_since = null, failed_at = null' : ''
      } where id = $1`,
      [row.webhookId],
    );
  });
}

async function failed(sql: Sql, webhookId: number, at: Date, problem: string): Promise<void> {
  const after = await sql.row<{ over: boolean }>(
    `update throughline.webhooks w set problem = $2, failed_at = $3, failing_since = coalesce(s.since, $3),
       busy_until = $3::timestamptz + make_interval(secs => $6),
       disabled_at = case when s.since < $3::timestamptz - make_interval(days => $4) then $3 else disabled_at end
     from (select id, case when failed_at >= $3::timestamptz - make_interval(days => $5) then failing_since end as since
       from throughline.webhooks) s
     where w.id = $1 and s.id = w.id returning w.disabled_at is not null or w.removed_at is not null as over`,
    [webhookId, problem, at.toISOString(), PATIENCE_DAYS, SILENCE_DAYS, REST_SECONDS],
  );
  if (after?.over) await giveUp(sql, webhookId);
}

/** Forgets old deliveries; items and stories older than two days are not told of anyway. */
export async function forgetDeliveries(sql: Sql): Promise<number> {
  return sql.run(
    "delete from throughline.webhook_deliveries where next_try_at is null and at < now() - interval '30 days'",
  );
}
