import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { assessClaim } from '@throughline/storylines';

/**
 * How often the machine is right when it calls a claim contested: on pairs of sentences of one story that people read
 * and labelled `differ` (they give different figures for the very same thing) or `other` (for other things, other
 * times, or the same figure in other words). The labels are in bench/labels/contested-pairs.tsv and name sentences by a
 * hash of what they say; the texts belong to their publishers and are not here, so pairs whose sentences are not in DIR
 * are passed over. All were called contested by the first rule: batches 1 and 2 were taken by chance and looked at while
 * the rule was mended, batch 3 (sentences that share half of their words, as a claim and what is cited for it do) was
 * labelled after that, batch 4 (drawn as batch 3 was) before the rule that looks at parts, fates, places and times.
 *
 * Usage: pnpm bench:contested --data DIR (its .jsonl files: lines {title, text?, gold})
 */
const { values } = parseArgs({ options: { data: { type: 'string', multiple: true, default: [] } } });
if (values.data.length === 0) {
  process.stderr.write(
    'bench contested: --data DIR is needed: optional evaluation data with gold stories.\n',
  );
  process.exit(2);
}

const sentences = new Map(values.data.flatMap(linesUnder).flatMap(sentencesOf));
const pairs = readFileSync(new URL('../labels/contested-pairs.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [batch = '', label, ...ids] = line.split('\t');
    const [a, b] = ids.map((id) => sentences.get(id));
    return a === undefined || b === undefined
      ? []
      : [{ batch, differ: label === 'differ', found: contested(a, b) }];
  });
for (const batch of [...new Set(pairs.map((pair) => pair.batch))].sort()) {
  const those = pairs.filter((pair) => pair.batch === batch);
  const count = (wanted: (pair: (typeof pairs)[number]) => boolean) => those.filter(wanted).length;
  const found = count((pair) => pair.found);
  const right = count((pair) => pair.found && pair.differ);
  console.log(
    `batch ${batch}: ${those.length} pairs, ${count((pair) => pair.differ)} differ; called contested ${found}, rightly ${right} (precision ${(right / found).toFixed(2)})`,
  );
}

function linesUnder(directory: string): string[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(directory, name), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '');
}

function sentencesOf(line: string): [id: string, text: string][] {
  const { title, text } = JSON.parse(line) as { title: string; text?: string };
  return [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text ?? title)].map(
    ({ segment }) => {
      const sentence = segment.trim();
      return [createHash('sha256').update(sentence).digest('hex').slice(0, 12), sentence];
    },
  );
}

function contested(claim: string, cited: string): boolean {
  const evidence = { citation: 1, publisher: 'A', report: null, exact: cited, language: 'en', gone: false };
  return assessClaim({ text: claim, language: 'en' }, [evidence]).status === 'contested';
}
