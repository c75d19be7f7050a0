import { parseArgs } from 'node:util';
import { ClusterCommandInput, type ClusterCommandOutput } from '@throughline/schema';
import { Clusterer } from '@throughline/stories';
import type { Command } from '../command.ts';
import { answerHeldJsonl } from '../held-jsonl.ts';

/** Answers held at most while input is waiting: some 20 MB of them. */
const MOST_HELD = 100_000;

export const command: Command = {
  summary: 'group items into stories (JSON Lines in, JSON Lines out)',
  usage: `Usage: throughline cluster [--at-once] < items.jsonl

In:  {id, title, text, publishedAt, language?, publisher?, url?}, one a line, in order of arrival
Out: {id, story, duplicateOf, updateOf}, one a line, in the same order

A later report may show that two stories are one. While more input is already waiting, answers are held (at most
${MOST_HELD} of them) so that they tell what the later lines taught; they are written as soon as the input pauses or ends, so
a program that waits for each answer gets it. --at-once never holds an answer.`,

  async run(args) {
    const { values } = parseArgs({ args, options: { 'at-once': { type: 'boolean', default: false } } });
    const clusterer = new Clusterer();
    const { lines, refused } = await answerHeldJsonl({
      input: process.stdin,
      output: process.stdout,
      schema: ClusterCommandInput,
      take: (item) => {
        const placed = clusterer.add(item);
        return (): ClusterCommandOutput => ({
          id: item.id,
          story: clusterer.storyOf(item.id) ?? placed.story,
          duplicateOf: null,
          updateOf: null,
        });
      },
      settle: () => clusterer.maintain(),
      most: values['at-once'] ? 1 : MOST_HELD,
    });
    if (refused > 0) process.stderr.write(`throughline cluster: ${refused} of ${lines} lines were refused\n`);
    return 0;
  },
};
