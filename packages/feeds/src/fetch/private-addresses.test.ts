import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAddressGuard } from './address-guard.ts';
import { createGuardedClient } from './client.ts';

/** Ways to write this machine. */
const LOOPBACK = [
  '127.0.0.1',
  '127.0.0.2',
  '127.1',
  '127.0.1',
  '127.127.127.127',
  '127.255.255.254',
  '2130706433',
  '017700000001',
  '0x7f000001',
  '0x7f.0.0.1',
  '0x7F.1',
  '0177.0.0.1',
  '0177.0.01',
  '00177.00.00.01',
  '127.0.0.1.',
  '127。0。0。1',
  '①②⑦.⓪.⓪.①',
  '１２７.０.０.１',
  '%31%32%37.0.0.1',
  '127.0x0.0.1',
  '0',
  '0.0.0.0',
  '0x0',
  '00',
  '0.0.0.1',
  '[::]',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[0000::1]',
  '[::0001]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[0:0:0:0:0:ffff:127.0.0.1]',
  '[::127.0.0.1]',
  '[::7f00:1]',
  '[64:ff9b::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b:1::7f00:1]',
  '[2002:7f00:1::]',
  '[2002:7f00:0001:0000:0000:0000:0000:0000]',
  '[::ffff:0:127.0.0.1]',
  '[2001:0:4136:e378:8000:63bf:80ff:fffe]',
];

/** Networks that nobody outside may make the desk talk to. */
const PRIVATE = [
  '10.0.0.1',
  '10.255.255.255',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '192.168.1.1',
  '3232235521',
  '0xc0a80001',
  '169.254.169.254',
  '2852039166',
  '0xa9fea9fe',
  '0251.0376.0251.0376',
  '169.254.43518',
  '[::ffff:169.254.169.254]',
  '100.64.0.1',
  '100.100.100.200',
  '192.0.0.192',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '239.255.255.250',
  '240.0.0.1',
  '255.255.255.255',
  '4294967295',
  '[fe80::1]',
  '[fec0::1]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[fdff::1]',
  '[ff02::1]',
  '[100::1]',
  '[2001:db8::1]',
  '[2001:10::1]',
  '[2002:a00:1::]',
  '[2002:c0a8:101::]',
  '[64:ff9b::10.0.0.1]',
  '[::10.0.0.1]',
  '[::ffff:10.0.0.1]',
  '[3fff::1]',
  '[5f00::1]',
  '[4000::1]',
  '192.88.99.1',
];

let canary: ReturnType<typeof createServer>;
let connections = 0;
let port = 0;
beforeAll(async () => {
  canary = createServer((socket) => {
    connections++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => canary.listen(0, '::', resolve));
  port = (canary.address() as AddressInfo).port;
});
afterAll(() => new Promise<void>((resolve) => canary.close(() => resolve())));

/** A resolver such as an attacker's: every name leads where it says. */
async function request(url: string, address?: string) {
  const client = createGuardedClient({
    userAgent: 'Desk',
    // The canary's port is possible, so that only the address decides.
    allow: [`198.51.100.99:${port}`],
    resolve: async () => (address === undefined ? [] : [address]),
    limits: { headersMs: 300, totalMs: 300 },
  });
  const outcome = await client.request({ url });
  await client.close();
  return outcome.kind === 'failed' ? outcome.code : 'connected';
}

describe('private addresses', () => {
  it.each([...LOOPBACK, ...PRIVATE])('http://%s/ is not connected to', async (host) => {
    expect(await request(`http://${host}:${port}/`)).toMatch(/^(private-address|bad-url)$/);
    expect(await request(`https://${host}/`)).toMatch(/^(private-address|bad-url)$/);
    expect(connections).toBe(0);
  });

  it('are not reached by names either', async () => {
    const literals = [...LOOPBACK, ...PRIVATE]
      .map((host) =>
        new URL(`http://${host.includes('%') ? '127.0.0.1' : host}/`).hostname.replace(/^\[|\]$/g, ''),
      )
      .filter((address, index, all) => all.indexOf(address) === index);
    expect(literals.length).toBeGreaterThan(50);
    for (const address of literals) {
      expect(await request(`http://rebinding.example:${port}/`, address), address).toBe('private-address');
    }
    expect(connections).toBe(0);
  });

  it('and ports on which no feeds are served', async () => {
    for (const odd of [22, 25, 53, 3306, 5432, 6379, 9200, 81, 8081, 65535]) {
      expect(await request(`http://feeds.example:${odd}/`, '93.184.216.34'), String(odd)).toBe('port');
    }
  });

  it('leave the public internet open', () => {
    const guard = createAddressGuard();
    for (const address of [
      '1.1.1.1',
      '93.184.216.34',
      '172.32.0.1',
      '2606:4700:4700::1111',
      '2a00:1450:4001::1',
    ]) {
      for (const usual of [80, 443, 8080, 8443]) expect(guard.judge('x.example', address, usual)).toBe('ok');
      expect(guard.judge('x.example', address, 22)).toBe('port');
    }
  });

  it('are open exactly as far as the list says', () => {
    const guard = createAddressGuard([
      '10.1.0.0/16',
      '127.0.0.1:8181',
      '[::1]:9000',
      'fd00:1::/32',
      'wiki.intern:8000',
      '192.168.7.7:*',
    ]);
    const judge = (host: string, address: string, at: number) => guard.judge(host, address, at);
    expect(judge('10.1.2.3', '10.1.2.3', 80)).toBe('ok');
    expect(judge('a.internal', '10.1.2.3', 443)).toBe('ok');
    for (const name of ['a.example', 'a.local.example', 'a.fake-local', 'a.internal.example.'])
      expect([name, judge(name, '10.1.2.3', 443)]).toEqual([name, 'private-address']);
    expect(judge('10.1.2.3', '10.1.2.3', 22)).toBe('private-address');
    expect(judge('10.2.0.1', '10.2.0.1', 80)).toBe('private-address');
    expect(judge('127.0.0.1', '127.0.0.1', 8181)).toBe('ok');
    expect(judge('x', '::ffff:127.0.0.1', 8181)).toBe('ok');
    expect(judge('127.0.0.1', '127.0.0.1', 80)).toBe('private-address');
    expect(judge('::1', '::1', 9000)).toBe('ok');
    expect(judge('x', 'fd00:1::5', 443)).toBe('ok');
    expect(judge('x', 'fd00:2::5', 443)).toBe('private-address');
    expect(judge('WIKI.intern', '10.9.9.9', 8000)).toBe('ok');
    expect(judge('wiki.intern', '10.9.9.9', 8001)).toBe('private-address');
    expect(judge('x', '192.168.7.7', 12345)).toBe('ok');
  });
});
