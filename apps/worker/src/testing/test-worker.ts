import type { GuardedClient, GuardedOutcome, GuardedRequest } from '@throughline/feeds';
import type { Queues } from '@throughline/queue';
import type { Logger } from '@throughline/runtime';
import { type Database, dueSources } from '@throughline/store';
import type { Desk } from '../desk.ts';
import { createGrouper } from '../grouper.ts';
import { createHeldSources } from '../held-sources.ts';
import { pollSource } from '../jobs/poll-source.ts';
import { createDeskGate } from '../polite.ts';
import { createTaggerCache } from '../tagger-cache.ts';
import { createTracker } from '../tracker.ts';

/** What an address answers at a moment; null: nothing listens there. */
export type Answer = { status?: number; body?: string; headers?: Record<string, string>; movedTo?: string };

export interface Asked {
  at: number;
  url: string;
  conditional: boolean;
  status: number;
}

/** A worker whose time and network are simulated, on a real database. */
export class TestWorker {
  now: number;
  readonly asked: Asked[] = [];
  desk: Desk;
  private readonly db: Database;
  private readonly web: Record<string, (at: number) => Answer>;

  constructor(db: Database, start: number, web: Record<string, (at: number) => Answer>) {
    this.db = db;
    this.now = start;
    this.web = web;
    this.desk = this.start();
  }

  /** Everything that a process only remembers is lost. */
  restart(): void {
    this.desk = this.start();
  }

  /** Lets time pass until then, and polls whatever becomes due on the way. */
  async runUntil(end: number): Promise<void> {
    for (;;) {
      const due = await dueSources(this.db, { now: new Date(this.now), limit: 100 });
      await Promise.all(due.map(({ id }) => pollSource(this.desk, { sourceId: id })));
      const next = due.length > 0 ? this.now + 1_000 : Math.max(this.now + 1_000, await this.nextDue());
      if (next > end) break;
      this.now = next;
    }
    this.now = end;
  }

  private async nextDue(): Promise<number> {
    const row = await this.db.row<{ at: string | null }>(
      `select min(greatest(s.next_check_at, h.held_until, h.not_before)) as at
       from throughline.sources s left join throughline.hosts h on h.host = s.host
       where s.removed_at is null and s.next_check_at is not null`,
    );
    return row?.at == null ? Number.POSITIVE_INFINITY : Date.parse(row.at);
  }

  private start(): Desk {
    const clock = {
      now: () => this.now,
      sleep: async (ms: number) => {
        this.now += ms;
      },
    };
    return {
      db: this.db,
      queues: noQueues,
      client: { request: (request) => this.answer(request), close: async () => {} } satisfies GuardedClient,
      gate: createDeskGate(this.db, clock),
      ownOrigins: [],
      publicUrl: null,
      taggers: createTaggerCache(() => {}),
      grouper: createGrouper(),
      held: createHeldSources(),
      tracker: createTracker(),
      log: silent,
      now: () => new Date(this.now),
      random: () => 0.5,
    };
  }

  private async answer(request: GuardedRequest): Promise<GuardedOutcome> {
    const { origin } = new URL(request.url);
    const bound = request.bound?.origin === origin ? request.bound.headers : {};
    const etag = { ...request.headers, ...bound }['if-none-match'];
    const given = this.web[request.url]?.(this.now) ?? { status: 404 };
    const at = this.now;
    if (given.movedTo !== undefined) {
      const hop = { status: 301, from: request.url, to: given.movedTo };
      const end = await this.answer({ ...request, url: given.movedTo });
      return { ...end, hops: [hop, ...end.hops] };
    }
    const unchanged = etag !== undefined && etag === given.headers?.etag;
    const status = unchanged ? 304 : (given.status ?? 200);
    this.asked.push({ at, url: request.url, conditional: etag !== undefined, status });
    const body = Buffer.from(status === 200 ? (given.body ?? '') : '');
    const headers = given.headers ?? {};
    return {
      kind: 'answer',
      status,
      headers,
      body,
      wireBytes: body.length,
      url: request.url,
      hops: [],
      durationMs: 20,
    };
  }
}

/** Tagging is not what is looked at here. */
const noQueues: Queues = {
  add: async () => {},
  pending: async () => 0,
  work: () => {},
  ping: async () => {},
  close: async () => {},
};

const silent = { info: () => {}, warn: () => {}, error: () => {} } as unknown as Logger;
