import type { ExportFormat, StorylineDocument } from '@throughline/schema';
import { numberFootnotes } from './footnotes.ts';
import { toHtml } from './html.ts';
import { toJson } from './json.ts';
import { toMarkdown } from './markdown.ts';
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
  write(document: StorylineDocument): string;
}

const writers: Record<ExportFormat, Writer> = {
  md: { mediaType: 'text/markdown; charset=utf-8', extension: 'md', write: toMarkdown },
  html: { mediaType: 'text/html; charset=utf-8', extension: 'html', write: toHtml },
  json: { mediaType: 'application/json', extension: 'json', write: toJson },
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
  return {
    fileName: `${document.slug}-r${document.revision}.${writer.extension}`,
    mediaType: writer.mediaType,
    body: new TextEncoder().encode(writer.write(document)),
    warnings: exportWarnings(document),
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
