import { describe, expect, it } from 'vitest';
import { createHostGate, createMemoryLedger, hostKey } from './host-gate.ts';

/** Time passes only when somebody sleeps. */
function fakeClock() {
  let now = 0;
  return {
    now: () => now,
    sleep: async (ms: number) => {
      now += ms;
    },
    pass: (ms: number) => {
      now += ms;
    },
  };
}

describe('createHostGate', () => {
  it('runs one task at a time for each host, a second apart, in order', async () => {
    const clock = fakeClock();
    const gate = createHostGate({ clock });
    const log: string[] = [];
    let running = 0;
    const task = (name: string) => async () => {
      running++;
      expect(running).toBe(1);
      log.push(`${name} ${clock.now()}`);
      await Promise.resolve();
      clock.pass(200);
      running--;
      return name;
    };
    const results = await Promise.all(['a', 'b', 'c'].map((name) => gate.run('x.example', task(name))));
    expect(log).toEqual(['a 0', 'b 1200', 'c 2400']);
    expect(results).toEqual(['a', 'b', 'c'].map((value) => ({ ran: true, value })));
  });

  it('lets other hosts go on meanwhile', async () => {
    const clock = fakeClock();
    const gate = createHostGate({ clock });
    let release = () => {};
    const held = gate.run(
      'slow.example',
      () =>
        new Promise<void>((resolve) => {
          release = resolve;
        }),
    );
    expect(await gate.run('other.example', async () => 1)).toEqual({ ran: true, value: 1 });
    release();
    await held;
  });

  it('sends away whoever would wait too long, and whoever meets a block', async () => {
    const clock = fakeClock();
    const gate = createHostGate({ clock, maxWaitMs: 2500 });
    const tasks = Array.from({ length: 6 }, (_, index) => gate.run('x.example', async () => index));
    const ran = (await Promise.all(tasks)).map((result) => result.ran);
    expect(ran).toEqual([true, true, true, false, false, false]);
    await gate.block('x.example', 3_600_000);
    expect(await gate.run('x.example', async () => 1)).toEqual({ ran: false, until: 3_600_000 });
    clock.pass(3_600_000);
    expect((await gate.run('x.example', async () => 1)).ran).toBe(true);
  });

  it('keeps a block that comes during a request, and the gap after one that threw', async () => {
    const clock = fakeClock();
    const gate = createHostGate({ clock, maxWaitMs: 0 });
    await gate.run('x.example', () => gate.block('x.example', 50_000));
    expect(await gate.run('x.example', async () => 1)).toEqual({ ran: false, until: 50_000 });
    await expect(
      gate.run('y.example', async () => {
        throw new Error('broken');
      }),
    ).rejects.toThrow('broken');
    expect(await gate.run('y.example', async () => 1)).toEqual({ ran: false, until: 1000 });
  });

  it('shares hosts with other processes, and takes over from one that died', async () => {
    const clock = fakeClock();
    const ledger = createMemoryLedger();
    const one = createHostGate({ clock, ledger, leaseMs: 60_000, maxWaitMs: 0 });
    const other = createHostGate({ clock, ledger, leaseMs: 60_000, maxWaitMs: 0 });
    void one.run('x.example', () => new Promise(() => {}));
    await Promise.resolve();
    expect(await other.run('x.example', async () => 1)).toEqual({ ran: false, until: 60_000 });
    clock.pass(60_000);
    expect(await other.run('x.example', async () => 1)).toEqual({ ran: true, value: 1 });
  });

  it('leaves out the gap at hosts of the operator', async () => {
    const clock = fakeClock();
    const gate = createHostGate({ clock, isOwn: (host) => host === '127.0.0.1' });
    for (let index = 0; index < 5; index++) await gate.run('127.0.0.1', async () => index);
    expect(clock.now()).toBe(0);
  });

  it('knows a host by its name alone', () => {
    expect(hostKey('https://News.Example.:8443/feed')).toBe('news.example');
    expect(hostKey('http://[::1]:80/')).toBe('[::1]');
  });
});
