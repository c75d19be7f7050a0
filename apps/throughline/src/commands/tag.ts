import { compileTopics, starterTopics } from '@throughline/relevance';
import { TagCommandInput } from '@throughline/schema';
import type { Command } from '../command.ts';
import { answerJsonl } from '../jsonl.ts';

export const command: Command = {
  summary: 'JSONL of items on stdin -> their tags with evidence on stdout',
  usage: `Usage: throughline tag < items.jsonl

In:  {"id", "title", "summary"?, "text"?, "language"?, "url"?, "publishedAt"?}
Out: {"id", "tags": [{"topic", "score", "relevant", "evidence": [{"field", "start", "end", "text", "rule", "weight"}]}]}
     a tag for every topic with a score above 0; start and end are UTF-16 offsets into that field.
A line that cannot be read is answered {"id", "error": {"code", "message"}} in its place.`,
  async run() {
    const tagger = compileTopics(starterTopics);
    for (const problem of tagger.problems) {
      process.stderr.write(`throughline tag: topic ${problem.topic}, ${problem.path}: ${problem.message}\n`);
    }
    const { refused } = await answerJsonl({
      input: process.stdin,
      output: process.stdout,
      schema: TagCommandInput,
      answer: ({ id, ...item }) => ({ id, tags: tagger.tag(item) }),
    });
    if (refused > 0) process.stderr.write(`throughline tag: ${refused} lines could not be read\n`);
    return 0;
  },
};
