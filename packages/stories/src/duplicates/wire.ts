import { agencies, anyAgency } from './agencies.ts';

/** What a headline or text says about its origin, and the headline without it. */
export interface WireMarks {
  /** The title without agency prefixes, running numbers and the publisher's name at its end. */
  title: string;
  /** "UPDATE 3-", "CORRECTED-" and the like. */
  prefix: 'update' | 'correction' | 'roundup' | null;
  /** Number of the update, 1 when it has none. */
  revision: number;
  /** Agency that the text credits, e.g. "reuters". */
  agency: string | null;
}

const PREFIX =
  /^\s*(?:(update|wrapup|refile|corrected|correction|recast|lead|2nd lead|3rd lead|urgent|alert|breaking|live|exclusive|factbox|rpt)(?:[\s-]+(\d{1,2}))?\s*[-–—:]|\[?(update|updated|corrected|correction)\]?\s*[:\])–—-])\s*/i;
/** "(2)", "(LEAD 3)", "(Ld)", "(UPDATE)" at the end, as agencies number their takes. */
const TAKE = /\s*[([](?:(?:lead|ld|update|updated|recasts?|adds? [a-z ]{1,20})\s*)?(\d{0,2})[)\]]\s*$/i;
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
  const rest = stripPublisher(
    prefix === null ? item.title : item.title.slice(prefix[0].length),
    item.publisher,
  );
  const take = TAKE.exec(rest);
  return {
    title: (take === null ? rest : rest.slice(0, take.index)).replace(/\s*(?:\.{3}|…)\s*$/, '').trim(),
    prefix: KINDS[word] ?? null,
    revision: Number(prefix?.[2] ?? take?.[1]) || 1,
    agency: creditedAgency(item.text ?? ''),
  };
}

/** "Headline - The Daily Paper" without the paper, when the end is the publisher or looks like an agency. */
function stripPublisher(title: string, publisher: string | null | undefined): string {
  const end = /\s+[-–—|]\s+([^-–—|]{2,40})$/.exec(title);
  if (end?.[1] === undefined) return title;
  const name = bare(end[1]);
  const known = agencyNames.has(name);
  const own = publisher ? bare(publisher) : '';
  return known || (own !== '' && (own.includes(name) || name.includes(own)))
    ? title.slice(0, end.index)
    : title;
}

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
