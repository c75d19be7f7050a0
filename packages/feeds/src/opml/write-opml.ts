import type { OpmlOutline } from './opml.ts';

export interface OpmlToWrite {
  title: string | null;
  outlines: readonly (Pick<OpmlOutline, 'title' | 'xmlUrl' | 'folders'> & Partial<OpmlOutline>)[];
  emptyFolders?: readonly (readonly string[])[];
  head?: Readonly<Record<string, string>>;
  /** Default `2.0`. */
  version?: '1.0' | '2.0';
}

interface Folder {
  folders: Map<string, Folder>;
  /** In order of first appearance, as the reader wrote or found them. */
  children: (string | OpmlToWrite['outlines'][number])[];
}

/** An OPML document that `parseOpml` reads back without loss. */
export function writeOpml(document: OpmlToWrite): string {
  const root = newFolder();
  for (const outline of document.outlines) folderAt(root, outline.folders).children.push(outline);
  for (const path of document.emptyFolders ?? []) folderAt(root, path);
  const head = { ...(document.title === null ? {} : { title: document.title }), ...document.head };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<opml version="${document.version ?? '2.0'}">`,
    '  <head>',
    ...Object.entries(head)
      .filter(([name]) => isName(name))
      .map(([name, value]) => `    <${name}>${escapeXml(value)}</${name}>`),
    '  </head>',
    '  <body>',
    ...writeFolder(root, '    '),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

const newFolder = (): Folder => ({ folders: new Map(), children: [] });

function folderAt(root: Folder, path: readonly string[]): Folder {
  let folder = root;
  for (const name of path) {
    let next = folder.folders.get(name);
    if (next === undefined) {
      next = newFolder();
      folder.folders.set(name, next);
      folder.children.push(name);
    }
    folder = next;
  }
  return folder;
}

function writeFolder(folder: Folder, indent: string): string[] {
  return folder.children.flatMap((child) => {
    if (typeof child !== 'string') return [`${indent}<outline${feedAttributes(child)}/>`];
    const inner = writeFolder(folder.folders.get(child) ?? newFolder(), `${indent}  `);
    const names = attributes({ text: child, title: child });
    return [`${indent}<outline${names}>`, ...inner, `${indent}</outline>`];
  });
}

function feedAttributes(outline: OpmlToWrite['outlines'][number]): string {
  const { title, xmlUrl, htmlUrl, language } = outline;
  return attributes({
    type: 'rss',
    text: title,
    ...outline.attributes,
    title,
    xmlUrl,
    ...(htmlUrl == null ? {} : { htmlUrl }),
    ...(language == null ? {} : { language }),
  });
}

function attributes(values: Record<string, string>): string {
  return Object.entries(values)
    .filter(([name]) => isName(name))
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
}

const isName = (name: string): boolean => /^[A-Za-z_][\w.:-]*$/.test(name);

/** What XML 1.0 cannot hold at all is left out; line breaks in attributes must be written as references. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character] ?? character);
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
