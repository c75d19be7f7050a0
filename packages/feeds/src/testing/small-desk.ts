import type { PollMemory, Validators } from '@throughline/schema';
import { fetchFeed } from '../fetch/fetch-feed.ts';
import { parseFeed } from '../parse/parse-feed.ts';
import { afterPoll, NEW_SOURCE, pollNowAt } from '../schedule/after-poll.ts';
import { createHostGate, type HostGate, hostKey } from '../schedule/host-gate.ts';
import type { FeedHosts } from './feed-host.ts';

/** As much of a desk as polling needs: rows that survive a restart, and a process that does not. */

interface Row {
  url: string;
  validators: Validators;
  bodyHash: string | null;
  memory: PollMemory;
  failures: number;
  nextCheckAt: number | null;
  lastCheckAt: number | null;
  /** guid -> the publisher's date. */
  seen: Map<string, number>;
}

/** Time that a poll may take before another process may try: a process that died in the middle makes no burst. */
const CLAIM_MS = 15 * 60_000;

export class SmallDesk {
  readonly rows: Row[] = [];
  /** Hosts that were being polled when the process died. */
  readonly died: string[] = [];
  now: number;
  private life = 0;
  private gate: HostGate;
  private hosts: FeedHosts | null = null;
  private readonly random: () => number;

  constructor(start: number, random: () => number) {
    this.now = start;
    this.random = random;
    this.gate = this.newGate();
  }

  connect(hosts: FeedHosts): void {
    this.hosts = hosts;
  }

  add(url: string, at = this.now): void {
    const validators = { etag: null, lastModified: null };
    const row = {
      url,
      validators,
      bodyHash: null,
      memory: { ...NEW_SOURCE },
      failures: 0,
      lastCheckAt: null,
    };
    this.rows.push({ ...row, nextCheckAt: at, seen: new Map() });
  }

  /** Everything that a process only remembers is lost. */
  restart(): void {
    this.life++;
    this.gate = this.newGate();
    // Nothing starts faster than this.
    this.now += 2_000;
  }

  pollNow(url: string): void {
    for (const row of this.rows.filter(
      (candidate) => candidate.url === url && candidate.nextCheckAt !== null,
    )) {
      const at = pollNowAt({
        now: new Date(this.now),
        lastCheckAt: row.lastCheckAt === null ? null : new Date(row.lastCheckAt),
        notBefore: row.memory.notBefore === null ? null : new Date(row.memory.notBefore),
        ownIntervalMs: null,
      });
      row.nextCheckAt = Math.min(row.nextCheckAt ?? Number.POSITIVE_INFINITY, at.getTime());
    }
  }

  /** Lets time pass until then, polling whatever becomes due. `dies` kills the process in the middle of some polls. */
  async runUntil(end: number, dies: () => boolean = () => false): Promise<void> {
    for (;;) {
      const due = this.rows.filter(
        (row) => row.nextCheckAt !== null && row.nextCheckAt <= Math.max(this.now, this.next()),
      );
      const at = this.next();
      if (at > end || due.length === 0) break;
      this.now = Math.max(this.now, at);
      await Promise.all(due.map((row) => this.poll(row, dies)));
    }
    this.now = Math.max(this.now, end);
  }

  private next(): number {
    return Math.min(...this.rows.map((row) => row.nextCheckAt ?? Number.POSITIVE_INFINITY));
  }

  private newGate(): HostGate {
    return createHostGate({
      clock: {
        now: () => this.now,
        sleep: async (ms) => {
          this.now += ms;
        },
      },
    });
  }

  private async poll(row: Row, dies: () => boolean): Promise<void> {
    const { hosts } = this;
    if (hosts === null) return;
    const { life } = this;
    const gated = await this.gate.run(hostKey(row.url), async () => {
      if (life !== this.life) return null;
      row.nextCheckAt = this.now + CLAIM_MS;
      const { etag, lastModified } = row.validators;
      return fetchFeed(hosts.client, {
        url: row.url,
        etag,
        lastModified,
        validatorsFrom: row.memory.validatorsFrom,
        bodyHash: row.bodyHash,
      });
    });
    if (!gated.ran) {
      row.nextCheckAt = gated.until;
      return;
    }
    if (gated.value === null) return;
    const lost = life !== this.life;
    if (lost || dies()) {
      this.died.push(hostKey(row.url));
      if (!lost) this.restart();
      return;
    }
    await this.store(row, gated.value);
  }

  private async store(row: Row, outcome: Awaited<ReturnType<typeof fetchFeed>>): Promise<void> {
    const parsed = outcome.kind === 'body' ? await parseFeed(outcome.body, { url: outcome.finalUrl }) : null;
    for (const item of parsed?.ok ? parsed.items : []) {
      if (!row.seen.has(item.guid ?? ''))
        row.seen.set(item.guid ?? '', Date.parse(item.publishedAt ?? '') || this.now);
    }
    const after = afterPoll({
      now: new Date(this.now),
      outcome,
      unreadable: parsed?.ok === false ? { code: 'not-a-feed', said: parsed.error.said } : null,
      memory: row.memory,
      failures: row.failures,
      arrivals: [...row.seen.values()]
        .sort((a, b) => b - a)
        .slice(0, 30)
        .map((at) => new Date(at)),
      ownIntervalMs: null,
      pushedUntil: null,
      random: this.random,
    });
    if (after.keep !== null) {
      row.validators = after.keep.validators;
      row.bodyHash = after.keep.bodyHash;
    }
    row.memory = after.memory;
    row.failures = after.failures;
    row.lastCheckAt = this.now;
    row.nextCheckAt = after.at?.getTime() ?? null;
    if (after.moveTo !== null) row.url = after.moveTo;
    if (after.blockHostUntil !== null) this.blockHost(hostKey(row.url), after.blockHostUntil.getTime());
  }

  /** In the rows, so that a restart does not forget it. */
  private blockHost(host: string, until: number): void {
    for (const row of this.rows) {
      if (hostKey(row.url) === host && row.nextCheckAt !== null)
        row.nextCheckAt = Math.max(row.nextCheckAt, until);
    }
  }
}
