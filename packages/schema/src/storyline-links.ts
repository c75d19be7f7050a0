import { z } from 'zod';
import { Id } from './common.ts';
import { ClaimKind, StorylineStatus } from './storyline-document.ts';

/** `contains`: the other one is a part of it; `follows`: it carries on where the other one ended. */
export const LinkKind = z.enum(['contains', 'follows']);
export type LinkKind = z.infer<typeof LinkKind>;

const LinkedStoryline = z.object({ id: Id, headline: z.string(), status: StorylineStatus });

/** How a storyline stands to others. */
export const StorylineLinks = z.object({
  contains: z.array(LinkedStoryline),
  partOf: z.array(LinkedStoryline),
  follows: z.array(LinkedStoryline),
  followedBy: z.array(LinkedStoryline),
});
export type StorylineLinks = z.infer<typeof StorylineLinks>;

/** A fact, figure, quote or event that a storyline has claimed and another one can use, with its citations. */
export const Point = z.object({
  /** The claim that it is taken from. */
  claimId: Id,
  kind: ClaimKind,
  text: z.string(),
  language: z.string(),
  citations: z.number().int(),
  uses: z.array(z.object({ id: Id, headline: z.string() })),
});
export type Point = z.infer<typeof Point>;

/** Who writes in a section at the moment. */
export const SectionHold = z.object({
  sectionId: Id,
  userId: Id,
  name: z.string(),
  windowId: z.string(),
});
export type SectionHold = z.infer<typeof SectionHold>;
