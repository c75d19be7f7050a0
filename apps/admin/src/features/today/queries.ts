import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

export const todayQuery = queryOptions({
  queryKey: ['today'],
  queryFn: async ({ signal }) => {
    if (document.visibilityState === 'visible') await api.desk.lookAtToday.mutate(undefined, { signal });
    return api.desk.today.query(undefined, { signal });
  },
});
