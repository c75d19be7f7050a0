import { ClaimCommandInput } from '@throughline/schema';
import { findClaims } from '@throughline/storylines';
import type { Command } from '../command.ts';
import { answerJsonl } from '../jsonl.ts';

export const command: Command = {
  summary: 'JSONL of texts on stdin -> the figures, quotes and dates in them on stdout',
  usage: `Usage: throughline claims < texts.jsonl

In:  {"id", "text", "language"?}
Out: {"id", "claims": [{"kind": "quantity"|"quote"|"date", "start", "end", "text", "value", "high", "unit", "of",
     "comparator", "speaker", "date"}]}
     Absent values are null; start and end are UTF-16 offsets into the text. A currency's unit is its ISO code,
     percent is "%", a counted thing has unit null and "of" the thing; for a date, "of" is the sentence it dates.
A line that cannot be read is answered {"id", "error": {"code", "message"}} in its place.`,
  async run() {
    const { refused } = await answerJsonl({
      input: process.stdin,
      output: process.stdout,
      schema: ClaimCommandInput,
      answer: ({ id, text, language }) => ({ id, claims: findClaims(text, language) }),
    });
    if (refused > 0) process.stderr.write(`throughline claims: ${refused} lines could not be read\n`);
    return 0;
  },
};
