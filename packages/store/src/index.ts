export { type Database, openDatabase, type Sql } from './database.ts';
export { DirectoryInUseError } from './directory-lock.ts';
export { type EmbeddedDatabase, openEmbedded } from './embedded.ts';
export { migrateServer } from './migrate-server.ts';
