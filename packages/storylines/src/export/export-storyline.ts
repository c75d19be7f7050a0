import type { ExportFormat, ExportWarning, StorylineDocument } from '@throughline/schema';
import { toClaimsCsv, toItemsCsv } from './csv.ts';
import { toDocx } from './docx/docx.ts';
import { docxImage } from './docx/picture.ts';
import { epubImage, toEpub } from './epub.ts';
import { exportWarnings } from './export-warnings.ts';
import { toAtom, toJsonFeed, toRss } from './feeds.ts';
import { toHtml, toPrintedHtml } from './html-page.ts';
import { toJson } from './json.ts';
import { toMarkdown } from './markdown.ts';
import { toNinjs } from './ninjs.ts';
import { settledPdf } from './pdf.ts';
import { toBibtex, toCslJson } from './references.ts';

export interface ExportedFile {
  /** Safe in every file system: the storyline's slug, its revision, the format's extension. */
  fileName: string;
  mediaType: string;
  body: Uint8Array;
  /** What an editor should know before sending this file on. */
  warnings: ExportWarning[];
}

interface Writer {
  mediaType: string;
  extension: string;
  write(document: StorylineDocument): string | Uint8Array;
  /** Whether the file has the piece's picture; left out where it says so of every piece or has no place for one. */
  hasImage?(document: StorylineDocument): boolean;
}

/** Prints a whole HTML page. Comes from outside, for a browser does it. */
export type PrintPage = (html: string) => Promise<Uint8Array>;

const writers: Record<Exclude<ExportFormat, 'pdf'>, Writer> = {
  md: { mediaType: 'text/markdown; charset=utf-8', extension: 'md', write: toMarkdown },
  html: { mediaType: 'text/html; charset=utf-8', extension: 'html', write: toHtml },
  json: { mediaType: 'application/json', extension: 'json', write: toJson },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    write: toDocx,
    hasImage: (document) => docxImage(document) !== null,
  },
  epub: {
    mediaType: 'application/epub+zip',
    extension: 'epub',
    write: toEpub,
    hasImage: (document) => epubImage(document) !== null,
  },
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
 * Writes a storyline in one format. The same document gives the same bytes, on every machine; a PDF's depend on the
 * version of the browser and its fonts as well.
 *
 * @param print needed for PDF alone; what it throws is thrown on.
 * @returns the file with its warnings; callers that must not send out unproven pieces refuse on `warnings`.
 */
export async function exportStoryline(
  document: StorylineDocument,
  format: ExportFormat,
  print?: PrintPage,
): Promise<ExportedFile> {
  const { mediaType, extension, body, hasImage } = await written(document, format, print);
  const warnings = exportWarnings(document);
  return {
    fileName: `${document.slug}-r${document.revision}.${extension}`,
    mediaType,
    body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    warnings: !hasImage && document.hero !== null ? [imageLeftOut, ...warnings] : warnings,
  };
}

async function written(document: StorylineDocument, format: ExportFormat, print: PrintPage | undefined) {
  if (format !== 'pdf') {
    const { write, hasImage, ...kind } = writers[format];
    return { ...kind, hasImage: hasImage?.(document) ?? true, body: write(document) };
  }
  if (print === undefined) throw new Error('PDF was asked for without something that prints');
  const body = settledPdf(await print(toPrintedHtml(document)), document.updatedAt);
  // The browser that prints reaches nothing: only a picture that is in the page itself is seen.
  return {
    mediaType: 'application/pdf',
    extension: 'pdf',
    body,
    hasImage: document.hero?.url.startsWith('data:') ?? false,
  };
}

const imageLeftOut: ExportWarning = {
  problem: 'image',
  claim: null,
  text: 'The image is left out: this format carries only a picture that is kept in the piece, of a kind that it knows.',
};
