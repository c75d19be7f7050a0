import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

export const retentionQuery = queryOptions({
  queryKey: ['retention', 'state'],
  queryFn: ({ signal }) => api.retention.state.query(undefined, { signal }),
});
