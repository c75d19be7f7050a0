import { z } from 'zod';
import { Id, Instant } from './common.ts';

/**
 * A storyline, whole, as it stood at one revision: the one manifest behind every export, the preview,
 * a stored revision and an import. Bodies are ProseMirror JSON with the node and mark names of TipTap's
 * starter kit, plus one inline atom, `citation`; unknown nodes are refused, unknown attributes dropped.
 */

export const Mark = z.discriminatedUnion('type', [
  z.object({ type: z.literal('bold') }),
  z.object({ type: z.literal('italic') }),
  z.object({ type: z.literal('link'), attrs: z.object({ href: z.string() }) }),
]);
export type Mark = z.infer<typeof Mark>;

export const TextNode = z.object({
  type: z.literal('text'),
  text: z.string().min(1),
  marks: z.array(Mark).optional(),
});
export type TextNode = z.infer<typeof TextNode>;

/** Where a footnote's number stands: names a citation of the same document. */
export const CitationNode = z.object({ type: z.literal('citation'), attrs: z.object({ citation: Id }) });
export type CitationNode = z.infer<typeof CitationNode>;

export const HardBreakNode = z.object({ type: z.literal('hardBreak') });

export const InlineNode = z.discriminatedUnion('type', [TextNode, CitationNode, HardBreakNode]);
export type InlineNode = z.infer<typeof InlineNode>;

/** A paragraph without `content` is empty. */
export const ParagraphNode = z.object({
  type: z.literal('paragraph'),
  content: z.array(InlineNode).optional(),
});
export type ParagraphNode = z.infer<typeof ParagraphNode>;

/** A heading inside a section; the section's own title stands above it. */
export const HeadingNode = z.object({
  type: z.literal('heading'),
  attrs: z.object({ level: z.number().int().min(3).max(6) }),
  content: z.array(InlineNode).optional(),
});
export type HeadingNode = z.infer<typeof HeadingNode>;

export type ListItemNode = { type: 'listItem'; content: (ParagraphNode | ListNode)[] };
export type ListNode = { type: 'bulletList' | 'orderedList'; content: ListItemNode[] };

const ListItem: z.ZodType<ListItemNode> = z.lazy(() =>
  z.object({ type: z.literal('listItem'), content: z.array(z.union([ParagraphNode, List])).min(1) }),
);
const List: z.ZodType<ListNode> = z.lazy(() =>
  z.object({ type: z.enum(['bulletList', 'orderedList']), content: z.array(ListItem).min(1) }),
);
export const ListNode = List;

export const QuoteNode = z.object({
  type: z.literal('blockquote'),
  content: z.array(z.union([ParagraphNode, ListNode])).min(1),
});
export type QuoteNode = z.infer<typeof QuoteNode>;

export const BlockNode = z.union([ParagraphNode, HeadingNode, QuoteNode, ListNode]);
export type BlockNode = z.infer<typeof BlockNode>;

/** What a section is in the piece; `update` and `correction` stand in the storyline's feed. */
export const SectionSlot = z.enum(['chapter', 'development', 'update', 'context', 'correction']);
export type SectionSlot = z.infer<typeof SectionSlot>;

export const DocumentSection = z.object({
  id: Id,
  title: z.string(),
  slot: SectionSlot.default('chapter'),
  /** Sections stand in ascending order of position. */
  position: z.number().int().nonnegative(),
  /** When a development, update or correction was added; null for those that have no moment of their own. */
  at: Instant.nullable().default(null),
  blocks: z.array(BlockNode),
});
export type DocumentSection = z.infer<typeof DocumentSection>;

/** The item behind a citation, with what proves which bytes were read and when. */
export const CitedItem = z.object({
  id: Id,
  url: z.string().nullable(),
  title: z.string(),
  publisher: z.string(),
  publishedAt: Instant.nullable(),
  /** When the desk read the cited revision. */
  fetchedAt: Instant,
  language: z.string().nullable(),
  /** Hash of the cited revision's content. */
  contentHash: z.string(),
});
export type CitedItem = z.infer<typeof CitedItem>;

/** The exact words of a source as they stood when they were cited. */
export const Citation = z.object({
  id: Id,
  item: CitedItem,
  revision: z.object({ id: Id, number: z.number().int().positive() }),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  /** UTF-16 offsets of `exact` in the text of that revision. */
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
export type Citation = z.infer<typeof Citation>;

export const ClaimKind = z.enum(['figure', 'quote', 'fact', 'event']);
export type ClaimKind = z.infer<typeof ClaimKind>;

/**
 * - `unsupported`   no citation speaks for it
 * - `single`        one publisher (or copies of one report) speaks for it
 * - `corroborated`  two or more independent publishers do
 * - `contested`     a source gives another figure, or is named against it
 * - `stale`         cited words are gone from their source
 */
export const ClaimStatus = z.enum(['unsupported', 'single', 'corroborated', 'contested', 'stale']);
export type ClaimStatus = z.infer<typeof ClaimStatus>;

/** One checkable statement of the storyline with its evidence. */
export const DocumentClaim = z.object({
  id: Id,
  kind: ClaimKind,
  text: z.string(),
  status: ClaimStatus,
  /** Citations that speak for it. */
  evidence: z.array(Id),
  /** Citations that speak against it. */
  against: z.array(Id).default([]),
});
export type DocumentClaim = z.infer<typeof DocumentClaim>;

export const HeroImage = z.object({
  /** An http(s) address, or a data: address so that a page stays self-contained. */
  url: z.string(),
  /** What the image shows, for those who cannot see it. */
  alt: z.string(),
  caption: z.string().nullable(),
  credit: z.string().nullable(),
});
export type HeroImage = z.infer<typeof HeroImage>;

/** A topic, with the version of its rules that chose the items. */
export const DocumentTopic = z.object({
  id: z.string(),
  name: z.string(),
  version: z.string().nullable(),
});
export type DocumentTopic = z.infer<typeof DocumentTopic>;

export const StorylineStatus = z.enum(['open', 'dormant', 'closed']);
export type StorylineStatus = z.infer<typeof StorylineStatus>;

export const StorylineDocument = z.object({
  schemaVersion: z.literal(1),
  id: Id,
  slug: z.string().min(1),
  /** Where the piece is published; null while it is not. */
  url: z.string().nullable().default(null),
  headline: z.string(),
  standfirst: z.string(),
  bylines: z.array(z.string()),
  /** The place that the piece is filed from. */
  dateline: z.string().nullable(),
  /** The date that readers see, `2025-04-07`. */
  date: z.iso.date().nullable(),
  /** BCP 47 */
  language: z.string(),
  direction: z.enum(['ltr', 'rtl']),
  topics: z.array(DocumentTopic),
  hero: HeroImage.nullable().default(null),
  status: StorylineStatus,
  /** Counts every saved change, from 1. */
  revision: z.number().int().positive(),
  updatedAt: Instant,
  sections: z.array(DocumentSection),
  citations: z.array(Citation),
  claims: z.array(DocumentClaim),
});
export type StorylineDocument = z.infer<typeof StorylineDocument>;

/** Formats that a storyline can leave in. */
export const ExportFormat = z.enum([
  'md',
  'html',
  'json',
  'docx',
  'pdf',
  'epub',
  'claims-csv',
  'items-csv',
  'rss',
  'atom',
  'jsonfeed',
  'ninjs',
  'bibtex',
  'csl-json',
]);
export type ExportFormat = z.infer<typeof ExportFormat>;

/**
 * What an editor should know before a piece leaves, and may refuse to let leave:
 * - `unsupported`, `contested`, `stale`  a claim has this status
 * - `missing`  the text or a claim names a citation that is not there
 * - `image`    the picture has no place in this format
 */
export const ExportProblem = z.enum(['unsupported', 'contested', 'stale', 'missing', 'image']);
export type ExportProblem = z.infer<typeof ExportProblem>;

export const ExportWarning = z.object({
  problem: ExportProblem,
  /** The words of the claim that it is about; null for another thing. */
  claim: z.string().nullable(),
  /** One sentence in English. */
  text: z.string(),
});
export type ExportWarning = z.infer<typeof ExportWarning>;

/** The published JSON Schema (draft 2020-12) of the JSON export. */
export function storylineJsonSchema(): unknown {
  return z.toJSONSchema(StorylineDocument, { io: 'input', target: 'draft-2020-12' });
}
