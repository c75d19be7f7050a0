#!/usr/bin/env node
import { type Command, isWrongUse } from './command.ts';
import { commands } from './commands.ts';

async function main(argv: string[]): Promise<number> {
  const [name, ...args] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(await overview());
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    process.stderr.write(`throughline: there is no command "${name}".\n\n${await overview()}`);
    return 2;
  }
  const command = await load();
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${command.summary}\n\n${command.usage}\n`);
    return 0;
  }
  return run(name, command, args);
}

async function run(name: string, command: Command, args: string[]): Promise<number> {
  try {
    return await command.run(args);
  } catch (error) {
    process.stderr.write(`throughline ${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    if (!isWrongUse(error)) return 1;
    process.stderr.write(`\n${command.usage}\n`);
    return 2;
  }
}

async function overview(): Promise<string> {
  const rows = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => `  ${name.padEnd(12)} ${(await load()).summary}`),
  );
  return `Usage: throughline COMMAND [options]\n\n${rows.join('\n')}\n\nthroughline COMMAND --help tells more.\n`;
}

// Whoever reads our output may stop reading (`| head`): that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv.slice(2));
