import { readFile } from 'node:fs/promises';
import { parseFeed } from '@throughline/feeds';
import { ParseCommandInput } from '@throughline/schema';
import type { Command } from '../command.ts';
import { answerJsonl } from '../jsonl.ts';

/** Reads feed files named by JSON Lines on stdin and answers with their normal form. */
export const parse: Command = {
  summary: 'reads feed bodies into the normal form (JSONL in, JSONL out)',
  usage: `Usage: throughline parse < requests.jsonl > answers.jsonl

One line in:  {"id", "path", "url"?, "contentType"?}   path: the file with the feed's body
One line out: {"id", "ok": true, "format", "feed", "items", "warnings"}
           or {"id", "ok": false, "error": {"code", "message"}}`,
  async run() {
    const { lines, refused } = await answerJsonl({
      input: process.stdin,
      output: process.stdout,
      schema: ParseCommandInput,
      answer: answerRow,
      ahead: 64,
    });
    if (refused > 0)
      process.stderr.write(`throughline parse: ${refused} of ${lines} lines were no valid requests.\n`);
    return 0;
  },
};

async function answerRow({ id, path, url, contentType }: ParseCommandInput): Promise<unknown> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const message = `The file could not be read: ${error instanceof Error ? error.message : String(error)}.`;
    return { id, ok: false, error: { code: 'unreadable-file', message } };
  }
  return { id, ...(await parseFeed(bytes, { url, contentType })) };
}
