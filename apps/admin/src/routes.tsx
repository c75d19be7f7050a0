import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { Crashed, NotFound } from './app/dead-ends.tsx';
import { Shell } from './app/shell.tsx';
import { parseRecordSearch, recordSearch } from './features/record/address.ts';
import { parseReviewSearch } from './features/review/address.ts';
import { parseStorylineSearch } from './features/storylines/address.ts';
import { parseTopicsSearch } from './features/topics/address.ts';
import { useMessages } from './i18n/messages.tsx';
import { Loading } from './ui/states.tsx';

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Shell,
  notFoundComponent: NotFound,
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/today', replace: true });
  },
});

const today = createRoute({
  getParentRoute: () => root,
  path: '/today',
  component: lazyRouteComponent(() => import('./features/today/page.tsx'), 'TodayPage'),
});

const reviewHome = createRoute({
  getParentRoute: () => root,
  path: '/review',
  beforeLoad: () => {
    throw redirect({ to: '/review/$view', params: { view: 'queue' }, replace: true });
  },
});

const review = createRoute({
  getParentRoute: () => root,
  path: '/review/$view',
  validateSearch: parseReviewSearch,
  component: lazyRouteComponent(() => import('./features/review/page.tsx'), 'ReviewPage'),
});

const stories = createRoute({
  getParentRoute: () => root,
  path: '/stories',
  validateSearch: (raw: Record<string, unknown>): { topic?: string; all?: true } => ({
    ...(typeof raw['topic'] === 'string' ? { topic: raw['topic'] } : {}),
    ...(raw['all'] === true ? { all: true } : {}),
  }),
  component: lazyRouteComponent(() => import('./features/stories/page.tsx'), 'StoriesPage'),
});

const story = createRoute({
  getParentRoute: () => root,
  path: '/stories/$id',
  component: lazyRouteComponent(() => import('./features/stories/story-page.tsx'), 'StoryPage'),
});

const storylines = createRoute({
  getParentRoute: () => root,
  path: '/storylines',
  component: lazyRouteComponent(() => import('./features/storylines/page.tsx'), 'StorylinesPage'),
});

const storyline = createRoute({
  getParentRoute: () => root,
  path: '/storylines/$id',
  validateSearch: parseStorylineSearch,
  component: lazyRouteComponent(() => import('./features/storylines/editor-page.tsx'), 'StorylineEditorPage'),
});

const topics = createRoute({
  getParentRoute: () => root,
  path: '/topics',
  validateSearch: parseTopicsSearch,
  component: lazyRouteComponent(() => import('./features/topics/page.tsx'), 'TopicsPage'),
});

const sources = createRoute({
  getParentRoute: () => root,
  path: '/sources',
  validateSearch: (raw: Record<string, unknown>): { source?: number; trouble?: true; by?: 'folder' } => ({
    ...(Number.isSafeInteger(raw['source']) ? { source: Number(raw['source']) } : {}),
    ...(raw['trouble'] === true ? { trouble: true } : {}),
    ...(raw['by'] === 'folder' ? { by: 'folder' } : {}),
  }),
  component: lazyRouteComponent(() => import('./features/sources/page.tsx'), 'SourcesPage'),
});

const settingsHome = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  beforeLoad: () => {
    throw redirect({ to: '/settings/$part', params: { part: 'own' }, replace: true });
  },
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings/$part',
  validateSearch: (raw: Record<string, unknown>) => recordSearch(parseRecordSearch(raw)),
  component: lazyRouteComponent(() => import('./features/settings/page.tsx'), 'SettingsPage'),
});

/** Outside of the desk: for somebody who is not on it yet. */
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./features/people/accept-page.tsx'), 'AcceptPage'),
});

/** Where a sign-in link leads. */
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./features/people/sign-in-page.tsx'), 'SignInPage'),
});

const routeTree = root.addChildren([
  home,
  today,
  reviewHome,
  review,
  stories,
  story,
  storylines,
  storyline,
  topics,
  sources,
  settingsHome,
  settings,
  invitation,
  signIn,
]);

function Pending() {
  return <Loading label={useMessages().loading} />;
}

export const createDeskRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultErrorComponent: Crashed,
    defaultNotFoundComponent: NotFound,
    defaultPendingComponent: Pending,
    defaultPendingMs: 200,
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createDeskRouter>;
  }
}
