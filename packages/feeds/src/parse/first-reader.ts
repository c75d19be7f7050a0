import { rawFromAtom } from './first-reader-atom.ts';
import { rawFromRss } from './first-reader-rss.ts';
import { prefixFor } from './namespaces.ts';
import { readPlainTree, type Verdict, type Vocabulary } from './plain-tree.ts';
import type { RawFeed } from './raw-feed.ts';
import { Declined, rssParserReading } from './rss-parser-reading.ts';

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
    'base lastmod language source'
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
/** Elements with elements inside that somebody reads. */
const CONTAINERS = new Set(
  'rss channel item image feed entry author source media:content itunes:owner itunes:category'.split(' '),
);
const ATTRIBUTES = new Map(
  'url href type length fileSize rel isPermaLink text label term version mode'
    .split(' ')
    .flatMap((name): [string, boolean][] => [
      // As it is written in the vocabularies it is read; folded to lower case it is only recognised, and declines.
      [name.toLowerCase(), false],
      [name, true],
    ])
    // Atom content that is somewhere else.
    .concat([['src', false]]),
);
/** Verdicts that are remembered; strangers' names are without end. */
const MAX_REMEMBERED = 2000;

class FirstVocabulary implements Vocabulary {
  readonly containers = CONTAINERS;
  readonly attributes = ATTRIBUTES;
  private readonly core: Set<string>;
  private readonly extensions: Set<string>;
  /** An object, not a map: its keys are copies, where a map's would keep whole feeds alive. */
  private readonly verdicts: Record<string, Verdict> = Object.create(null);
  private remembered = 0;

  constructor(core: Set<string>, extensions: Set<string>) {
    this.core = core;
    this.extensions = extensions;
  }

  verdict(name: string): Verdict {
    const known = this.verdicts[name];
    if (known !== undefined) return known;
    const verdict = this.judge(name);
    if (this.remembered < MAX_REMEMBERED && name.length < 64) {
      this.verdicts[name] = verdict;
      this.remembered++;
    }
    return verdict;
  }

  private judge(name: string): Verdict {
    const colon = name.indexOf(':');
    if (colon >= 0) {
      if (this.extensions.has(name)) return 'keep';
      return READ_PREFIXES.has(name.slice(0, colon).toLowerCase()) ? 'decline' : 'skip';
    }
    if (this.core.has(name)) return 'keep';
    return isForeign(name, this.core) ? 'skip' : 'decline';
  }
}

const RSS = new FirstVocabulary(RSS_NAMES, RSS_EXTENSIONS);
const ATOM = new FirstVocabulary(ATOM_NAMES, ATOM_EXTENSIONS);

/**
 * What rss-parser reads whole: well-formed RSS 2.0, 0.9x and Atom 1.0 whose elements it knows. What it would lose
 * (other vocabularies, `xml:base`, `xml:lang` below the root, markup in text, cut-off ends) is for the second reader.
 */
function vocabularyIn(text: string, root: string, rootAttributes: string): Vocabulary | null {
  if (root === 'rss' ? !/\bversion\s*=\s*["'](2|0\.9)/.test(rootAttributes) : root !== 'feed') return null;
  if (!hasUsualPrefixes(rootAttributes, root === 'feed')) return null;
  const end = text.indexOf(rootAttributes) + rootAttributes.length;
  if (rootAttributes.includes('xml:base') || text.includes('xml:', end)) return null;
  const core = root === 'rss' ? RSS_NAMES : ATOM_NAMES;
  if (text.includes('xmlns', end) && !hasHarmlessScopes(text, end, core)) return null;
  return root === 'rss' ? RSS : ATOM;
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
 * The first reader: rss-parser's `parseString` on text that is plain enough.
 *
 * @returns null where the text is for the second reader: not well-formed, or with more in it than rss-parser reads.
 */
export async function readWithRssParser(text: string): Promise<RawFeed | null> {
  const tree = readPlainTree(text, (root, attributes) => vocabularyIn(text, root, attributes));
  if (tree === null) return null;
  const { root, rootAttributes, document } = tree;
  const language = /\bxml:lang\s*=\s*["']([\w-]+)["']/.exec(rootAttributes)?.[1] ?? null;
  try {
    const reading = await rssParserReading(text, document);
    return root === 'rss' ? rawFromRss(reading, rootAttributes, language) : rawFromAtom(reading, language);
  } catch (error) {
    if (error instanceof Declined || error instanceof Error) return null;
    throw error;
  }
}
