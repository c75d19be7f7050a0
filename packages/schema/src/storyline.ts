import { z } from 'zod';
import { Id, Instant } from './common.ts';
import { BlockNode, DocumentSection, StorylineDocument, StorylineStatus } from './storyline-document.ts';

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
  updatedAt: Instant,
});
export type StorylineRow = z.infer<typeof StorylineRow>;

/** A storyline as its editor sees it: the document, with the version that each section's next save must name. */
export const StorylineDetail = StorylineDocument.extend({
  sections: z.array(DocumentSection.extend({ version: z.number().int().positive() })),
});
export type StorylineDetail = z.infer<typeof StorylineDetail>;

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
});
export type StorylinePatch = z.infer<typeof StorylinePatch>;

export const SectionPatch = z.object({
  title: z.string().max(300).optional(),
  blocks: z.array(BlockNode).max(5000).optional(),
});
export type SectionPatch = z.infer<typeof SectionPatch>;

/** Ties words of an item's current revision to the end of a section. Without `exact`, its first sentence. */
export const NewCitation = z.object({
  storylineId: Id,
  sectionId: Id,
  itemId: Id,
  exact: z.string().min(1).max(5000).optional(),
});
export type NewCitation = z.infer<typeof NewCitation>;
