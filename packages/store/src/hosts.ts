import type { Sql } from './database.ts';

/**
 * Who may ask which host, for all processes of the desk and over restarts. Each step is one statement, so that two
 * workers never hold a host together. Moments are milliseconds since 1970, of the caller's clock.
 */
export interface StoredHostLedger {
  take(
    host: string,
    now: number,
    leaseMs: number,
  ): Promise<{ taken: true } | { taken: false; notBefore: number }>;
  release(host: string, notBefore: number): Promise<void>;
  block(host: string, until: number): Promise<void>;
}

export function hostLedger(sql: Sql): StoredHostLedger {
  return {
    take: async (host, now, leaseMs) => {
      const row = await sql.row<{ taken: boolean; until: number | null }>(
        `with taken as (
           insert into throughline.hosts as h (host, held_until) values ($1, ${moment('$2 + $3')})
           on conflict (host) do update set held_until = excluded.held_until
             where greatest(h.held_until, h.not_before) <= ${moment('$2')}
           returning 1
         )
         select exists (select 1 from taken) as taken, (select
           (extract(epoch from greatest(held_until, not_before)) * 1000)::float8
           from throughline.hosts where host = $1) as until`,
        [host, now, leaseMs],
      );
      if (row?.taken) return { taken: true };
      // A row that was made at this very moment is not seen yet.
      return { taken: false, notBefore: row?.until ?? now + 1000 };
    },
    release: async (host, notBefore) => {
      await sql.run(
        `update throughline.hosts set held_until = '-infinity', not_before = greatest(not_before, ${moment('$2')})
         where host = $1`,
        [host, notBefore],
      );
    },
    block: async (host, until) => {
      await sql.run(
        `insert into throughline.hosts as h (host, not_before) values ($1, ${moment('$2')})
         on conflict (host) do update set not_before = greatest(h.not_before, excluded.not_before)`,
        [host, until],
      );
    },
  };
}

const moment = (ms: string) => `to_timestamp((${ms.replace(/\$\d/g, '$&::float8')}) / 1000)`;

/** Forgets hosts that hinder nobody any more. */
export async function forgetHosts(sql: Sql): Promise<number> {
  return sql.run(
    "delete from throughline.hosts where greatest(held_until, not_before) < now() - interval '1 day'",
  );
}
