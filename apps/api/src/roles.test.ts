import { Role } from '@throughline/schema';
import type { TRPCError } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appRouter } from './router.ts';
import { openTestDesk, type TestDesk } from './testing.ts';

/** The least role that may call each procedure of the API. A new procedure needs a line here. */
const LEAST: Readonly<Record<string, Role>> = {
  'audit.list': 'curator',
  'desk.about': 'viewer',
  'desk.backup': 'admin',
  'desk.events': 'viewer',
  'desk.lookAt': 'viewer',
  'desk.lookAtToday': 'viewer',
  'desk.looking': 'viewer',
  'desk.retrySetAside': 'curator',
  'desk.today': 'viewer',
  'items.byId': 'viewer',
  'items.checkQuery': 'viewer',
  'items.counts': 'viewer',
  'items.forgotten': 'viewer',
  'items.list': 'viewer',
  'items.mark': 'curator',
  'items.rows': 'viewer',
  'items.revisionDiff': 'viewer',
  'items.tagByHand': 'curator',
  'people.endSession': 'admin',
  'people.endSessions': 'admin',
  'people.invitations': 'admin',
  'people.invite': 'admin',
  'people.list': 'admin',
  'people.names': 'viewer',
  'people.remove': 'admin',
  'people.rename': 'admin',
  'people.renameMe': 'viewer',
  'people.restore': 'admin',
  'people.revokeInvitation': 'admin',
  'people.sessions': 'admin',
  'people.setRole': 'admin',
  'people.signInLink': 'admin',
  'retention.preview': 'admin',
  'retention.set': 'admin',
  'retention.state': 'admin',
  'session.changeSettings': 'viewer',
  'session.settings': 'viewer',
  'session.end': 'viewer',
  'session.endAll': 'viewer',
  'session.list': 'viewer',
  'publishing.of': 'viewer',
  'publishing.publish': 'editor',
  'publishing.rules': 'viewer',
  'publishing.setRules': 'editor',
  'publishing.withdraw': 'editor',
  'session.me': 'viewer',
  'session.signOut': 'viewer',
  'sources.add': 'editor',
  'sources.discover': 'editor',
  'sources.exportOpml': 'viewer',
  'sources.history': 'viewer',
  'sources.importOpml': 'editor',
  'sources.lastImport': 'viewer',
  'sources.list': 'viewer',
  'sources.pollNow': 'curator',
  'sources.preview': 'editor',
  'sources.remove': 'editor',
  'sources.restore': 'editor',
  'sources.setPaused': 'editor',
  'sources.update': 'editor',
  'stories.byId': 'viewer',
  'stories.curate': 'curator',
  'stories.decideLink': 'curator',
  'stories.latestRebuild': 'viewer',
  'stories.list': 'viewer',
  'stories.ofItem': 'viewer',
  'stories.rebuild': 'editor',
  'stories.undo': 'curator',
  'storylines.addClaim': 'curator',
  'storylines.addSection': 'curator',
  'storylines.byId': 'viewer',
  'storylines.checkEvidence': 'curator',
  'storylines.cite': 'curator',
  'storylines.closeAlert': 'curator',
  'storylines.compare': 'viewer',
  'storylines.create': 'curator',
  'storylines.decline': 'curator',
  'storylines.exportWarnings': 'viewer',
  'storylines.fetchItem': 'curator',
  'storylines.fetchPicture': 'curator',
  'storylines.hold': 'curator',
  'storylines.holds': 'viewer',
  'storylines.import': 'curator',
  'storylines.itemAt': 'viewer',
  'storylines.keepState': 'curator',
  'storylines.link': 'curator',
  'storylines.links': 'viewer',
  'storylines.list': 'viewer',
  'storylines.moveSection': 'curator',
  'storylines.news': 'viewer',
  'storylines.points': 'viewer',
  'storylines.preview': 'viewer',
  'storylines.proposedClaims': 'viewer',
  'storylines.remove': 'curator',
  'storylines.removeClaim': 'curator',
  'storylines.removeSection': 'curator',
  'storylines.reopen': 'curator',
  'storylines.restore': 'curator',
  'storylines.restoreClaim': 'curator',
  'storylines.restoreRevision': 'curator',
  'storylines.restoreSection': 'curator',
  'storylines.revisionAsOf': 'viewer',
  'storylines.revisions': 'viewer',
  'storylines.splitOff': 'curator',
  'storylines.takeBackSplit': 'curator',
  'storylines.timeline': 'viewer',
  'storylines.track': 'curator',
  'storylines.tracking': 'viewer',
  'storylines.uncite': 'curator',
  'storylines.update': 'curator',
  'storylines.updateSection': 'curator',
  'storylines.usePoint': 'curator',
  'tokens.create': 'admin',
  'tokens.list': 'admin',
  'tokens.revoke': 'admin',
  'topics.add': 'editor',
  'topics.check': 'viewer',
  'topics.explain': 'viewer',
  'topics.importable': 'viewer',
  'topics.learned': 'viewer',
  'topics.list': 'viewer',
  'topics.print': 'viewer',
  'topics.progress': 'viewer',
  'topics.resetLearning': 'editor',
  'topics.save': 'editor',
  'topics.setDeskSampling': 'editor',
  'topics.setEnabled': 'editor',
  'topics.setLearning': 'editor',
  'topics.setSampling': 'editor',
  'topics.test': 'viewer',
  'topics.text': 'viewer',
  'topics.versions': 'viewer',
  'topics.whatIf': 'curator',
  'webhooks.add': 'admin',
  'webhooks.list': 'admin',
  'webhooks.remove': 'admin',
  'webhooks.setEnabled': 'admin',
  'webhooks.test': 'admin',
  'work.addNote': 'curator',
  'work.assign': 'curator',
  'work.inbox': 'viewer',
  'work.on': 'viewer',
  'work.putAway': 'viewer',
  'work.removeNote': 'curator',
  'work.restoreNote': 'curator',
  'verdicts.decide': 'curator',
  'verdicts.undo': 'curator',
  'views.add': 'curator',
  'views.change': 'curator',
  'views.counts': 'viewer',
  'views.list': 'viewer',
};

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const procedures = Object.keys(appRouter._def.procedures).sort();

test('every procedure has its least role written down', () => {
  expect(procedures).toEqual(Object.keys(LEAST).sort());
});

/** Calls without any input: where one is needed the answer is BAD_REQUEST, but only to those who may ask at all. */
async function answerTo(role: Role | null, path: string): Promise<string> {
  const caller = await desk.as(role);
  const [noun = '', verb = ''] = path.split('.');
  const call = (caller as unknown as Record<string, Record<string, () => Promise<unknown>>>)[noun]?.[verb];
  return (call?.() ?? Promise.reject(new Error('no such procedure'))).then(
    () => 'OK',
    (error: TRPCError) => error.code,
  );
}

describe.each(procedures)('%s', (path) => {
  test('lets in those who may, and nobody else', async () => {
    const least = LEAST[path];
    expect(await answerTo(null, path)).toBe('UNAUTHORIZED');
    for (const role of Role.options) {
      const answer = await answerTo(role, path);
      const may = least !== undefined && Role.options.indexOf(role) >= Role.options.indexOf(least);
      if (may) expect(['OK', 'BAD_REQUEST', 'NOT_FOUND']).toContain(answer);
      else expect(answer).toBe('FORBIDDEN');
    }
  });
});
