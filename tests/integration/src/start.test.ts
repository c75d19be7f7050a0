import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '@throughline/store';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  type DeskProcess,
  isAlive,
  isReady,
  openDeskDatabase,
  runCommand,
  type ServiceName,
  startAndFail,
  startAndStopEarly,
  startDesk,
  temporaryDirectory,
} from './desk-process.ts';
import { until } from './processes.ts';
import { type Standing, settled, standing } from './standing.ts';

// Several processes come up in each of these, maybe on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const SERVICES: readonly ServiceName[] = ['database-process', 'wire-process', 'api', 'worker'];

let directory: { path: string; remove(): Promise<void> };
let data: string;
beforeAll(async () => {
  directory = await temporaryDirectory();
  data = join(directory.path, 'data');
});
afterAll(() => directory.remove());

const args = (...more: string[]) => ['--data', data, '--port', '0', '--no-starter', ...more];

async function pidsOf(desk: DeskProcess): Promise<number[]> {
  const pids = await Promise.all(SERVICES.map((service) => desk.pidOf(service)));
  return pids.filter((pid) => pid !== null);
}

async function allGone(pids: number[]): Promise<void> {
  const alive = async () => (await Promise.all(pids.map(isAlive))).filter(Boolean).length;
  await until(alive, (count) => count === 0, 10_000);
}

describe('start, stop, start again', () => {
  test('a stop ends every process within 5 s; the next start goes on with the same data and wire', async () => {
    const desk = await startDesk(args());
    const pids = await pidsOf(desk);
    expect(pids).toHaveLength(SERVICES.length);
    const before = await look(settled);
    const from = performance.now();
    expect(await desk.end('SIGINT')).toMatchObject({ code: 0, stderr: '' });
    expect(performance.now() - from).toBeLessThan(5_000);
    await allGone(pids);

    const again = await startDesk(args());
    const after = await look(settled);
    expect(after.items).toBeGreaterThanOrEqual(before.items);
    expect([after.wire, after.sources]).toEqual([before.wire, before.sources]);
    expect((await again.end('SIGTERM')).code).toBe(0);
  });

  test('a killed supervisor leaves no orphan, and the next start works at once', async () => {
    const desk = await startDesk(args());
    const pids = await pidsOf(desk);
    await desk.end('SIGKILL');
    const again = await startDesk(args());
    expect(await isReady(again.address)).toBe(true);
    await allGone(pids);
    await again.end('SIGINT');
  });

  test('a stop while it starts leaves nothing running, and nothing locked', async () => {
    expect(await startAndStopEarly(args())).toMatchObject({ code: 0, stderr: '' });
    const desk = await startDesk(args());
    expect((await desk.end('SIGINT')).code).toBe(0);
  });

  async function look(right: (standing: Standing) => boolean): Promise<Standing> {
    const db = await openDeskDatabase(data);
    return until(() => standing(db), right).finally(() => db.close());
  }
});

describe('a running desk', () => {
  let desk: DeskProcess;
  let db: Database;
  beforeAll(async () => {
    desk = await startDesk(args());
    db = await openDeskDatabase(data);
  });
  afterAll(async () => {
    await db.close();
    await desk.end('SIGINT');
  });

  test('a second start on its data says who has it, and disturbs nothing', async () => {
    const second = await startAndFail(args());
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(/^Throughline cannot start\. .* is in use by another Throughline/);
    const samePort = await startAndFail(['--data', data, '--port', new URL(desk.address).port]);
    expect(samePort.stderr).toMatch(/^Throughline cannot start\. This desk runs already, at http/);
    expect(await isReady(desk.address)).toBe(true);
  });

  test('the doctor finds all well, and a new link signs in', async () => {
    const doctor = await runCommand(['doctor', '--data', data]);
    expect(doctor.stdout).toMatch(/^ok {3}database .*PGlite.* of the desk that runs now/m);
    expect(doctor).toMatchObject({ code: 0, stdout: expect.not.stringContaining('FIX') });
    const link = (await runCommand(['sign-in', '--data', data])).stdout.trim();
    expect(new URL(link).origin).toBe(desk.address);
    const answer = await fetch(new URL('/sign-in', link), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: new URL(link).hash.slice(1) }),
    });
    expect(answer.headers.getSetCookie().join()).toMatch(/^throughline_\d+=/);
  });

  test('backed up while it runs, and restored elsewhere, it exports the same bytes', async () => {
    await until(() => standing(db), settled, 60_000);
    const file = join(directory.path, 'desk.backup');
    const made = await runCommand(['backup', '--out', file, '--data', data]);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(made.stdout).toMatch(/items, 1 storylines, \d+ bytes, in [\d.]+ s\nsha256 [0-9a-f]{64}\n$/);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    // What was copied to be read is gone.
    expect((await readdir(data)).filter((name) => name.startsWith('backup-'))).toEqual([]);

    const elsewhere = join(directory.path, 'elsewhere');
    const cut = join(directory.path, 'cut.backup');
    await writeFile(cut, (await readFile(file)).subarray(0, -1_000));
    expect(await runCommand(['restore', cut, '--data', elsewhere])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('This backup is damaged: it cannot be unpacked to its end.'),
    });
    await expect(stat(elsewhere)).rejects.toThrow('ENOENT');
    expect(await runCommand(['restore', file, '--data', data])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/in use by another|is not empty/),
    });
    expect(await runCommand(['restore', file, '--data', elsewhere])).toMatchObject({ code: 0, stderr: '' });

    const outs = await Promise.all(
      [data, elsewhere].map(async (desk, index) => {
        const out = join(directory.path, `exports-${index}`);
        const args = ['export', '--all', '--format', 'json,md,docx', '--out', out, '--data', desk];
        expect(await runCommand(args)).toMatchObject({ code: 0 });
        const names = (await readdir(out)).sort();
        return Promise.all(names.map(async (name) => [name, await readFile(join(out, name))]));
      }),
    );
    expect(outs[0]).toHaveLength(3);
    expect(outs[1]).toEqual(outs[0]);
  });

  test.each(SERVICES)('its %s, killed, is started again and the desk goes on', async (service) => {
    const pid = await desk.pidOf(service);
    process.kill(pid ?? 0, 'SIGKILL');
    await until(
      () => desk.pidOf(service),
      (now) => now !== null && now !== pid,
    );
    await until(
      () => isReady(desk.address),
      (ready) => ready,
    );
    // The whole way works again: wire, worker, database.
    const again = `update throughline.sources set next_check_at = now(), etag = null, last_modified = null`;
    const since = await patient(() => db.row<{ now: string }>('select now() as now'));
    await patient(() => db.run(again));
    const unread = () =>
      db.row<{ n: number }>(
        `select count(*) as n from throughline.sources where last_success_at is null or last_success_at < $1`,
        [since?.now],
      );
    await until(
      () => patient(unread),
      (row) => row?.n === 0,
    );
  });

  test('its database, killed again and again while items come in, loses and doubles nothing', async () => {
    await until(() => standing(db), settled);
    const keys = () =>
      db.rows<{ key: string }>(
        `select s.url || ' ' || i.key as key from throughline.items i join throughline.sources s on s.id = i.source_id`,
      );
    const expected = (await keys()).map(({ key }) => key);
    await db.run('truncate throughline.items cascade');
    await db.run(`update throughline.sources set etag = null, last_modified = null, body_hash = null,
      next_check_at = now()`);
    for (const ms of [100, 1_500, 2_500]) {
      await new Promise((resolve) => setTimeout(resolve, ms));
      const pid = await desk.pidOf('database-process');
      if (pid !== null) process.kill(pid, 'SIGKILL');
    }
    await until(() => patient(() => standing(db)), settled, 90_000);
    const found = (await keys()).map(({ key }) => key);
    expect(found).toHaveLength(new Set(found).size);
    expect(expected.filter((key) => !found.includes(key))).toEqual([]);
  });
});

/** Asks again while the database is away. */
async function patient<T>(ask: () => Promise<T>): Promise<T> {
  const answer = await until(
    () =>
      ask().then(
        (value) => ({ value }),
        () => null,
      ),
    (given) => given !== null,
  );
  if (answer === null) throw new Error('no answer');
  return answer.value;
}
