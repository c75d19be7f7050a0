import type { Said } from '@throughline/schema';
import { Parser } from 'htmlparser2';
import type { OpmlDocument, OpmlOutline } from './opml.ts';

const MAX_OUTLINES = 20_000;
const MAX_DEPTH = 16;
const MAX_PROBLEMS = 100;
/** No list of feeds nests so far, and the tokenizer's time grows with the square of it. */
const MAX_NESTING = 1000;

interface OpenOutline {
  isFolder: boolean;
  /** Its own name included when it is a folder. */
  path: string[];
  children: number;
}

/**
 * Reads OPML 1.0 and 2.0, also when broken: whatever can be read is kept, and what cannot is named in `problems`.
 * The reader knows the five entities of XML and character references; a DOCTYPE declares nothing here.
 */
export function parseOpml(text: string): OpmlDocument {
  const reader = createReader(() => parser.pause());
  const parser: Parser = new Parser(reader.handler, {
    xmlMode: true,
    lowerCaseTags: false,
    lowerCaseAttributeNames: false,
    decodeEntities: true,
  });
  parser.end(text.replace(/^\uFEFF/, ''));
  return reader.finish();
}

/** @param stop ends the reading; called once, when elements are nested too far. */
function createReader(stop: () => void) {
  const result: OpmlDocument = {
    title: null,
    version: null,
    head: {},
    outlines: [],
    emptyFolders: [],
    problems: [],
  };
  const open: OpenOutline[] = [];
  let isOpml = false;
  let inHead = false;
  let headElement: string | null = null;
  let explicitlyClosed = false;
  let unreported = 0;
  let tooMany = 0;
  let nesting = 0;

  const problem = (said: Said): void => {
    if (result.problems.length < MAX_PROBLEMS) result.problems.push(said);
    else unreported++;
  };

  function openOutline(attributes: Record<string, string>): void {
    const parent = open.at(-1);
    const path = parent?.path ?? [];
    const read = readOutline(attributes, path, problem);
    const goesDeeper = read.folder !== null && path.length < MAX_DEPTH;
    open.push({
      isFolder: read.folder !== null,
      path: goesDeeper ? [...path, read.folder ?? ''] : path,
      children: 0,
    });
    if (read.feed === null) return;
    if (parent !== undefined) parent.children++;
    if (result.outlines.length < MAX_OUTLINES) result.outlines.push(read.feed);
    else tooMany++;
  }

  function closeOutline(): void {
    const closed = open.pop();
    const parent = open.at(-1);
    if (closed === undefined) return;
    if (parent !== undefined) parent.children += closed.children;
    if (closed.isFolder && closed.children === 0) {
      if (result.emptyFolders.length < MAX_OUTLINES) result.emptyFolders.push(closed.path);
      if (parent !== undefined) parent.children++;
    }
  }

  const handler = {
    onopentag(written: string, attributes: Record<string, string>): void {
      if (++nesting > MAX_NESTING) {
        stop();
        return;
      }
      const name = written.toLowerCase();
      if (name === 'opml') {
        isOpml = true;
        result.version = attributes.version ?? null;
      } else if (name === 'head') inHead = true;
      else if (name === 'body') inHead = false;
      else if (name === 'outline') openOutline(attributes);
      else if (inHead) headElement = name === 'title' ? name : written;
    },
    ontext(text: string): void {
      if (headElement === null) return;
      const before = Object.hasOwn(result.head, headElement) ? result.head[headElement] : '';
      result.head[headElement] = before + text;
    },
    onclosetag(written: string, implied: boolean): void {
      nesting--;
      const name = written.toLowerCase();
      if (name === 'outline') closeOutline();
      else if (name === 'head') inHead = false;
      else if (name === 'opml') explicitlyClosed = !implied;
      if (headElement?.toLowerCase() === name) headElement = null;
    },
  };

  function finish(): OpmlDocument {
    for (const [name, value] of Object.entries(result.head)) result.head[name] = value.trim();
    result.title = result.head.title || null;
    delete result.head.title;
    const nothing = result.outlines.length === 0;
    if (nesting > MAX_NESTING) problem({ code: 'list_too_deep' });
    else if (!isOpml) problem({ code: nothing ? 'list_none' : 'list_unmarked' });
    else if (!explicitlyClosed) problem({ code: 'list_cut_off' });
    else if (nothing && result.problems.length === 0) problem({ code: 'list_empty' });
    if (tooMany > 0) result.problems.push({ code: 'list_too_long', n: tooMany, usual: MAX_OUTLINES });
    if (unreported > 0) result.problems.push({ code: 'list_more', n: unreported });
    return result;
  }

  return { handler, finish };
}

type Read = { feed: OpmlOutline | null; folder: string | null };

function readOutline(raw: Record<string, string>, folders: string[], problem: (said: Said) => void): Read {
  const attributes = { ...raw };
  const take = (name: string): string | null => {
    const key = Object.keys(attributes).find((candidate) => candidate.toLowerCase() === name);
    const value = key === undefined ? undefined : attributes[key];
    if (key !== undefined) delete attributes[key];
    return value?.trim() || null;
  };
  const xmlUrl = take('xmlurl');
  const text = take('text');
  const title = take('title') ?? text;
  const named = title === null ? {} : { named: title.slice(0, 300) };
  if (xmlUrl === null) {
    const type = attributes.type?.toLowerCase() ?? '';
    if (['rss', 'atom', 'feed', 'jsonfeed'].includes(type)) {
      problem({ code: 'entry_no_address', ...named });
      return { feed: null, folder: null };
    }
    if (['link', 'include'].includes(type) || attributes.url !== undefined) {
      problem({ code: 'entry_link', ...named });
      return { feed: null, folder: null };
    }
    return { feed: null, folder: title };
  }
  const url = feedAddress(xmlUrl);
  if (url === null) {
    problem({ code: 'entry_bad_address', ...named, address: xmlUrl.slice(0, 200) });
    return { feed: null, folder: null };
  }
  if (text !== null && text !== title) attributes.text = text;
  const htmlUrl = take('htmlurl');
  const language = take('language');
  const feed = { title: title ?? new URL(url).hostname, xmlUrl: url, htmlUrl, language, folders, attributes };
  return { feed, folder: null };
}

/** The address as written (nothing is added to it or normalised), but `feed:` forms made plain. */
function feedAddress(text: string): string | null {
  const plain = text.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:\/\//i, 'http://');
  if (!URL.canParse(plain)) return null;
  return ['http:', 'https:'].includes(new URL(plain).protocol) ? plain : null;
}
