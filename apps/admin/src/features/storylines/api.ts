import type { NewClaim, SectionPatch, StorylineDetail, StorylinePatch } from '@throughline/schema';
import { api } from '../../lib/api.ts';

/**
 * The desk's procedures for storylines in the words of the schema. What came over the wire has lost nothing, but its
 * recursive types no longer say so, so that is stated here once.
 */
const detail = async (answer: Promise<unknown>): Promise<StorylineDetail> =>
  (await answer) as StorylineDetail;

export const storylinesApi = {
  byId: (id: number, signal?: AbortSignal) =>
    detail(api.storylines.byId.query({ id }, signal === undefined ? {} : { signal })),
  create: (headline: string) => detail(api.storylines.create.mutate({ headline })),
  update: (id: number, revision: number, patch: StorylinePatch) =>
    detail(api.storylines.update.mutate({ id, revision, patch })),
  addSection: (id: number) => detail(api.storylines.addSection.mutate({ id })),
  updateSection: (sectionId: number, version: number, patch: SectionPatch) =>
    detail(api.storylines.updateSection.mutate({ sectionId, version, patch })),
  moveSection: (sectionId: number, position: number) =>
    detail(api.storylines.moveSection.mutate({ sectionId, position })),
  removeSection: (sectionId: number) => detail(api.storylines.removeSection.mutate({ sectionId })),
  restoreSection: (sectionId: number) => detail(api.storylines.restoreSection.mutate({ sectionId })),
  addClaim: async (claim: NewClaim) => {
    const { claimId, storyline } = await api.storylines.addClaim.mutate(claim);
    return { claimId, storyline: storyline as StorylineDetail };
  },
  usePoint: async (sectionId: number, claimId: number) => {
    const { claimId: made, storyline } = await api.storylines.usePoint.mutate({ sectionId, claimId });
    return { claimId: made, storyline: storyline as StorylineDetail };
  },
  removeClaim: (claimId: number) => detail(api.storylines.removeClaim.mutate({ claimId })),
  restoreClaim: (claimId: number) => detail(api.storylines.restoreClaim.mutate({ claimId })),
  restoreRevision: (id: number, revision: number) =>
    detail(api.storylines.restoreRevision.mutate({ id, revision })),
  cite: async (place: { storylineId: number; sectionId: number; itemId: number; exact?: string }) => {
    const { citationId, storyline } = await api.storylines.cite.mutate(place);
    return { citationId, storyline: storyline as StorylineDetail };
  },
  /** Takes a citation back out of its section; what was written there since stays. */
  uncite: (sectionId: number, citationId: number) =>
    detail(api.storylines.uncite.mutate({ sectionId, citationId })),
};
