import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

export const todayQuery = queryOptions({
  queryKey: ['today'],
  queryFn: ({ signal }) => api.desk.today.query(undefined, { signal }),
});
