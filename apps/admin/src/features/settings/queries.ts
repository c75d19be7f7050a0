import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

export const aboutQuery = queryOptions({
  queryKey: ['about'],
  queryFn: ({ signal }) => api.desk.about.query(undefined, { signal }),
});
