export { commaList, EnvironmentError, port, postgresUrl, readEnv, redisUrl } from './env.ts';
export { explainServer } from './explain.ts';
export { type Logger, type RunningService, runService } from './service.ts';
