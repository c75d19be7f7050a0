import { rawFromAtom } from './first-reader-atom.ts';
import { rawFromRss } from './first-reader-rss.ts';
import { holdBodies } from './hold.ts';
import { prefixFor } from './namespaces.ts';
import type { RawFeed } from './raw-feed.ts';
import { Declined, rssParserReading } from './rss-parser-reading.ts';
import type { Survey } from './survey.ts';

const RSS_NAMES = new Set(
  (
    'rss channel item title link description language copyright managingEditor webMaster pubDate lastBuildDate ' +
    'category generator docs ttl cloud rating image url width height skipHours hour skipDays day guid author ' +
    'comments enclosure source'
  ).split(' '),
);
const ATOM_NAMES = new Set(
  (
    'feed entry id title subtitle link updated published summary content author name uri email category rights ' +
    'generator logo icon'
  ).split(' '),
);
/** What only the second reader understands where it stands without a prefix. */
const SECOND_ONLY = new Set(
  (
    'body fullitem summary abstract entry feed item items channel rdf modified issued created tagline homepage url ' +
    'base lastmod language'
  ).split(' '),
);
/** Extensions that are read into the normal form; other prefixes are for other programs and cost nothing. */
const READ_PREFIXES = new Set(
  'dc dcterms content media itunes atom atom10 a10 rss rdf xhtml xml svg'.split(' '),
);
const RSS_EXTENSIONS = new Set(
  (
    'dc:creator dc:date dc:language dc:subject dc:rights dc:publisher content:encoded atom:link atom10:link ' +
    'media:content media:thumbnail media:title media:description media:text media:credit media:copyright ' +
    'media:rating media:restriction media:adult itunes:author itunes:subtitle itunes:summary itunes:duration ' +
    'itunes:explicit itunes:image itunes:episode itunes:season itunes:title itunes:episodeType itunes:type ' +
    'itunes:owner itunes:name itunes:email itunes:category itunes:keywords itunes:block itunes:complete itunes:new-feed-url'
  ).split(' '),
);
const ATOM_EXTENSIONS = new Set(['media:thumbnail', 'media:content', 'media:credit', 'media:title']);
const MAX_DEPTH = 40;

/**
 * Does rss-parser read this feed whole? Yes for well-formed RSS 2.0, 0.9x and Atom 1.0 whose elements it knows. What it
 * would lose (other vocabularies, `xml:base`, `xml:lang` below the root, markup in text, cut-off ends) is for
 * the second reader.
 */
export function isPlainEnough(text: string, seen: Survey): boolean {
  const { root, rootAttributes, names } = seen;
  if (seen.cutOff || seen.depth > MAX_DEPTH || seen.strayLess.length + seen.strayAmpersands.length > 0)
    return false;
  const [core, extensions] = root === 'rss' ? [RSS_NAMES, RSS_EXTENSIONS] : [ATOM_NAMES, ATOM_EXTENSIONS];
  if (root === 'rss' ? !/\bversion\s*=\s*["'](2|0\.9)/.test(rootAttributes) : root !== 'feed') return false;
  if (!hasUsualPrefixes(rootAttributes, root === 'feed')) return false;
  const end = text.indexOf(rootAttributes) + rootAttributes.length;
  if (rootAttributes.includes('xml:base') || text.includes('xml:', end)) return false;
  if (text.includes('xmlns', end) && !hasHarmlessScopes(text, end, core)) return false;
  for (const name of names) if (!isRead(name, core, extensions)) return false;
  return true;
}

function isRead(name: string, core: Set<string>, extensions: Set<string>): boolean {
  const colon = name.indexOf(':');
  if (colon < 0) return core.has(name) || isForeign(name, core);
  return extensions.has(name) || !READ_PREFIXES.has(name.slice(0, colon));
}

/** A name of nobody's vocabulary: both readers pass over it. Known names in another case are not foreign. */
function isForeign(name: string, core: Set<string>): boolean {
  const lower = name.toLowerCase();
  if (SECOND_ONLY.has(lower)) return false;
  for (const known of core) if (known.toLowerCase() === lower) return false;
  return true;
}

const DECLARATION = /\sxmlns(?::([\w.-]+))?\s*=\s*["']([^"']*)["']/g;

/** Namespaces declared below the root do no harm on usual prefixes, and as default on elements that are not ours. */
function hasHarmlessScopes(text: string, from: number, core: Set<string>): boolean {
  DECLARATION.lastIndex = from;
  for (let match = DECLARATION.exec(text); match !== null; match = DECLARATION.exec(text)) {
    const [, prefix, address = ''] = match;
    if (prefix !== undefined && !isUsual(prefix, address)) return false;
    if (
      prefix === undefined &&
      core.has(/^<([^\s/>]*)/.exec(text.slice(text.lastIndexOf('<', match.index)))?.[1] ?? '')
    ) {
      return false;
    }
  }
  return true;
}

function isUsual(prefix: string, address: string): boolean {
  const ours = prefixFor(address);
  return ours.startsWith('{') ? !READ_PREFIXES.has(prefix) : ours === prefix.replace(/^atom10$/, 'atom');
}

/** rss-parser goes by prefixes, not by namespaces: it is right only where the two agree. */
function hasUsualPrefixes(rootAttributes: string, isAtom: boolean): boolean {
  let isDefaultRight = !isAtom;
  for (const [, prefix, address = ''] of ` ${rootAttributes}`.matchAll(DECLARATION)) {
    if (prefix !== undefined && !isUsual(prefix, address)) return false;
    if (prefix === undefined) {
      isDefaultRight = isAtom ? address === 'http://www.w3.org/2005/Atom' : prefixFor(address) === '';
    }
  }
  return isDefaultRight;
}

/**
 * The first reader: rss-parser's `parseString` on text that is mended and plain enough.
 *
 * @returns null when rss-parser throws, never answers, or its reading has a shape that shows a loss.
 */
export async function readWithRssParser(text: string, seen: Survey): Promise<RawFeed | null> {
  const language = /\bxml:lang\s*=\s*["']([\w-]+)["']/.exec(seen.rootAttributes)?.[1] ?? null;
  try {
    const reading = await rssParserReading(holdBodies(text, seen.bodies));
    if (reading === null) return null;
    return seen.root === 'rss' ? rawFromRss(reading, seen, language) : rawFromAtom(reading, language);
  } catch (error) {
    if (error instanceof Declined || error instanceof Error) return null;
    throw error;
  }
}
