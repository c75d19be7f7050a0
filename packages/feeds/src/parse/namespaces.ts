/**
 * Namespace addresses (without scheme, lower case, without a closing `/` or `#`) and the prefix that this
 * package uses for them. '' = the vocabularies whose names stand alone: RSS in all its versions, and CDF.
 */
const KNOWN = new Map<string, string>([
  ['www.w3.org/2005/atom', 'atom'],
  ['purl.org/atom/ns', 'atom'],
  ['purl.org/net/rss1.1', ''],
  ['purl.org/rss/1.0', ''],
  ['my.netscape.com/rdf/simple/0.9', ''],
  ['channel.netscape.com/rdf/simple/0.9', ''],
  ['backend.userland.com/rss', ''],
  ['backend.userland.com/rss2', ''],
  ['backend.userland.com/rss091', ''],
  ['backend.userland.com/rss092', ''],
  ['blogs.law.harvard.edu/tech/rss', ''],
  ['my.netscape.com/publish/formats/rss-0.91.dtd', ''],
  ['www.rssboard.org/rss-specification', ''],
  ['www.microsoft.com/standards/channels.dtd', ''],
  ['www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['purl.org/dc/elements/1.1', 'dc'],
  ['purl.org/dc/elements/1.0', 'dc'],
  ['purl.org/dc/terms', 'dcterms'],
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['purl.org/rss/1.0/modules/syndication', 'sy'],
  ['purl.org/rss/1.0/modules/slash', 'slash'],
  ['search.yahoo.com/mrss', 'media'],
  ['search.yahoo.com/mrss/', 'media'],
  ['video.search.yahoo.com/mrss', 'media'],
  ['tools.search.yahoo.com/mrss', 'media'],
  ['www.rssboard.org/media-rss', 'media'],
  ['www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['example.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['wellformedweb.org/commentapi', 'wfw'],
  ['rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
  ['purl.org/syndication/thread/1.0', 'thr'],
  ['www.w3.org/1999/xhtml', 'xhtml'],
  ['www.w3.org/xhtml', 'xhtml'],
  ['www.w3.org/2000/svg', 'svg'],
  ['www.w3.org/1998/math/mathml', 'mathml'],
  ['www.w3.org/1999/xlink', 'xlink'],
  ['www.w3.org/xml/1998/namespace', 'xml'],
]);

/** Prefixes that feeds use without declaring them (or by a mistyped address). */
const USUAL = new Set([...KNOWN.values(), 'a10', 'rss', 'media', 'googleplay']);
const ALIASES = new Map([
  ['a10', 'atom'],
  ['atom10', 'atom'],
  ['atom03', 'atom'],
  ['rss', ''],
  ['rss1', ''],
  ['dct', 'dcterms'],
  ['h', 'xhtml'],
  ['html', 'xhtml'],
]);

/** Prefix bindings in scope; '' is the default namespace. */
export type Scope = ReadonlyMap<string, string>;

/** Our prefix for a namespace address; an unknown address stays what it is and matches nothing. */
export function prefixFor(address: string): string {
  const key = address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/#]+$/, '');
  const known = KNOWN.get(key);
  if (known !== undefined) return known;
  return key === '' ? '' : `{${key}}`;
}

/** Our prefix for one that no declaration in scope binds. */
export function undeclaredPrefix(prefix: string): string {
  const alias = ALIASES.get(prefix);
  if (alias !== undefined) return alias;
  return USUAL.has(prefix) ? prefix : `{?${prefix}}`;
}
