import { auditRouter } from './routers/audit.ts';
import { deskRouter } from './routers/desk.ts';
import { itemsRouter } from './routers/items.ts';
import { peopleRouter } from './routers/people.ts';
import { publishingRouter } from './routers/publishing.ts';
import { retentionRouter } from './routers/retention.ts';
import { sessionRouter } from './routers/session.ts';
import { sourcesRouter } from './routers/sources.ts';
import { storiesRouter } from './routers/stories.ts';
import { storylinesRouter } from './routers/storylines.ts';
import { tokensRouter } from './routers/tokens.ts';
import { topicsRouter } from './routers/topics.ts';
import { verdictsRouter } from './routers/verdicts.ts';
import { viewsRouter } from './routers/views.ts';
import { webhooksRouter } from './routers/webhooks.ts';
import { workRouter } from './routers/work.ts';
import { createCallerFactory, router } from './trpc.ts';

/** The whole API, split by the words of the desk. */
export const appRouter = router({
  audit: auditRouter,
  desk: deskRouter,
  items: itemsRouter,
  people: peopleRouter,
  publishing: publishingRouter,
  retention: retentionRouter,
  session: sessionRouter,
  sources: sourcesRouter,
  stories: storiesRouter,
  storylines: storylinesRouter,
  tokens: tokensRouter,
  topics: topicsRouter,
  verdicts: verdictsRouter,
  webhooks: webhooksRouter,
  work: workRouter,
  views: viewsRouter,
});
export type AppRouter = typeof appRouter;

/** Calls procedures without HTTP: tests. */
export const createCaller = createCallerFactory(appRouter);
