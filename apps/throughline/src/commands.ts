import type { Command } from './command.ts';

/** The table of commands; each is one file, loaded only when it is asked for. */
export const commands: Record<string, () => Promise<Command>> = {
  cluster: async () => (await import('./commands/cluster.ts')).command,
  parse: async () => (await import('./commands/parse.ts')).parse,
  tag: async () => (await import('./commands/tag.ts')).command,
};
