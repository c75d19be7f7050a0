import { describe, expect, it } from 'vitest';
import { type Locks, Outbox, type Outgoing, retryDelay, type Sent } from './outbox.ts';

const memory = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (k: string, v: string) => void kept.set(k, v),
    removeItem: (key: string) => void kept.delete(key),
    key: (n: number) => [...kept.keys()][n] ?? null,
    get length() {
      return kept.size;
    },
  };
};

/** One browser: what its pages share. Closing a page frees its locks. */
function browser() {
  const queues = new Map<string, { page: string; work: () => unknown; done?: boolean }[]>();
  const next = async (name: string) => {
    const first = queues.get(name)?.[0];
    if (first === undefined) return;
    await first.work();
    if (!first.done) leave(name, first);
  };
  const leave = (name: string, one: { done?: boolean }) => {
    one.done = true;
    const queue = queues.get(name) ?? [];
    const first = queue[0] === one;
    queues.set(
      name,
      queue.filter((other) => other !== one),
    );
    if (first) void next(name);
  };
  return {
    storage: memory(),
    locks: (page: string): Locks => ({
      request: async (name, work) => {
        const queue = queues.get(name) ?? [];
        queues.set(name, [...queue, { page, work }]);
        if (queue.length === 0) await next(name);
      },
    }),
    close: (page: string) => {
      for (const [name, queue] of queues) for (const one of queue) if (one.page === page) leave(name, one);
    },
  };
}

let pages = 0;

const command = (n: number): Outgoing<{ n: number }> => ({ commandId: `c${n}`, command: { n } });

function desk(shared = browser(), person: number | null = 1) {
  const page = `page-${++pages}`;
  const log: string[] = [];
  const names: number[] = [];
  const timers: (() => void)[] = [];
  let answer: (id: string) => Sent = () => ({ kind: 'done' });
  const outbox = new Outbox<{ n: number }>({
    send: async (outgoing, person) => {
      log.push(outgoing.commandId);
      names.push(person);
      return answer(outgoing.commandId);
    },
    settled: (outgoing, sent) => void log.push(`${outgoing.commandId} ${sent.kind}`),
    storage: shared.storage,
    locks: shared.locks(page),
    page,
    later: (run) => {
      timers.push(run);
      return () => void timers.splice(timers.indexOf(run), 1);
    },
  });
  if (person !== null) outbox.signedIn(person);
  return {
    outbox,
    log,
    names,
    timers,
    close: () => {
      outbox.put = () => {};
      shared.close(page);
    },
    answers: (next: typeof answer) => {
      answer = next;
    },
  };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('Outbox', () => {
  it('sends in order, one at a time', async () => {
    const { outbox, log } = desk();
    outbox.put(command(1));
    outbox.put(command(2));
    await settle();
    expect(log).toEqual(['c1', 'c1 done', 'c2', 'c2 done']);
    expect(outbox.waiting()).toEqual([]);
  });

  it('keeps everything while the desk is away and sends it once it is back', async () => {
    const { outbox, log, timers, answers } = desk();
    answers(() => ({ kind: 'again' }));
    outbox.put(command(1));
    await settle();
    expect(outbox.stuck()).toBe(true);
    expect(timers).toHaveLength(1);
    answers(() => ({ kind: 'done' }));
    outbox.put(command(2));
    await settle();
    expect(log.filter((line) => line.endsWith('done'))).toEqual(['c1 done', 'c2 done']);
    expect(outbox.stuck()).toBe(false);
    expect(timers).toHaveLength(0);
  });

  it('tries again by itself', async () => {
    const { outbox, log, timers, answers } = desk();
    answers(() => ({ kind: 'again' }));
    outbox.put(command(1));
    await settle();
    answers(() => ({ kind: 'done' }));
    timers[0]?.();
    await settle();
    expect(log).toEqual(['c1', 'c1', 'c1 done']);
  });

  it('drops what the desk refuses, says so, and goes on', async () => {
    const { outbox, log, answers } = desk();
    answers((id) => (id === 'c1' ? { kind: 'refused', reason: 'no such item' } : { kind: 'done' }));
    outbox.put(command(1));
    outbox.put(command(2));
    await settle();
    expect(log).toEqual(['c1', 'c1 refused', 'c2', 'c2 done']);
  });

  const away = (): Sent => ({ kind: 'again' });

  it('survives a reload', async () => {
    const shared = browser();
    const before = desk(shared);
    before.answers(away);
    before.outbox.put(command(1));
    await settle();
    before.close();
    const after = desk(shared, null);
    await settle();
    expect(after.outbox.waiting()).toEqual([command(1)]);
    // Shown, but not sent before the desk has said who is here.
    await after.outbox.flush();
    expect(after.log).toEqual([]);
    after.outbox.signedIn(1);
    await settle();
    expect(after.log).toEqual(['c1', 'c1 done']);
    after.close();
    const last = desk(shared);
    await settle();
    expect(last.outbox.waiting()).toEqual([]);
  });

  it('loses nothing of several pages, whichever is closed first, and sends nothing twice', async () => {
    const shared = browser();
    const [a, b] = [desk(shared), desk(shared)];
    a.answers(away);
    b.answers(away);
    a.outbox.put(command(1));
    b.outbox.put(command(2));
    await settle();
    b.outbox.gather();
    await settle();
    expect(b.outbox.waiting()).toEqual([command(2)]);
    a.close();
    await settle();
    expect(b.outbox.waiting()).toEqual([command(1), command(2)]);
    b.close();
    const c = desk(shared);
    await settle();
    expect(c.log).toEqual(['c1', 'c1 done', 'c2', 'c2 done']);
    c.close();
    const d = desk(shared);
    await settle();
    expect(d.log).toEqual([]);
  });

  it("never sends one person's commands in the name of another", async () => {
    const shared = browser();
    const ana = desk(shared, 1);
    ana.answers(away);
    ana.outbox.put(command(1));
    await settle();
    ana.close();
    const ben = desk(shared, null);
    expect(ben.outbox.signedIn(2)).toBe(1);
    await settle();
    expect([ben.outbox.waiting(), ben.log]).toEqual([[], []]);
    ben.outbox.put(command(2));
    await settle();
    ben.close();
    const back = desk(shared, 1);
    await settle();
    expect(back.log).toEqual(['c1', 'c1 done']);
    // The desk is told whose each one is, and can refuse what comes under another name all the same.
    expect([ana.names, ben.names, back.names]).toEqual([[1], [2], [1]]);
  });

  it('holds back what waits while another page has signed somebody else in', async () => {
    const shared = browser();
    const ana = desk(shared, 1);
    ana.answers(away);
    ana.outbox.put(command(1));
    await settle();
    const ben = desk(shared, 2);
    ana.answers(() => ({ kind: 'done' }));
    await ana.outbox.flush();
    expect(ana.log).toEqual(['c1']);
    // The page learns of it: what it held stays behind.
    ana.outbox.signedIn(2);
    await settle();
    expect([ana.outbox.waiting(), ana.log]).toEqual([[], ['c1']]);
    ben.close();
    ana.close();
    const back = desk(shared, 1);
    await settle();
    expect(back.log).toEqual(['c1', 'c1 done']);
  });

  it('drops a list that does not say whose it is, and says how much that was', async () => {
    const shared = browser();
    shared.storage.setItem('throughline.outbox', JSON.stringify([command(1), command(2)]));
    const { outbox, log } = desk(shared);
    expect([outbox.dropNobodys(), outbox.dropNobodys()]).toEqual([2, 0]);
    await settle();
    expect(log).toEqual([]);
  });

  it('starts empty on a storage that holds something else', async () => {
    for (const text of ['{"not":"a list"}', 'not json']) {
      const shared = browser();
      shared.storage.setItem('throughline.outbox.1.old', text);
      const { outbox } = desk(shared);
      await settle();
      expect(outbox.waiting()).toEqual([]);
    }
  });

  it('waits longer after each failure, to half a minute', () => {
    expect([1, 2, 3, 10].map(retryDelay)).toEqual([1000, 2000, 4000, 30_000]);
  });
});
