/** What one linear walk over the markup sees: enough to choose a reader and to mend the text before it. */
export interface Survey {
  /** The first element's name as written, null if there is none. */
  root: string | null;
  /** The attributes of the first element, as written. */
  rootAttributes: string;
  /** Offsets of `<` that open nothing. */
  strayLess: number[];
  /** Offsets of `&` that begin no XML reference (raw ampersands and HTML's named entities). */
  strayAmpersands: number[];
  /** The document type declaration, [start, end). */
  doctype: [number, number] | null;
}

const NAME = /[A-Za-z_\u0080-\uffff][\w.:\u0080-\uffff-]*/y;
/** 128 to 159 are left out: in feeds they are windows-1252, which XML does not know. */
const REFERENCE =
  /&(?:amp|lt|gt|quot|apos|#(?!1(?:2[89]|[345]\d);)[0-9]{1,7}|#x(?![89][0-9A-Fa-f];)[0-9A-Fa-f]{1,6});/y;

/** Walks over the markup once; linear in its length. */
export function survey(text: string): Survey {
  return new Walk(text).run();
}

class Walk {
  private readonly text: string;
  private readonly closing: Finder;
  private readonly ampersands: Finder;
  private readonly seen: Survey = {
    root: null,
    rootAttributes: '',
    strayLess: [],
    strayAmpersands: [],
    doctype: null,
  };

  constructor(text: string) {
    this.text = text;
    this.closing = new Finder(text, '>');
    this.ampersands = new Finder(text, '&');
  }

  run(): Survey {
    const { text, seen } = this;
    let at = 0;
    for (let open = text.indexOf('<'); open >= 0; open = text.indexOf('<', at)) {
      this.checkAmpersands(at, open);
      at = this.step(open);
    }
    this.checkAmpersands(at, text.length);
    return seen;
  }

  /** Handles what begins at `open` and returns the offset to go on from. */
  private step(open: number): number {
    const next = this.text.charCodeAt(open + 1);
    if (next === 0x21 || next === 0x3f) return this.section(open);
    if (next === 0x2f) return open + 2;
    NAME.lastIndex = open + 1;
    const name = NAME.exec(this.text)?.[0];
    if (name !== undefined) return this.tag(name, open + 1 + name.length);
    this.seen.strayLess.push(open);
    return open + 1;
  }

  /** Notes an opening tag and returns the offset after its `>`. */
  private tag(name: string, after: number): number {
    const { seen } = this;
    const close = this.closing.from(after);
    if (close === this.text.length) return after;
    if (seen.root === null) {
      seen.root = name;
      seen.rootAttributes = this.text.slice(after, close);
    }
    this.checkAmpersands(after, close);
    return close + 1;
  }

  /** Returns the offset after a comment, CDATA section, processing instruction or declaration. */
  private section(open: number): number {
    const { text, seen } = this;
    if (text.startsWith('<!--', open)) return this.skipTo('-->', open + 4);
    if (text.startsWith('<![CDATA[', open)) return this.skipTo(']]>', open + 9);
    if (text.startsWith('<?', open)) return this.skipTo('?>', open + 2);
    if (seen.root === null && /^<!doctype/i.test(text.slice(open, open + 9))) {
      seen.doctype = [open, doctypeEnd(text, open + 9)];
      return seen.doctype[1];
    }
    seen.strayLess.push(open);
    return open + 2;
  }

  private skipTo(end: string, from: number): number {
    const close = this.text.indexOf(end, from);
    if (close >= 0) return close + end.length;
    return this.text.length;
  }

  private checkAmpersands(from: number, to: number): void {
    for (let at = this.ampersands.from(from); at < to; at = this.ampersands.from(at + 1)) {
      REFERENCE.lastIndex = at;
      if (!REFERENCE.test(this.text)) this.seen.strayAmpersands.push(at);
    }
  }
}

/** `indexOf` for offsets that only grow: remembers its last find, so that rare needles stay linear. */
class Finder {
  private found = -1;
  private readonly text: string;
  private readonly needle: string;

  constructor(text: string, needle: string) {
    this.text = text;
    this.needle = needle;
  }

  /** The first needle at or after `from`, the text's length if there is none. */
  from(from: number): number {
    if (this.found < from) {
      const at = this.text.indexOf(this.needle, from);
      this.found = at < 0 ? this.text.length : at;
    }
    return this.found;
  }
}

/** The end of `<!DOCTYPE ... [ ... ]>`: quotes, comments and brackets respected, else the first `>`. */
function doctypeEnd(text: string, from: number): number {
  let inSubset = false;
  for (let i = from; i < text.length; i++) {
    const c = text[i];
    if (c === '>' && !inSubset) return i + 1;
    if (c === '[') inSubset = true;
    else if (c === ']') inSubset = false;
    else {
      const end = c === '"' || c === "'" ? c : text.startsWith('<!--', i) ? '-->' : null;
      if (end === null) continue;
      const close = text.indexOf(end, i + 1);
      if (close < 0) break;
      i = close + end.length - 1;
    }
  }
  const first = text.indexOf('>', from);
  return first < 0 ? text.length : first + 1;
}
