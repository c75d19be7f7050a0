// Shipped, so that Urdu and Arabic read the same on every machine; fetched only where their letters stand.
import '@fontsource/noto-naskh-arabic/400.css';
import '@fontsource/noto-naskh-arabic/600.css';
import '@fontsource/noto-nastaliq-urdu/400.css';
import '@fontsource/noto-nastaliq-urdu/600.css';
import './styles/tokens.css';
import './styles/base.css';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { CommandLayer } from './app/command-layer.tsx';
import { RoleProvider } from './app/role-provider.tsx';
import { meQuery } from './app/session.ts';
import { LocaleProvider } from './i18n/messages.tsx';
import { failureOf } from './lib/api.ts';
import { createDeskRouter } from './routes.tsx';

/** A session that ends while one works is noticed by whichever call comes first. */
const noticeSignOut = (error: unknown) => {
  if (failureOf(error).kind === 'signed-out')
    void queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
};

const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (query.queryKey[0] !== meQuery.queryKey[0]) noticeSignOut(error);
    },
  }),
  mutationCache: new MutationCache({ onError: noticeSignOut }),
  defaultOptions: {
    queries: {
      staleTime: 20_000,
      refetchOnWindowFocus: false,
      // The desk's answer is final; only silence is worth asking again.
      retry: (count, error) => failureOf(error).kind === 'unreached' && count < 2,
      retryDelay: (attempt) => 400 * 2 ** attempt,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

const place = document.getElementById('desk');
if (place === null) throw new Error('index.html has no #desk');

createRoot(place).render(
  <StrictMode>
    <LocaleProvider>
      <QueryClientProvider client={queryClient}>
        <RoleProvider>
          <CommandLayer>
            <RouterProvider router={createDeskRouter(queryClient)} />
          </CommandLayer>
        </RoleProvider>
      </QueryClientProvider>
    </LocaleProvider>
  </StrictMode>,
);
