import type { ExportFormat, StorylineDocument } from '@throughline/schema';
import { toClaimsCsv, toItemsCsv } from './csv.ts';
import { toDocx } from './docx/docx.ts';
import { toEpub } from './epub.ts';
import { toAtom, toJsonFeed, toRss } from './feeds.ts';
import { numberFootnotes } from './footnotes.ts';
import { toHtml } from './html.ts';
import { toJson } from './json.ts';
import { toMarkdown } from './markdown.ts';
import { toNinjs } from './ninjs.ts';
import { toBibtex, toCslJson } from './references.ts';
import { safeImage } from './well-formed.ts';

export interface ExportedFile {
  /** Safe in every file system: the storyline's slug, its revision, the format's extension. */
  fileName: string;
  mediaType: string;
  body: Uint8Array;
  /** Sentences for people: what an editor should know before sending this file on. */
  warnings: string[];
}

interface Writer {
  mediaType: string;
  extension: string;
  write(document: StorylineDocument): string | Uint8Array;
  /** The format has no place for the piece's picture. */
  noImage?: true;
}

const writers: Record<ExportFormat, Writer> = {
  md: { mediaType: 'text/markdown; charset=utf-8', extension: 'md', write: toMarkdown },
  html: { mediaType: 'text/html; charset=utf-8', extension: 'html', write: toHtml },
  json: { mediaType: 'application/json', extension: 'json', write: toJson },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    write: toDocx,
    noImage: true,
  },
  epub: { mediaType: 'application/epub+zip', extension: 'epub', write: toEpub, noImage: true },
  'claims-csv': { mediaType: 'text/csv; charset=utf-8', extension: 'claims.csv', write: toClaimsCsv },
  'items-csv': { mediaType: 'text/csv; charset=utf-8', extension: 'items.csv', write: toItemsCsv },
  rss: { mediaType: 'application/rss+xml; charset=utf-8', extension: 'rss.xml', write: toRss },
  atom: { mediaType: 'application/atom+xml; charset=utf-8', extension: 'atom.xml', write: toAtom },
  jsonfeed: { mediaType: 'application/feed+json', extension: 'feed.json', write: toJsonFeed },
  ninjs: { mediaType: 'application/json', extension: 'ninjs.json', write: toNinjs },
  bibtex: { mediaType: 'application/x-bibtex; charset=utf-8', extension: 'bib', write: toBibtex },
  'csl-json': {
    mediaType: 'application/vnd.citationstyles.csl+json',
    extension: 'csl.json',
    write: toCslJson,
  },
};

/**
 * Writes a storyline in one format. The same document gives the same bytes, on every machine.
 *
 * @returns the file with its warnings; callers that must not send out unproven pieces refuse on `warnings`.
 */
export async function exportStoryline(
  document: StorylineDocument,
  format: ExportFormat,
): Promise<ExportedFile> {
  const writer = writers[format];
  const body = writer.write(document);
  const warnings = exportWarnings(document);
  const imageLost = writer.noImage === true && document.hero !== null;
  return {
    fileName: `${document.slug}-r${document.revision}.${writer.extension}`,
    mediaType: writer.mediaType,
    body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    warnings: imageLost ? ['This format has no place for the image; it is left out.', ...warnings] : warnings,
  };
}

/** What is unproven, disputed or missing in a storyline, as sentences for people. */
export function exportWarnings(document: StorylineDocument): string[] {
  const { missing } = numberFootnotes(document);
  const known = new Set(document.citations.map((citation) => citation.id));
  const claims = document.claims.flatMap((claim) => {
    const gone = [...claim.evidence, ...claim.against].filter((id) => !known.has(id));
    const lost = gone.map((id) => `The claim “${claim.text}” names citation ${id}, which is missing.`);
    if (claim.status === 'unsupported') return [`No source supports the claim “${claim.text}”.`, ...lost];
    if (claim.status === 'contested') return [`Sources give different answers on “${claim.text}”.`, ...lost];
    if (claim.status === 'stale')
      return [`The words cited for “${claim.text}” are gone from their source.`, ...lost];
    return lost;
  });
  const hero = document.hero !== null && safeImage(document.hero.url) === null;
  return [
    ...missing.map((id) => `The text refers to citation ${id}, which is missing.`),
    ...(hero ? ['The image is left out: its address is neither http(s) nor an embedded picture.'] : []),
    ...claims,
  ];
}
