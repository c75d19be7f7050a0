import { describe, expect, it } from 'vitest';
import { Autosave, type SaveAnswer } from './autosave.ts';

type Patch = Record<string, string>;

function writer() {
  const sent: Patch[] = [];
  const timers: (() => void)[] = [];
  const answers: SaveAnswer[] = [];
  let hold: Promise<void> | null = null;
  const autosave = new Autosave<Patch>({
    save: async (change) => {
      sent.push(change);
      await hold;
      return answers.shift() ?? 'saved';
    },
    merge: (earlier, later) => ({ ...earlier, ...later }),
    later: (run) => {
      timers.push(run);
      return () => void timers.splice(timers.indexOf(run), 1);
    },
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    autosave,
    sent,
    timers,
    answers,
    settle,
    holdWith: (promise: Promise<void> | null) => {
      hold = promise;
    },
  };
}

describe('Autosave', () => {
  it('gathers changes and sends them once, after a pause', async () => {
    const { autosave, sent, timers, settle } = writer();
    autosave.change({ headline: 'A' });
    autosave.change({ headline: 'AB', standfirst: 's' });
    expect(autosave.state()).toBe('unsaved');
    expect(timers).toHaveLength(1);
    timers[0]?.();
    await settle();
    expect(sent).toEqual([{ headline: 'AB', standfirst: 's' }]);
    expect(autosave.state()).toBe('saved');
    expect(autosave.dirty()).toBe(false);
  });

  it('sends what was typed during a save afterwards, never at the same time', async () => {
    const { autosave, sent, settle, holdWith } = writer();
    let release = () => {};
    holdWith(
      new Promise((resolve) => {
        release = resolve;
      }),
    );
    autosave.change({ a: '1' });
    const flushed = autosave.flush();
    await settle();
    autosave.change({ b: '2' });
    expect(sent).toEqual([{ a: '1' }]);
    holdWith(null);
    release();
    expect(await flushed).toBe(true);
    expect(sent).toEqual([{ a: '1' }, { b: '2' }]);
  });

  it('keeps a change that did not arrive under what is typed since, and tries again', async () => {
    const { autosave, sent, timers, answers, settle } = writer();
    answers.push('away');
    autosave.change({ a: 'old', b: 'kept' });
    expect(await autosave.flush()).toBe(false);
    expect(autosave.state()).toBe('away');
    autosave.change({ a: 'new' });
    timers.at(-1)?.();
    await settle();
    expect(sent.at(-1)).toEqual({ a: 'new', b: 'kept' });
    expect(autosave.state()).toBe('saved');
  });

  it('sends nothing in a conflict until one side is chosen', async () => {
    const { autosave, sent, timers, answers } = writer();
    answers.push('conflict');
    autosave.change({ a: '1' });
    await autosave.flush();
    expect(autosave.state()).toBe('conflict');
    autosave.change({ a: '2' });
    expect(timers).toHaveLength(0);
    await autosave.settle('mine');
    expect(sent.at(-1)).toEqual({ a: '2' });
    expect(autosave.state()).toBe('saved');
  });

  it('drops its own words when the newer version is taken', async () => {
    const { autosave, sent, answers } = writer();
    answers.push('conflict');
    autosave.change({ a: '1' });
    await autosave.flush();
    await autosave.settle('theirs');
    expect(autosave.dirty()).toBe(false);
    expect(await autosave.flush()).toBe(true);
    expect(sent).toHaveLength(1);
  });

  it('says what is not on the desk, also while it is on its way, until that is given up', async () => {
    const { autosave, sent, timers, answers, settle, holdWith } = writer();
    let release = () => {};
    holdWith(
      new Promise((resolve) => {
        release = resolve;
      }),
    );
    answers.push('away', 'away');
    autosave.change({ a: '1', b: '1' });
    const flushed = autosave.flush();
    await settle();
    autosave.change({ b: '2' });
    expect(autosave.unsaved()).toEqual({ a: '1', b: '2' });
    release();
    expect(await flushed).toBe(false);
    expect(autosave.unsaved()).toEqual({ a: '1', b: '2' });
    holdWith(
      new Promise((resolve) => {
        release = resolve;
      }),
    );
    const again = autosave.flush();
    await settle();
    autosave.drop();
    release();
    await again;
    expect(autosave.unsaved()).toBeNull();
    expect(autosave.state()).toBe('saved');
    expect(timers).toHaveLength(0);
    expect(sent).toHaveLength(2);
  });

  it('says that all is on the desk only when it is, however many wait for that', async () => {
    const { autosave, sent, settle, holdWith } = writer();
    const releases: (() => void)[] = [];
    const hold = () => holdWith(new Promise((resolve) => releases.push(() => resolve())));
    hold();
    autosave.change({ a: '1' });
    const first = autosave.flush();
    await settle();
    autosave.change({ b: '2' });
    hold();
    const answers: boolean[] = [];
    const second = [autosave.flush(), autosave.flush()].map((all) => all.then((done) => answers.push(done)));
    releases[0]?.();
    await settle();
    expect(sent).toHaveLength(2);
    expect(answers).toEqual([]);
    releases[1]?.();
    await Promise.all([first, ...second]);
    expect(answers).toEqual([true, true]);
  });

  it('waits for the next change after a refusal', async () => {
    const { autosave, timers, answers } = writer();
    answers.push('refused');
    autosave.change({ headline: '' });
    await autosave.flush();
    expect(autosave.state()).toBe('refused');
    expect(timers).toHaveLength(0);
    autosave.change({ headline: 'x' });
    expect(await autosave.flush()).toBe(true);
  });
});
