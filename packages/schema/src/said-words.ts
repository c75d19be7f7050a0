import type { Said, SaidValues } from './said.ts';

/** English for {@link Said}, for the screens too: nothing here needs zod. */

type Sentence = (values: SaidValues) => string;

/** How publishers refuse, by HTTP status; the host stands before it. */
const REFUSALS: Readonly<Record<number, string>> = {
  304: 'answered "unchanged" to a request that named nothing to compare with',
  400: 'does not understand the request',
  401: 'asks for a name and a password',
  402: 'asks for payment',
  403: 'does not let the desk read it',
  404: 'has nothing at this address',
  406: 'does not offer it in any form that the desk reads',
  408: 'gave up waiting for the request',
  410: 'says that the feed is gone for good',
  429: 'says that it was asked too often',
  451: 'may not show it for legal reasons',
  500: 'has a fault of its own',
  502: 'cannot reach the machine behind it',
  503: 'is out of service for the moment',
  504: 'got no answer from the machine behind it',
};

export const englishSaid = {
  /** Words of an older version, or of somebody else, as they stand. */
  told: ({ named = '' }: SaidValues) => named,
  // Where the way to the machine fails.
  bad_url: () => 'This is not an http or https address.',
  no_address: () => 'This is not a web address.',
  port: ({ host, n }: SaidValues) => `Port ${n} of ${host} is not one that feeds are served on.`,
  private_address: ({ host }: SaidValues) =>
    `${host} leads to a private address, which the desk does not connect to.`,
  dns_unknown: ({ host }: SaidValues) => `The name ${host} could not be found.`,
  dns_empty: ({ host }: SaidValues) => `The name ${host} has no address.`,
  dns_later: ({ host }: SaidValues) => `The name ${host} could not be looked up just now.`,
  dns: ({ host }: SaidValues) => `The name ${host} could not be looked up.`,
  refused: ({ host }: SaidValues) => `${host} refused the connection.`,
  unreachable: ({ host }: SaidValues) => `${host} cannot be reached from here.`,
  reset: ({ host }: SaidValues) => `${host} broke off the connection.`,
  timeout: ({ host }: SaidValues) => `${host} did not answer in time.`,
  endless: ({ host }: SaidValues) => `${host} began to answer but did not come to an end in time.`,
  tls_expired: ({ host }: SaidValues) => `The certificate of ${host} has expired.`,
  tls_name: ({ host }: SaidValues) => `The certificate of ${host} belongs to another name.`,
  tls_unsigned: ({ host }: SaidValues) => `The certificate of ${host} is signed by nobody else.`,
  tls: ({ host, named }: SaidValues) => `No secure connection to ${host} could be made (${named}).`,
  no_http: ({ host }: SaidValues) => `${host} sent something that is not HTTP.`,
  exchange: ({ host, named }: SaidValues) => `The exchange with ${host} failed: ${named}.`,
  redirect_loop: ({ host }: SaidValues) => `${host} sends the desk round in a circle.`,
  many_redirects: ({ n }: SaidValues) => `The address was passed on more than ${n} times.`,
  bad_redirect: ({ host }: SaidValues) => `${host} passes the desk on, but not to a web address.`,
  aborted: () => 'The request was called off.',
  busy: ({ host }: SaidValues) => `${host} wants to be left alone for a while. Try again later.`,
  // Where the answer cannot be used.
  http: ({ host, n = 0 }: SaidValues) => {
    const what = REFUSALS[n] ?? (n >= 500 ? REFUSALS[500] : 'gave an answer that the desk cannot use');
    return `${host} ${what} (${n}).`;
  },
  nothing: () => 'There was nothing to read.',
  too_large: ({ n = 0 }: SaidValues) => `The answer is larger than ${sizeIn('en', n)}.`,
  long_headers: ({ host }: SaidValues) => `${host} sent headers that are far too long.`,
  short: ({ host }: SaidValues) => `${host} sent less than it announced.`,
  broken_off: ({ host }: SaidValues) => `${host} broke off in the middle of its answer.`,
  cut_off: () => 'The compressed answer was cut off.',
  many_layers: () => 'The answer is compressed in too many layers.',
  unasked_layer: ({ named }: SaidValues) => `The answer is compressed as ${named}, which nobody asked for.`,
  bad_layer: ({ named }: SaidValues) =>
    `The answer says that it is compressed as ${named}, but it cannot be read.`,
  // Where it is no feed.
  empty: () => 'The answer is empty; there is no feed in it.',
  broken_json: () => 'The answer looks like JSON but is broken; no feed could be read from it.',
  other_json: () => 'The answer is JSON, but no JSON Feed.',
  no_markup: () => 'The answer is neither XML nor JSON; there is no feed in it.',
  web_page: () => 'The answer is a web page, not a feed.',
  other_xml: ({ named }: SaidValues) => `The answer is XML (<${named}>), but no kind of feed that is known.`,
  unreadable: ({ named }: SaidValues) => `The feed could not be read: ${named}.`,
  too_slow: () => 'Reading the feed took too long and was given up.',
  reader_broke: () => 'The feed could not be read: its reader ran out of memory or broke down.',
  not_stored: () => 'The feed was read, but could not be stored. The log of the worker says why.',
  names_no_feed: ({ host }: SaidValues) => `${host} names no feed.`,
  has_no_feed: ({ host }: SaidValues) => `${host} names no feed, and the usual addresses have none.`,
  // How a source is doing that answers.
  gone: () => 'The publisher says that this feed is gone for good. It is not asked again.',
  silent: ({ ms = 0, usual }: SaidValues) =>
    `It has brought nothing new for ${spanIn('en', ms)}.${rhythm(usual)}`,
  frozen: ({ ms = 0, usual }: SaidValues) =>
    `It has answered with exactly the same for ${spanIn('en', ms)}.${rhythm(usual)}`,
  flooding: ({ n, usual }: SaidValues) => `It brought ${n} new items within a day; usual are ${usual}.`,
  slow: ({ ms = 0 }: SaidValues) => `It takes about ${Math.round(ms / 1000)} seconds to answer.`,
  // What of an OPML file could not be used.
  entry_no_address: ({ named }: SaidValues) => `${entry(named)} was left out: it has no address.`,
  entry_link: ({ named }: SaidValues) => `${entry(named)} was left out: it is a link, not a feed.`,
  entry_bad_address: ({ named, address }: SaidValues) =>
    `${entry(named)} was left out: ${address} is not an http or https address.`,
  list_too_deep: () => 'The file is nested too deeply; what stands behind that place was not read.',
  list_none: () => 'This is not an OPML file: it has no <opml> element.',
  list_unmarked: () => 'The file has no <opml> element; what looked like feeds was read all the same.',
  list_cut_off: () => 'The file is cut off or damaged: its end is missing.',
  list_empty: () => 'The file lists no feeds.',
  list_too_long: ({ n, usual }: SaidValues) => `${n} feeds beyond the first ${usual} were left out.`,
  list_more: ({ n }: SaidValues) => `... and ${n} more.`,
} satisfies Record<string, Sentence>;

export type SaidCode = keyof typeof englishSaid;

const rhythm = (usual: number | undefined) =>
  usual === undefined ? '' : ` It usually brings something every ${spanIn('en', usual)}.`;
const entry = (title: string | undefined) =>
  title === undefined ? 'An entry without a title' : `“${title}”`;

/** The same sentence for logs and the command line. */
export function inEnglish(said: Said): string {
  const { times } = said;
  const sentence: Sentence = englishSaid[said.code] ?? englishSaid.told;
  return times === undefined ? sentence(said) : englishTimes(sentence(said), times);
}

export const englishTimes = (sentence: string, times: number): string =>
  `${sentence} This happened ${times === 1 ? 'once' : `${times} times in a row`}.`;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Milliseconds as people say them: `40 minutes`, `6 hours`, `3 days`. @param tag BCP 47 */
export function spanIn(tag: string, ms: number): string {
  const [size, unit] =
    ms >= 2 * DAY ? [DAY, 'day'] : ms >= 2 * HOUR ? [HOUR, 'hour'] : ([MINUTE, 'minute'] as const);
  const number = new Intl.NumberFormat(tag, { style: 'unit', unit: String(unit), unitDisplay: 'long' });
  return number.format(Math.max(1, Math.round(ms / Number(size))));
}

/** Bytes as people say them. @param tag BCP 47 */
export function sizeIn(tag: string, bytes: number): string {
  const [size, unit] = bytes >= 1024 * 1024 ? [1024 * 1024, 'megabyte'] : [1, 'byte'];
  const number = new Intl.NumberFormat(tag, { style: 'unit', unit: String(unit), unitDisplay: 'long' });
  return number.format(Math.floor(bytes / Number(size)));
}
