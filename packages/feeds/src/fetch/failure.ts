import { inEnglish, type Said, type SaidCode, type TransportFailureCode } from '@throughline/schema';

/** Why no usable answer came: a code for programs, and one sentence for people, as data and in English. */
export interface Failure {
  code: TransportFailureCode;
  said: Said;
  message: string;
}

const failure = (code: TransportFailureCode, said: Said): Failure => ({
  code,
  said,
  message: inEnglish(said),
});

/** Thrown inside the client only, where a library asks for an Error; never leaves it. */
export class FetchFault extends Error {
  readonly failure: Failure;
  constructor(code: TransportFailureCode, said: Said) {
    super(inEnglish(said));
    this.failure = failure(code, said);
  }
}

const BY_CODE: Record<string, [TransportFailureCode, SaidCode]> = {
  ENOTFOUND: ['dns', 'dns_unknown'],
  ENODATA: ['dns', 'dns_empty'],
  EAI_AGAIN: ['dns', 'dns_later'],
  EAI_FAIL: ['dns', 'dns'],
  ECONNREFUSED: ['refused', 'refused'],
  EHOSTUNREACH: ['unreachable', 'unreachable'],
  ENETUNREACH: ['unreachable', 'unreachable'],
  EADDRNOTAVAIL: ['unreachable', 'unreachable'],
  ECONNRESET: ['reset', 'reset'],
  EPIPE: ['reset', 'reset'],
  UND_ERR_SOCKET: ['reset', 'reset'],
  ETIMEDOUT: ['timeout', 'timeout'],
  UND_ERR_CONNECT_TIMEOUT: ['timeout', 'timeout'],
  UND_ERR_HEADERS_OVERFLOW: ['protocol', 'long_headers'],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['incomplete', 'short'],
  CERT_HAS_EXPIRED: ['tls', 'tls_expired'],
  ERR_TLS_CERT_ALTNAME_INVALID: ['tls', 'tls_name'],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['tls', 'tls_unsigned'],
};

const TLS_CODE =
  /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|EPROTO|ERR_OSSL|INVALID_CA|HOSTNAME_MISMATCH)/;

/** The one place that turns what the network threw into a failure. */
export function toFailure(error: unknown, host: string): Failure {
  if (error instanceof FetchFault) return error.failure;
  if (error instanceof AggregateError && error.errors.length > 0) return toFailure(error.errors[0], host);
  const code = codeOf(error);
  const known = BY_CODE[code];
  if (known !== undefined) return failure(known[0], { code: known[1], host });
  if (TLS_CODE.test(code)) return failure('tls', { code: 'tls', host, named: code });
  if (error instanceof Error && error.name === 'HTTPParserError')
    return failure('protocol', { code: 'no_http', host });
  const named = (error instanceof Error ? error.message : String(error)).replace(/\.?\s*$/, '');
  return failure('protocol', { code: 'exchange', host, named });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
