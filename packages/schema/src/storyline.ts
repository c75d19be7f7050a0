import { z } from 'zod';
import { Id, Instant } from './common.ts';
import { type EvidenceCheck, WatchedCitation } from './evidence.ts';
import {
  BlockNode,
  ClaimKind,
  DocumentClaim,
  DocumentSection,
  HeroImage,
  SectionSlot,
  StorylineDocument,
  StorylineStatus,
} from './storyline-document.ts';

/** One row of the list of storylines. */
export const StorylineRow = z.object({
  id: Id,
  slug: z.string(),
  headline: z.string(),
  standfirst: z.string(),
  status: StorylineStatus,
  topics: z.array(z.string()),
  sections: z.number().int(),
  citations: z.number().int(),
  /** Whether anybody can read it, in some version. */
  public: z.boolean(),
  updatedAt: Instant,
});
export type StorylineRow = z.infer<typeof StorylineRow>;

/**
 * A storyline as its editor sees it: the document, with the version that each section's next save must name, the
 * count behind each claim's status, and what became of the cited words.
 */
export const StorylineDetail = StorylineDocument.extend({
  sections: z.array(DocumentSection.extend({ version: z.number().int().positive() })),
  claims: z.array(DocumentClaim.extend({ counted: z.number().int() })),
  watched: z.array(WatchedCitation),
  /** Of the piece's own words; reading at 230 words a minute. */
  stats: z.object({ words: z.number().int(), minutes: z.number().int() }),
});
export type StorylineDetail = z.infer<typeof StorylineDetail>;

/** What is known of a citation's source beyond the words that were cited. */
export interface CitationSource {
  citation: number;
  /** Copies of one report share this; null where the item is not on this desk. */
  report: string | null;
  /**
   * A later revision of the kind that was cited (the feed's words, or the page's): a page never tells of words that
   * only the feed had, nor a feed of the page's. Null while the cited one is the last.
   */
  later: { text: string; at: string } | null;
  /** The last look at the item's page. */
  check: (EvidenceCheck & { at: string }) | null;
  nextCheckAt: string | null;
}

/** A storyline as it is stored: what its claims are worth is not judged yet. */
export type StoredStoryline = Omit<StorylineDetail, 'claims' | 'watched' | 'stats'> & {
  claims: Omit<DocumentClaim, 'status'>[];
  sources: CitationSource[];
};

/** A saved state of a storyline. Saves of one person within some minutes are one. */
export const StorylineRevision = z.object({
  revision: z.number().int().positive(),
  at: Instant,
  by: z.string().nullable(),
});
export type StorylineRevision = z.infer<typeof StorylineRevision>;

/** A statement of the piece that its curator answers for, with the citations that speak for and against it. */
export const NewClaim = z.object({
  storylineId: Id,
  kind: ClaimKind,
  text: z.string().trim().min(1, 'A claim needs words.').max(2000),
  evidence: z.array(Id).max(100).default([]),
  against: z.array(Id).max(100).default([]),
});
export type NewClaim = z.infer<typeof NewClaim>;

/** A statement found in the piece or in its cited words, not confirmed yet. */
export const ClaimProposal = z.object({
  kind: ClaimKind,
  text: z.string(),
  /** The figures, dates or quotes found in it. */
  found: z.array(z.string()),
  evidence: z.array(Id),
  /** Where it stands; null for the words of a source. */
  section: Id.nullable(),
});
export type ClaimProposal = z.infer<typeof ClaimProposal>;

export const NewStoryline = z.object({
  headline: z.string().trim().min(1, 'A storyline needs a headline.').max(300),
});
export type NewStoryline = z.infer<typeof NewStoryline>;

/** What of a storyline's head can be edited; only what is named is changed. */
export const StorylinePatch = z.object({
  headline: z.string().trim().min(1, 'A storyline needs a headline.').max(300).optional(),
  standfirst: z.string().max(2000).optional(),
  bylines: z.array(z.string().trim().min(1).max(200)).max(20).optional(),
  dateline: z.string().max(200).nullable().optional(),
  date: z.iso.date().nullable().optional(),
  language: z.string().min(2).max(35).optional(),
  topics: z.array(z.string()).optional(),
  status: StorylineStatus.optional(),
  hero: HeroImage.extend({
    url: z
      .string()
      .max(2_000_000)
      .regex(
        /^(https?:\/\/|data:image\/(png|jpeg|gif|webp|avif);base64,)/,
        'An image has an http(s) address.',
      ),
    alt: z.string().max(1000),
    caption: z.string().max(1000).nullable(),
    credit: z.string().max(300).nullable(),
  })
    .nullable()
    .optional(),
});
export type StorylinePatch = z.infer<typeof StorylinePatch>;

export const SectionPatch = z.object({
  title: z.string().max(300).optional(),
  blocks: z.array(BlockNode).max(5000).optional(),
  slot: SectionSlot.optional(),
  at: Instant.nullable().optional(),
});
export type SectionPatch = z.infer<typeof SectionPatch>;

/** An item as an offer to cite it. */
export interface CitableItem {
  id: number;
  title: string;
  publisher: string;
}

/** Ties words of an item's current revision to the end of a section. Without `exact`, its first sentence. */
export const NewCitation = z.object({
  storylineId: Id,
  sectionId: Id,
  itemId: Id,
  exact: z.string().min(1).max(5000).optional(),
});
export type NewCitation = z.infer<typeof NewCitation>;
