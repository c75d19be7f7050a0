import { parseArgs } from 'node:util';
import { ClusterCommandInput, type ClusterCommandOutput } from '@throughline/schema';
import { Clusterer, reasonText } from '@throughline/stories';
import type { Command } from '../command.ts';
import { answerHeldJsonl } from '../held-jsonl.ts';

/** Answers held at most while input is waiting: some 20 MB of them. */
const MOST_HELD = 100_000;

export const command: Command = {
  summary: 'group items into stories (JSON Lines in, JSON Lines out)',
  usage: `Usage: throughline cluster [--reasons] [--at-once] < items.jsonl

In:  {id, title, text, publishedAt, language?, publisher?, url?}, one a line, in order of arrival
Out: {id, story, duplicateOf, updateOf}, one a line, in the same order

A later report may show that two stories are one. While more input is already waiting, answers are held (at most
${MOST_HELD} of them) so that they tell what the later lines taught; they are written as soon as the input pauses or ends, so
a program that waits for each answer gets it. --at-once never holds an answer. --reasons adds {relation, reasons}.`,

  async run(args) {
    const { values } = parseArgs({
      args,
      options: {
        'at-once': { type: 'boolean', default: false },
        reasons: { type: 'boolean', default: false },
      },
    });
    /** Where items were when their story left the window: their answers may still be held. */
    const closed = new Map<string, string>();
    const clusterer = new Clusterer({
      onEvent: (event) => {
        if (event.kind === 'closed') for (const item of event.items) closed.set(item, event.story);
      },
    });
    const { lines, refused } = await answerHeldJsonl({
      input: process.stdin,
      output: process.stdout,
      schema: ClusterCommandInput,
      take: (item) => {
        const placed = clusterer.add(item);
        return (): ClusterCommandOutput => ({
          id: item.id,
          story: clusterer.storyOf(item.id) ?? closed.get(item.id) ?? placed.story,
          duplicateOf: placed.duplicateOf,
          updateOf: placed.updateOf,
          ...(values.reasons ? { relation: placed.relation, reasons: placed.reasons.map(reasonText) } : {}),
        });
      },
      settle: () => (values['at-once'] ? clusterer.maintain() : clusterer.regroup()),
      released: () => closed.clear(),
      most: values['at-once'] ? 1 : MOST_HELD,
    });
    if (refused > 0) process.stderr.write(`throughline cluster: ${refused} of ${lines} lines were refused\n`);
    return 0;
  },
};
