import { agencies, anyAgency } from './agencies.ts';

/** What a headline or text says about its origin, and the headline without it. */
export interface WireMarks {
  /** The title without agency prefixes, running numbers and the publisher's name at its end. */
  title: string;
  /** "UPDATE 3-", "CORRECTED-" and the like. */
  prefix: 'update' | 'correction' | 'roundup' | null;
  /** Number of the update, 1 when it has none. */
  revision: number;
  /** Whether the title ends in the number of a take, "(2)". */
  numbered: boolean;
  /** Agency that the text credits, e.g. "reuters". */
  agency: string | null;
}

const PREFIX =
  /^\s*(?:(update|wrapup|refile|corrected|correction|recast|lead|2nd lead|3rd lead|urgent|alert|breaking|live|exclusive|factbox|rpt)(?:[\s-]+(\d{1,2}))?\s*[-–—:]|\[?(update|updated|corrected|correction)\]?\s*[:\])–—-])\s*/i;
/** "(2)", "(LEAD 3)", "(Ld)", "(UPDATE)" at the end, as agencies number their takes. */
const TAKE = /\s*[([](?:(?:lead|ld|update|updated|recasts?|adds? [a-z ]{1,20})\s*)?(\d{0,2})[)\]]\s*$/i;
/** "GLOBAL MARKETS-Shares fall": the slug under which an agency files a series. */
const SLUG = /^\s*[A-Z][A-Z ,&./]{2,30}-(?=[A-Z])/;
/** "Tailor to buy its rival (TLR)": the mark of a share at the end. */
const TICKER = /\s*\([A-Z]{1,5}(?:[:.][A-Z]{1,5})?\)\s*$/;
/** Some sites' feeds put the number of comments behind the headline, none as a rule. */
const COUNTER = /([^\d\s])\s+0\s*$/;
const KINDS: Record<string, WireMarks['prefix']> = {
  update: 'update',
  updated: 'update',
  recast: 'update',
  lead: 'update',
  '2nd lead': 'update',
  '3rd lead': 'update',
  corrected: 'correction',
  correction: 'correction',
  refile: 'correction',
  wrapup: 'roundup',
  factbox: 'roundup',
};
/** Credits stand at the head of a text (dateline) or at its end (sign-off). */
const HEAD = 160;
const TAIL = 200;

/** Reads the wire marks of an item. */
export function readWire(item: {
  title: string;
  text?: string | null | undefined;
  publisher?: string | null | undefined;
}): WireMarks {
  const prefix = PREFIX.exec(item.title);
  const word = (prefix?.[1] ?? prefix?.[3] ?? '').toLowerCase();
  const bareTitle = prefix === null ? item.title : item.title.slice(prefix[0].length);
  const rest = stripPublisher(bareTitle.replace(SLUG, '').replace(COUNTER, '$1'), item.publisher);
  const take = TAKE.exec(rest);
  return {
    title: (take === null ? rest : rest.slice(0, take.index))
      .replace(/\s*(?:\.{3}|…)\s*$/, '')
      .replace(TICKER, '')
      .trim(),
    prefix: KINDS[word] ?? null,
    revision: Number(prefix?.[2] ?? take?.[1]) || 1,
    numbered: Boolean(take?.[1]),
    agency: creditedAgency(item.text ?? ''),
  };
}

/** "Headline - The Daily Paper" without the paper, when the end begins with the publisher or is an agency. */
function stripPublisher(title: string, publisher: string | null | undefined): string {
  const own = bare(publisher ?? '');
  for (const { index, 0: gap } of title.matchAll(/\s+[-–—|]\s+/g)) {
    const end = title.slice(index + gap.length);
    const name = bare(end);
    const known = agencyNames.has(name) || (own !== '' && isOwnName(name, own));
    if (known && index > 0) return title.slice(0, index);
  }
  return title;
}

/** Feeds cut a long name ("The Harbour Times, Town and  ..."), or add the town to it. */
const isOwnName = (name: string, own: string): boolean =>
  name.length > 1 && (own.includes(name) || (own.length > 3 && name.startsWith(own)) || name.endsWith(own));

const bare = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const agencyNames = new Set(agencies.flatMap((agency) => agency.names.map(bare)));

function creditedAgency(text: string): string | null {
  if (text === '') return null;
  const head = text.slice(0, HEAD);
  const tail = text.length > HEAD + TAIL ? text.slice(-TAIL) : text.slice(HEAD);
  if (!anyAgency.test(head) && !anyAgency.test(tail)) return null;
  for (const agency of agencies)
    if (agency.credit.test(head) || agency.signOff.test(tail) || agency.signOff.test(head)) return agency.id;
  return null;
}
