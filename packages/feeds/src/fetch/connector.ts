import { lookup as dnsLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import type { AddressGuard } from './address-guard.ts';
import { FetchFault } from './failure.ts';

/** Name -> literal addresses. Rejects with an error that carries Node's DNS code (`ENOTFOUND`). */
export type Resolve = (hostname: string) => Promise<string[]>;

export async function resolveBySystem(hostname: string): Promise<string[]> {
  const found = await dnsLookup(hostname, { all: true, verbatim: true });
  return found.map((entry) => entry.address);
}

/** @throws FetchFault unless the guard lets this address through. */
function assertAllowed(guard: AddressGuard, hostname: string, address: string, port: number): void {
  const verdict = guard.judge(hostname, address, port);
  if (verdict === 'private-address') {
    throw new FetchFault('private-address', { code: 'private_address', host: hostname });
  }
  if (verdict === 'port') {
    throw new FetchFault('port', { code: 'port', host: hostname, n: port });
  }
}

/**
 * Opens sockets for undici. What is checked is what is connected: the addresses that the guard saw are handed to the
 * socket (no second look-up that could answer differently), literals are checked here because Node never looks them
 * up, and the peer of the open socket is checked once more.
 */
export function guardedConnector(options: {
  guard: AddressGuard;
  resolve: Resolve;
  timeoutMs: number;
  /** Told of every connection that is about to be used. */
  onConnected: (origin: string, address: string) => void;
}) {
  const { guard, resolve, timeoutMs } = options;
  // One per port: each keeps the TLS sessions of its hosts, and the look-up must know the port.
  const connectors = new Map<number, buildConnector.connector>();
  const connectorFor = (port: number): buildConnector.connector => {
    const known = connectors.get(port);
    if (known !== undefined) return known;
    const made = buildConnector({
      timeout: timeoutMs,
      lookup: guardedLookup(guard, resolve, port),
      autoSelectFamily: true,
      autoSelectFamilyAttemptTimeout: 500,
    });
    connectors.set(port, made);
    return made;
  };
  return (wanted: buildConnector.Options, callback: buildConnector.Callback): void => {
    const hostname = wanted.hostname.replace(/^\[|\]$/g, '');
    const port = Number(wanted.port) || (wanted.protocol === 'https:' ? 443 : 80);
    try {
      if (isIP(hostname) !== 0) assertAllowed(guard, hostname, hostname, port);
    } catch (error) {
      callback(error as Error, null);
      return;
    }
    connectorFor(port)(wanted, (error, socket) => {
      if (error !== null) return callback(error, null);
      try {
        assertAllowed(guard, hostname, socket.remoteAddress ?? '', port);
        options.onConnected(`${wanted.protocol}//${wanted.host ?? ''}`, socket.remoteAddress ?? '');
        return callback(null, socket);
      } catch (fault) {
        socket.destroy();
        return callback(fault as Error, null);
      }
    });
  };
}

function guardedLookup(guard: AddressGuard, resolve: Resolve, port: number): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        try {
          // One private answer among public ones is an attack on resolvers that pick another one next time.
          for (const address of addresses) assertAllowed(guard, hostname, address, port);
        } catch (error) {
          return callback(error as Error, []);
        }
        const all = addresses.map((address) => ({ address, family: isIP(address) }));
        const first = all[0];
        if (first === undefined)
          return callback(Object.assign(new Error('no address'), { code: 'ENODATA' }), []);
        return options.all ? callback(null, all) : callback(null, first.address, first.family);
      },
      (error) => callback(error instanceof Error ? error : new Error(String(error)), []),
    );
  };
}
