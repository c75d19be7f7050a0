import type { Command } from './command.ts';

/** The table of commands; each is one file, loaded only when it is asked for. */
export const commands: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./commands/start.ts')).start,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
  'sign-in': async () => (await import('./commands/sign-in.ts')).signInCommand,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  import: async () => (await import('./commands/import.ts')).importCommand,
  sources: async () => (await import('./commands/sources.ts')).sources,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/restore.ts')).restore,
  parse: async () => (await import('./commands/parse.ts')).parse,
  stories: async () => (await import('./commands/stories.ts')).stories,
  cluster: async () => (await import('./commands/cluster.ts')).command,
  claims: async () => (await import('./commands/claims.ts')).command,
  tag: async () => (await import('./commands/tag.ts')).command,
};
