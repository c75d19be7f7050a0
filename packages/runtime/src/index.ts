export { commaList, EnvironmentError, port, postgresUrl, publicUrl, readEnv, redisUrl } from './env.ts';
export { explainServer } from './explain.ts';
export { createPrinter, PrintError } from './print-page.ts';
export { type Logger, type RunningService, runService } from './service.ts';
export { userAgent } from './user-agent.ts';
