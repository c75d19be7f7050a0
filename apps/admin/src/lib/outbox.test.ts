import { describe, expect, it } from 'vitest';
import { Outbox, type Outgoing, retryDelay, type Sent } from './outbox.ts';

const memory = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (k: string, v: string) => void kept.set(k, v),
  };
};

const command = (n: number): Outgoing<{ n: number }> => ({ commandId: `c${n}`, command: { n } });

function desk(storage = memory()) {
  const log: string[] = [];
  const timers: (() => void)[] = [];
  let answer: (id: string) => Sent = () => ({ kind: 'done' });
  const outbox = new Outbox<{ n: number }>({
    send: async (outgoing) => {
      log.push(outgoing.commandId);
      return answer(outgoing.commandId);
    },
    settled: (outgoing, sent) => void log.push(`${outgoing.commandId} ${sent.kind}`),
    storage,
    storageKey: 'outbox',
    later: (run) => {
      timers.push(run);
      return () => void timers.splice(timers.indexOf(run), 1);
    },
  });
  return {
    outbox,
    log,
    timers,
    storage,
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

  it('survives a reload', async () => {
    const storage = memory();
    const before = desk(storage);
    before.answers(() => ({ kind: 'again' }));
    before.outbox.put(command(1));
    await settle();
    const after = desk(storage);
    expect(after.outbox.waiting()).toEqual([command(1)]);
    await after.outbox.flush();
    expect(after.log).toEqual(['c1', 'c1 done']);
    expect(desk(storage).outbox.waiting()).toEqual([]);
  });

  it('starts empty on a storage that holds something else', () => {
    const storage = memory();
    storage.setItem('outbox', '{"not":"a list"}');
    expect(desk(storage).outbox.waiting()).toEqual([]);
    storage.setItem('outbox', 'not json');
    expect(desk(storage).outbox.waiting()).toEqual([]);
  });

  it('waits longer after each failure, to half a minute', () => {
    expect([1, 2, 3, 10].map(retryDelay)).toEqual([1000, 2000, 4000, 30_000]);
  });
});
