import type { OpenAlert, StorylineNews, StorylineSuggestion, StorylineTracking } from '@throughline/schema';
import type { Sql } from './database.ts';
import { CANDIDATE_DAYS } from './storyline-tracking.ts';

/** What tracking found, as screens read it. */

const SHOWN_AT_MOST = 20;
const ROWS_AT_MOST = 200;

/** Suggestions that still wait: not cited, not declined, not too old. */
const WAITING = `throughline.suggestions g join throughline.items i on i.id = g.item_id
  where i.at > now() - make_interval(days => ${CANDIDATE_DAYS})
    and not exists (select 1 from throughline.declined_items d
      where d.storyline_id = g.storyline_id and d.item_id = g.item_id)
    and not exists (select 1 from throughline.citations c join throughline.placed_citations p on p.citation_id = c.id
      where c.storyline_id = g.storyline_id and p.storyline_id = g.storyline_id and c.item_id = g.item_id)`;

/**
 * Alerts that nobody put away. A development is none any more once all of its items are decided on; that a storyline
 * fell dormant, once it is not.
 */
const OPEN = `a.closed_at is null and (a.alert ->> 'kind' <> 'dormant' or exists (
  select 1 from throughline.storylines z where z.id = a.storyline_id and z.status = 'dormant')) and (a.alert ->> 'kind' <> 'development' or exists (
  select 1 from ${WAITING} and g.storyline_id = a.storyline_id and a.alert -> 'items' @> to_jsonb(g.item_id)))`;

/** What a storyline tracks, proposes and warns of; null when it is not there. */
export async function storylineTracking(sql: Sql, id: number): Promise<StorylineTracking | null> {
  const head = await sql.row<Omit<StorylineTracking, 'suggestions' | 'alerts'>>(
    `select l.tracking as on, l.track_topics as topics, l.track_rule as rule, l.quiet_days as "quietDays",
       l.dormant_days as "dormantDays",
       t.looked_at as "lookedAt"
     from throughline.storylines l left join throughline.storyline_tracking t on t.storyline_id = l.id
     where l.id = $1 and l.deleted_at is null`,
    [id],
  );
  if (head === null) return null;
  return {
    ...head,
    suggestions: head.on ? await waitingSuggestions(sql, id) : [],
    alerts: await sql.rows<OpenAlert>(
      `select a.id, a.at, a.alert from throughline.storyline_alerts a
       where a.storyline_id = $1 and ${OPEN} order by a.at desc, a.id desc`,
      [id],
    ),
  };
}

type Row = Omit<StorylineSuggestion, 'item' | 'others'> &
  StorylineSuggestion['item'] & { story: string | null };

/** One line for each story, the best of its reports first. */
async function waitingSuggestions(sql: Sql, id: number): Promise<StorylineSuggestion[]> {
  const rows = await sql.rows<Row>(
    `select w.*, r.title, p.name as publisher, m.story_id as story from (
       select i.id, i.language, i.at, i.source_id, i.current_revision_id, g.score, g.reasons, g.novelty,
         g.section_id as section
       from ${WAITING} and g.storyline_id = $1 order by g.score desc, i.id desc limit ${ROWS_AT_MOST}) w
     join throughline.revisions r on r.id = w.current_revision_id
     join throughline.sources s on s.id = w.source_id join throughline.publishers p on p.id = s.publisher_id
     left join throughline.story_members m on m.item_id = w.id
     order by w.score desc, w.id desc`,
    [id],
  );
  const lines = new Map<string, StorylineSuggestion>();
  for (const {
    id: itemId,
    title,
    language,
    publisher,
    at,
    story,
    score,
    reasons,
    novelty,
    section,
  } of rows) {
    const item = { id: itemId, title, language, publisher, at };
    const key = story ?? `item ${itemId}`;
    const first = lines.get(key);
    if (first === undefined) lines.set(key, { item, score, reasons, novelty, section, others: [] });
    else first.others.push(item);
  }
  return [...lines.values()].slice(0, SHOWN_AT_MOST);
}

/** Storylines with something to tell, for Today: those with the newest alert first. */
export async function storylineNews(sql: Sql): Promise<StorylineNews[]> {
  const rows = await sql.rows<StorylineNews>(
    `select l.id, l.headline,
       case when l.tracking then (select count(distinct coalesce(m.story_id, g.item_id::text))::int
         from ${WAITING.replace(' where', ' left join throughline.story_members m on m.item_id = i.id where')}
         and g.storyline_id = l.id) else 0 end as waiting,
       coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'alert', a.alert,
           'at', to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by a.at desc, a.id desc)
         from throughline.storyline_alerts a where a.storyline_id = l.id and ${OPEN}), '[]') as alerts
     from throughline.storylines l where l.deleted_at is null and l.status <> 'closed'
     order by (select max(a.at) from throughline.storyline_alerts a
       where a.storyline_id = l.id and a.closed_at is null) desc nulls last, l.updated_at desc`,
  );
  return rows.filter((row) => row.waiting > 0 || row.alerts.length > 0);
}
