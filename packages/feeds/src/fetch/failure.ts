import type { TransportFailureCode } from '@throughline/schema';

/** Why no usable answer came: a code for programs and one sentence for people. */
export interface Failure {
  code: TransportFailureCode;
  message: string;
}

/** Thrown inside the client only, where a library asks for an Error; never leaves it. */
export class FetchFault extends Error {
  readonly failure: Failure;
  constructor(code: TransportFailureCode, message: string) {
    super(message);
    this.failure = { code, message };
  }
}

const BY_CODE: Record<string, [TransportFailureCode, (host: string) => string]> = {
  ENOTFOUND: ['dns', (host) => `The name ${host} could not be found.`],
  ENODATA: ['dns', (host) => `The name ${host} has no address.`],
  EAI_AGAIN: ['dns', (host) => `The name ${host} could not be looked up just now.`],
  EAI_FAIL: ['dns', (host) => `The name ${host} could not be looked up.`],
  ECONNREFUSED: ['refused', (host) => `${host} refused the connection.`],
  EHOSTUNREACH: ['unreachable', (host) => `${host} cannot be reached from here.`],
  ENETUNREACH: ['unreachable', (host) => `${host} cannot be reached from here.`],
  EADDRNOTAVAIL: ['unreachable', (host) => `${host} cannot be reached from here.`],
  ECONNRESET: ['reset', (host) => `${host} broke off the connection.`],
  EPIPE: ['reset', (host) => `${host} broke off the connection.`],
  UND_ERR_SOCKET: ['reset', (host) => `${host} broke off the connection.`],
  ETIMEDOUT: ['timeout', (host) => `${host} did not answer in time.`],
  UND_ERR_CONNECT_TIMEOUT: ['timeout', (host) => `${host} did not answer in time.`],
  UND_ERR_HEADERS_OVERFLOW: ['protocol', (host) => `${host} sent headers that are far too long.`],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['incomplete', (host) => `${host} sent less than it announced.`],
  CERT_HAS_EXPIRED: ['tls', (host) => `The certificate of ${host} has expired.`],
  ERR_TLS_CERT_ALTNAME_INVALID: ['tls', (host) => `The certificate of ${host} belongs to another name.`],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['tls', (host) => `The certificate of ${host} is signed by nobody else.`],
};

const TLS_CODE =
  /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|EPROTO|ERR_OSSL|INVALID_CA|HOSTNAME_MISMATCH)/;

/** The one place that turns what the network threw into a failure. */
export function toFailure(error: unknown, host: string): Failure {
  if (error instanceof FetchFault) return error.failure;
  if (error instanceof AggregateError && error.errors.length > 0) return toFailure(error.errors[0], host);
  const code = codeOf(error);
  const known = BY_CODE[code];
  if (known !== undefined) return { code: known[0], message: known[1](host) };
  if (TLS_CODE.test(code)) {
    return { code: 'tls', message: `No secure connection to ${host} could be made (${code}).` };
  }
  if (error instanceof Error && error.name === 'HTTPParserError') {
    return { code: 'protocol', message: `${host} sent something that is not HTTP.` };
  }
  const detail = (error instanceof Error ? error.message : String(error)).replace(/\.?\s*$/, '');
  return { code: 'protocol', message: `The exchange with ${host} failed: ${detail}.` };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
