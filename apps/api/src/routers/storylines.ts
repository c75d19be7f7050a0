import { compileSearch } from '@throughline/relevance';
import {
  Id,
  Instant,
  isAtLeast,
  LinkKind,
  NewCitation,
  NewClaim,
  NewStoryline,
  SectionPatch,
  type StoredStoryline,
  type StorylineDetail,
  StorylineDocument,
  StorylinePatch,
  TrackingPatch,
  type User,
} from '@throughline/schema';
import {
  addClaim,
  addSection,
  askForEvidence,
  citableRevision,
  cite,
  createStoryline,
  holdSection,
  isPublic,
  keepRevision,
  listRevisions,
  listStorylines,
  moveSection,
  pinRevision,
  reopenStoryline,
  restoreRevision,
  restoreStoryline,
  revisionAsOf,
  sectionHolds,
  setAlertClosed,
  setClaimRemoved,
  setDeclined,
  setSectionRemoved,
  setStorylineLink,
  setStorylineRemoved,
  setTracking,
  splitStoryline,
  storylineLinks,
  storylineNews,
  storylineTracking,
  takeBackSplit,
  uncite,
  updateSection,
  updateStoryline,
  usablePoints,
  usePoint,
} from '@throughline/store';
import {
  assessStoryline,
  compareRevisions,
  exportStoryline,
  exportWarnings,
  importStoryline,
  proposeClaims,
  quoteOf,
  splitOff,
  timelineOf,
  withCitation,
  withoutCitation,
  withPoint,
} from '@throughline/storylines';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { FaultError } from '../fault-error.ts';
import { fetchItem, itemAt } from '../page-item.ts';
import { fetchPicture } from '../page-picture.ts';
import { storylineDetail, storylineDocument } from '../storyline-export.ts';
import { editing, found, reading, router } from '../trpc.ts';

const ById = z.object({ id: Id });
const Section = z.object({ sectionId: Id });
const Claim = z.object({ claimId: Id });
const Address = z.object({
  url: z
    .string()
    .trim()
    .max(4000)
    .refine((url) => /^https?:/i.test(url) && URL.canParse(url), 'This is no web address.'),
});
const Revision = z.number().int().positive();

/** Ends every change: judges the claims and keeps the state that it led to. */
async function saved(
  { db, user }: Pick<Context, 'db' | 'user'>,
  change: Promise<StoredStoryline>,
): Promise<StorylineDetail> {
  const storyline = assessStoryline(await change);
  await keepRevision(db, user?.id ?? null, StorylineDocument.parse(storyline));
  return storyline;
}

type Editing = Pick<Context, 'db'> & { user: User };

/** A public piece leaves its address with the storyline, and comes back with it: that takes who may publish. */
async function mayRemove({ db, user }: Editing, id: number): Promise<void> {
  if (!isAtLeast(user.role, 'editor') && (await isPublic(db, id)))
    throw new TRPCError({ code: 'FORBIDDEN', message: 'This piece is public: it takes the role editor.' });
}

async function setRemoved(context: Editing, id: number, removed: boolean): Promise<void> {
  await mayRemove(context, id);
  await setStorylineRemoved(context.db, context.user.id, id, removed);
}

export const storylinesRouter = router({
  list: reading.query(({ ctx }) => listStorylines(ctx.db)),
  byId: reading
    .input(ById)
    .query(async ({ ctx, input }) => found(await storylineDetail(ctx.db, input.id), 'storyline')),
  create: editing
    .input(NewStoryline)
    .mutation(({ ctx, input }) => saved(ctx, createStoryline(ctx.db, ctx.user.id, input.headline))),
  update: editing
    .input(ById.extend({ revision: Revision, patch: StorylinePatch }))
    .mutation(({ ctx, input }) => saved(ctx, updateStoryline(ctx.db, ctx.user.id, input))),
  remove: editing.input(ById).mutation(({ ctx, input }) => setRemoved(ctx, input.id, true)),
  restore: editing.input(ById).mutation(({ ctx, input }) => setRemoved(ctx, input.id, false)),

  addSection: editing
    .input(ById.extend({ title: z.string().max(300).default('') }))
    .mutation(({ ctx, input }) => saved(ctx, addSection(ctx.db, ctx.user.id, input))),
  updateSection: editing
    .input(Section.extend({ version: z.number().int().positive(), patch: SectionPatch }))
    .mutation(({ ctx, input }) => saved(ctx, updateSection(ctx.db, ctx.user.id, input))),
  moveSection: editing
    .input(Section.extend({ position: z.number().int().nonnegative() }))
    .mutation(({ ctx, input }) => saved(ctx, moveSection(ctx.db, ctx.user.id, input))),
  removeSection: editing
    .input(Section)
    .mutation(({ ctx, input }) =>
      saved(ctx, setSectionRemoved(ctx.db, ctx.user.id, { ...input, removed: true })),
    ),
  restoreSection: editing
    .input(Section)
    .mutation(({ ctx, input }) =>
      saved(ctx, setSectionRemoved(ctx.db, ctx.user.id, { ...input, removed: false })),
    ),

  cite: editing.input(NewCitation).mutation(async ({ ctx, input }) => {
    const revision = found(await citableRevision(ctx.db, input.itemId), 'item');
    const quote = quoteOf(revision, input.exact);
    if (quote === null) {
      throw new TRPCError({
        code: 'BAD_REQUEST',
        message: 'These words do not stand in the item as it is now.',
      });
    }
    const done = await cite(
      ctx.db,
      ctx.user.id,
      { sectionId: input.sectionId, revision, quote },
      (blocks, id) => withCitation(blocks, quote.exact, id),
    );
    return { citationId: done.citationId, storyline: await saved(ctx, Promise.resolve(done.storyline)) };
  }),
  /** Takes a citation back out of the text; what was written around it since stays. */
  uncite: editing
    .input(Section.extend({ citationId: Id }))
    .mutation(({ ctx, input }) => saved(ctx, uncite(ctx.db, ctx.user.id, input, withoutCitation))),

  /** The desk's item at a pasted address; null when there is none. */
  itemAt: reading.input(Address).query(({ ctx, input }) => itemAt(ctx.db, input.url)),
  /** Fetches a page as an item, so that it can be cited. */
  fetchItem: editing.input(Address).mutation(({ ctx, input }) => fetchItem(ctx, input.url, new Date())),

  /** Fetches a picture, so that it can be kept in the piece; gives it as an address that holds its bytes. */
  fetchPicture: editing.input(Address).mutation(({ ctx, input }) => fetchPicture(ctx, input.url)),

  /** What could be claims: checkable sentences of the text and of the cited words. */
  proposedClaims: reading
    .input(ById)
    .query(async ({ ctx, input }) =>
      proposeClaims(found(await storylineDocument(ctx.db, input.id), 'storyline')),
    ),
  addClaim: editing.input(NewClaim).mutation(async ({ ctx, input }) => {
    const { claimId, storyline } = await addClaim(ctx.db, ctx.user.id, input);
    return { claimId, storyline: await saved(ctx, Promise.resolve(storyline)) };
  }),
  removeClaim: editing
    .input(Claim)
    .mutation(({ ctx, input }) =>
      saved(ctx, setClaimRemoved(ctx.db, ctx.user.id, { ...input, removed: true })),
    ),
  restoreClaim: editing
    .input(Claim)
    .mutation(({ ctx, input }) =>
      saved(ctx, setClaimRemoved(ctx.db, ctx.user.id, { ...input, removed: false })),
    ),

  /** Has the pages of all cited items read again soon, but for those that were just read. */
  checkEvidence: editing.input(ById).mutation(({ ctx, input }) => askForEvidence(ctx.db, input.id)),

  /** The states that are kept, newest first. */
  revisions: reading.input(ById).query(({ ctx, input }) => listRevisions(ctx.db, input.id)),
  /** Keeps the state as it is now, also when its author goes on writing at once. */
  keepState: editing.input(ById).mutation(({ ctx, input }) => pinRevision(ctx.db, input.id)),
  /** The last state at a moment: "as known on". */
  revisionAsOf: reading
    .input(ById.extend({ at: Instant }))
    .query(({ ctx, input }) => revisionAsOf(ctx.db, input.id, input.at)),
  /** Makes it stand again as it did; what came since stays among the states. */
  restoreRevision: editing
    .input(ById.extend({ revision: Revision }))
    .mutation(({ ctx, input }) => saved(ctx, restoreRevision(ctx.db, ctx.user.id, input))),
  /** What changed from one state to another; without `to`, to how it stands now. */
  compare: reading
    .input(ById.extend({ from: Revision, to: Revision.optional() }))
    .query(async ({ ctx, input }) =>
      compareRevisions(
        found(await storylineDocument(ctx.db, input.id, input.from), 'revision'),
        found(await storylineDocument(ctx.db, input.id, input.to), 'revision'),
      ),
    ),

  /** What a storyline tracks, proposes with reasons, and warns of. */
  tracking: reading
    .input(ById)
    .query(async ({ ctx, input }) => found(await storylineTracking(ctx.db, input.id), 'storyline')),
  track: editing.input(ById.extend({ patch: TrackingPatch })).mutation(({ ctx, input }) => {
    const compiled = input.patch.rule ? compileSearch(input.patch.rule) : null;
    if (compiled !== null && 'message' in compiled) throw new FaultError([compiled]);
    return setTracking(ctx.db, input.id, input.patch);
  }),
  decline: editing
    .input(z.object({ storylineId: Id, itemIds: z.array(Id).min(1).max(200), declined: z.boolean() }))
    .mutation(({ ctx, input }) => setDeclined(ctx.db, ctx.user.id, input)),
  closeAlert: editing
    .input(z.object({ alertId: Id, closed: z.boolean() }))
    .mutation(({ ctx, input }) => setAlertClosed(ctx.db, ctx.user.id, input)),
  /** Opens one that fell dormant by itself. */
  reopen: editing
    .input(ById)
    .mutation(({ ctx, input }) => saved(ctx, reopenStoryline(ctx.db, ctx.user.id, input.id))),
  /** Makes a storyline of its own from what a drift alert names. */
  splitOff: editing
    .input(z.object({ alertId: Id }))
    .mutation(({ ctx, input }) => saved(ctx, splitStoryline(ctx.db, ctx.user.id, input.alertId, splitOff))),
  /** Takes such a storyline away again, unless it is public; the alert stands as before. */
  takeBackSplit: editing.input(ById).mutation(async ({ ctx, input }) => {
    await mayRemove(ctx, input.id);
    await takeBackSplit(ctx.db, ctx.user.id, input.id);
  }),
  /** Storylines with something to tell, for Today. */
  news: reading.query(({ ctx }) => storylineNews(ctx.db)),

  /** What happened and who reported it when, now or as it was known at a revision. */
  timeline: reading
    .input(ById.extend({ revision: Revision.optional() }))
    .query(async ({ ctx, input }) =>
      timelineOf(found(await storylineDocument(ctx.db, input.id, input.revision), 'storyline')),
    ),

  /** Who writes where. */
  holds: reading.input(ById).query(({ ctx, input }) => sectionHolds(ctx.db, input.id)),
  /** Takes a section for writing, renews that, or gives it back; gives who has it now. */
  hold: editing
    .input(
      Section.extend({ windowId: z.string().min(8).max(64), on: z.boolean(), take: z.boolean().optional() }),
    )
    .mutation(({ ctx, input }) => holdSection(ctx.db, ctx.user.id, input)),

  links: reading.input(ById).query(({ ctx, input }) => storylineLinks(ctx.db, input.id)),
  /** Lets a storyline contain or follow another, or no longer. */
  link: editing
    .input(z.object({ from: Id, to: Id, kind: LinkKind, on: z.boolean() }))
    .mutation(({ ctx, input }) => setStorylineLink(ctx.db, ctx.user.id, input)),
  /** What other storylines claim and this one could use. */
  points: reading
    .input(ById.extend({ search: z.string().trim().max(200).default('') }))
    .query(({ ctx, input }) => usablePoints(ctx.db, input.id, input.search)),
  usePoint: editing.input(Section.extend({ claimId: Id })).mutation(async ({ ctx, input }) => {
    const { claimId, storyline } = await usePoint(ctx.db, ctx.user.id, input, withPoint);
    return { claimId, storyline: await saved(ctx, Promise.resolve(storyline)) };
  }),

  /** What an editor should know before the piece leaves. */
  exportWarnings: reading
    .input(ById)
    .query(async ({ ctx, input }) =>
      exportWarnings(found(await storylineDocument(ctx.db, input.id), 'storyline')),
    ),
  /** Restores a storyline from our own JSON export. */
  import: editing.input(z.object({ json: z.string() })).mutation(async ({ ctx, input }) => {
    const read = importStoryline(input.json);
    if (!read.ok) throw new TRPCError({ code: 'BAD_REQUEST', message: read.problems.join('\n') });
    return restoreStoryline(ctx.db, read.document);
  }),
  /** The piece as a reader will see it: the self-contained page of the HTML export. */
  preview: reading.input(ById.extend({ revision: Revision.optional() })).query(async ({ ctx, input }) => {
    const document = found(await storylineDocument(ctx.db, input.id, input.revision), 'storyline');
    const file = await exportStoryline(document, 'html');
    return { html: new TextDecoder().decode(file.body), warnings: file.warnings };
  }),
});
