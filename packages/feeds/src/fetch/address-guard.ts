import ipaddr from 'ipaddr.js';

/** Decides which addresses and ports the desk may connect to. */

const USUAL_PORTS: ReadonlySet<number> = new Set([80, 443, 8080, 8443]);
type Ip = ipaddr.IPv4 | ipaddr.IPv6;
type Ports = number | 'any' | 'usual';

interface AllowEntry {
  name: string | null;
  network: [Ip, number] | null;
  ports: Ports;
}

type GuardVerdict = 'ok' | 'private-address' | 'port';

export interface AddressGuard {
  /** Is there any address at which this port could be allowed? Asked before a name is looked up. */
  portPossible(port: number): boolean;
  /** `address` is a literal; `hostname` the name it was reached by (or the same literal). */
  judge(hostname: string, address: string, port: number): GuardVerdict;
}

/**
 * Only addresses of the public internet on the usual web ports, unless listed.
 * @param allow `127.0.0.1:8181`, `10.0.0.0/8`, `[::1]:8080`, `fd00::/8`, `wiki.example:8000`; without a port the usual
 *   web ports are meant, `:*` means every port. A listed name may resolve to any address; any other name of the public
 *   DNS leads into no listed private network.
 * @throws RangeError on an entry that cannot be read: a wrong guard must not start.
 */
export function createAddressGuard(allow: readonly string[] = []): AddressGuard {
  const entries = allow.map(readEntry);
  return {
    portPossible: (port) => USUAL_PORTS.has(port) || entries.some((entry) => portAllowed(entry.ports, port)),
    judge(hostname, address, port) {
      const ip = readIp(address);
      if (ip === null) return 'private-address';
      if (entries.some((entry) => portAllowed(entry.ports, port) && covers(entry, hostname, ip))) return 'ok';
      if (!isPublic(ip)) return 'private-address';
      return USUAL_PORTS.has(port) ? 'ok' : 'port';
    },
  };
}

function readIp(address: string): Ip | null {
  try {
    // `process` turns IPv4-mapped IPv6 into the IPv4 address that is really meant.
    return ipaddr.process(address);
  } catch {
    return null;
  }
}

const GLOBAL_UNICAST_V6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** An allow list of one: block lists let NAT64, site-local and 6to4 spellings of private addresses through. */
function isPublic(ip: Ip): boolean {
  if (ip.range() !== 'unicast') return false;
  // The library calls everything unassigned "unicast", among it the IPv4-compatible ::/96.
  return ip instanceof ipaddr.IPv4 || ip.match(GLOBAL_UNICAST_V6);
}

function portAllowed(ports: Ports, port: number): boolean {
  return ports === 'any' || (ports === 'usual' ? USUAL_PORTS.has(port) : ports === port);
}

function covers(entry: AllowEntry, hostname: string, ip: Ip): boolean {
  if (entry.name !== null) return entry.name === hostname.toLowerCase().replace(/\.$/, '');
  const inside = entry.network !== null && entry.network[0].kind() === ip.kind() && ip.match(entry.network);
  // Whoever owns a public name can have it lead into a private network from one day to the next.
  return inside && (isOwnName(hostname) || isPublic(ip));
}

/**
 * Names that nobody outside can own: literal addresses, names without a dot, and the endings that are kept for private
 * networks (RFC 6761, RFC 6762 appendix G, RFC 8375, ICANN's .internal).
 */
function isOwnName(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/^\[|\]$|\.$/g, '');
  return (
    readIp(name) !== null ||
    !name.includes('.') ||
    /\.(?:localhost|local|internal|intranet|private|corp|home|lan|home\.arpa)$/.test(name)
  );
}

function readEntry(text: string): AllowEntry {
  const match = /^(?:\[([^\]]+)\]|([^:]+)|([0-9a-f:.]+(?:\/\d+)?))(?::(\d+|\*))?$/i.exec(text.trim());
  const host = match?.[1] ?? match?.[2] ?? match?.[3];
  if (host === undefined)
    throw new RangeError(`"${text}" is not an address, a network or a host with a port`);
  const ports = readPorts(match?.[4]);
  const network = readNetwork(host);
  if (network !== null) return { name: null, network, ports };
  if (!/^[\w.-]+$/.test(host)) throw new RangeError(`"${text}" is neither a network nor a host`);
  return { name: host.toLowerCase().replace(/\.$/, ''), network: null, ports };
}

function readPorts(text: string | undefined): Ports {
  if (text === undefined) return 'usual';
  return text === '*' ? 'any' : Number(text);
}

function readNetwork(text: string): [Ip, number] | null {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text);
  if (ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text)) {
    const ip = ipaddr.process(text);
    return [ip, ip.kind() === 'ipv4' ? 32 : 128];
  }
  return null;
}
