import type { AuditEntry, AuditFilter, AuditObject, Page } from '@throughline/schema';
import type { Sql } from './database.ts';

/** What only administrators read of: who came in from where is nobody else's business. */
const PRIVATE: readonly AuditObject[] = ['person', 'invitation', 'token', 'setting', 'webhook'];

/**
 * The record, newest first.
 *
 * Days of the filter are those of UTC.
 *
 * @param everything also what concerns people, tokens and settings
 * @param before go on behind this entry
 */
export async function readAudit(
  sql: Sql,
  filter: AuditFilter,
  { everything, before, limit }: { everything: boolean; before?: number | undefined; limit: number },
): Promise<Page<AuditEntry>> {
  const rows = await sql.rows<AuditEntry>(
    `select a.id, a.at, a.via, a.object, a.object_id as "objectId", a.part, a.label, a.action, a.before, a.after,
       case when u.id is null then null else jsonb_build_object('id', u.id, 'name', u.name) end as actor
     from throughline.audit a left join throughline.users u on u.id = a.actor
     where ($1::text is null or a.object = $1) and ($2::text is null or a.object_id = $2)
       and ($3::bigint is null or a.actor = $3)
       and ($4::date is null or a.at >= $4::date::timestamp at time zone 'UTC')
       and ($5::date is null or a.at < ($5::date + 1)::timestamp at time zone 'UTC')
       and ($6 or a.object <> all($7::text[])) and ($8::bigint is null or a.id < $8)
     order by a.id desc limit $9`,
    [
      filter.object ?? null,
      filter.objectId ?? null,
      filter.actor ?? null,
      filter.from ?? null,
      filter.to ?? null,
      everything,
      PRIVATE,
      before ?? null,
      limit + 1,
    ],
  );
  const page = rows.slice(0, limit);
  return { rows: page, nextCursor: rows.length > limit ? String(page.at(-1)?.id) : null };
}
