export type { QueueServer } from './connection.ts';
export { type NewJob, openQueues, type Queues } from './queues.ts';
export { checkRedis } from './redis.ts';
