import type { TopicDraft } from '@throughline/schema';
import { describe, expect, it } from 'vitest';
import { starterTopics } from '../topics/index.ts';
import { canonicalTopic } from './canonical.ts';
import { parseTopic, printTopic } from './topic-text.ts';

const TEXT = `# what this is for
topic tariffs "Tariffs \\"and\\" trade"
about "Import tariffs, # not a comment"
relevant 0.5
queue 0.2
concept tariff weight 4.2 facet "trade" {
  en: tariff~ | "customs dut*" | !IEEPA^0.5   # a comment
      title:"trade war"
  fr: "droits de douane" | es: arancel~
  require trade, goods within 12
  penalise utility within sentence by 0.9
}
cue trade { en: import~ | washington }
cue goods { goods }
cue utility { ur: بجلی | "فی یونٹ" }
except { en: "feed-in tariff~" }
must any(tariff) NEAR/5 (import~ OR fr:douane)
  AND NOT title:opinion
must not SENT(any(trade), "live blog") AND atleast/2(goods)
`;

const EXPECTED: TopicDraft = {
  id: 'tariffs',
  name: 'Tariffs "and" trade',
  description: 'Import tariffs, # not a comment',
  thresholds: { relevant: 0.5, queue: 0.2 },
  concepts: [
    {
      id: 'tariff',
      weight: 4.2,
      facet: 'trade',
      terms: {
        en: ['tariff~', 'customs dut*', '!IEEPA^0.5', 'title:trade war'],
        fr: ['droits de douane'],
        es: ['arancel~'],
      },
      gates: [
        { kind: 'require', any: ['trade', 'goods'], within: 12, by: 1 },
        { kind: 'penalise', any: ['utility'], within: 'sentence', by: 0.9 },
      ],
    },
  ],
  cues: [
    { id: 'trade', terms: { en: ['import~', 'washington'] } },
    { id: 'goods', terms: { '*': ['goods'] } },
    { id: 'utility', terms: { ur: ['بجلی', 'فی یونٹ'] } },
  ],
  except: { en: ['feed-in tariff~'] },
  must: 'any(tariff) NEAR/5 (import~ OR fr:douane) AND NOT title:opinion',
  mustNot: 'SENT(any(trade), "live blog") AND atleast/2(goods)',
};

describe('parseTopic', () => {
  it('reads the text form', () => {
    const read = parseTopic(TEXT);
    expect(read.ok ? read.value : read.problems).toMatchObject(EXPECTED);
  });

  it.each([
    ['topic x\n', 'short name and a title', 1, { code: 'bad_topic_line' }],
    [
      'topic x "X"\nconcept a {\n en: b\n}\n',
      'concept cannot be read',
      2,
      { code: 'bad_block', named: 'concept' },
    ],
    ['topic x "X"\nconcept a weight 4 {\n en: "open\n}\n', 'never closed', 3, { code: 'open_quote' }],
    ['topic x "X"\nconcept a weight 4 {\n en: good\n', 'block is never closed', 4, { code: 'open_block' }],
    [
      'topic x "X"\nconcept a weight 4 {\n en: good\n require near 5\n}\n',
      'gate cannot be read',
      4,
      { code: 'bad_gate' },
    ],
    [
      'topic x "X"\nconcept a weight 4 { en: good }\nmust (a1 OR\n',
      'not expected here',
      3,
      { code: 'short_rule' },
    ],
    ['topic x "X"\nblue 4\n', '"blue" is not expected', 2, { code: 'unexpected', named: 'blue' }],
    ['topic x "X"\nqueue much\n', 'no number', 2, { code: 'no_number', named: 'much' }],
    ['', 'there is no topic', 1, { code: 'no_topic_line' }],
  ])(
    'says what is wrong, where, and what was expected, in words and as a code: %j',
    (text, message, line, coded) => {
      const read = parseTopic(text);
      expect(read.ok).toBe(false);
      if (read.ok) return;
      expect(read.problems[0]).toMatchObject({
        path: `line ${line}`,
        message: expect.stringContaining(message),
        ...coded,
      });
      expect(read.problems[0]?.position).toBeLessThanOrEqual(text.length);
      expect(read.problems[0]?.expected).toBeDefined();
    },
  );

  it.each([
    ['concept a weight four {', 'four {'],
    ['concept a {', '{'],
    ['concept a weight 4 facet trade {', 'trade {'],
    ['cue Near {', 'Near {'],
  ])('points into the first line of a block: %s', (line, from) => {
    const text = `topic x "X"\n${line}\n  en: good\n}\n`;
    const read = parseTopic(text);
    expect(read.ok ? null : text.slice(read.problems[0]?.position).split('\n')[0]).toBe(from);
  });

  it('points at the term that is at fault', () => {
    const text = 'topic x "X"\nconcept a weight 4 {\n  en: good | ta*\n}\n';
    const read = parseTopic(text);
    expect(read.ok ? null : text.slice(read.problems[0]?.position)).toBe('ta*\n}\n');
  });
});

describe('printTopic', () => {
  it.each(starterTopics.map((topic) => [topic.id, topic] as const))('round-trips %s', (_id, topic) => {
    const canonical = canonicalTopic(topic);
    const text = printTopic(topic);
    if (!canonical.ok || !text.ok) throw new Error('the topic is at fault');
    expect(parseTopic(text.value)).toEqual({ ok: true, value: canonical.value });
  });

  it.each(['5" pipe # x', 'a "b {', 'a } "b', 'x # y', 'back\\', '\\" # {'])(
    'round-trips the name %s',
    (name) => {
      const concepts = [{ id: 'c', weight: 2, facet: name, terms: { en: ['tariff'] } }];
      const text = printTopic({ id: 'x', name, description: name, concepts });
      const read = text.ok ? parseTopic(text.value) : text;
      expect(read).toMatchObject({
        ok: true,
        value: { name, description: name, concepts: [{ facet: name }] },
      });
    },
  );

  it('prints what it has read in the same words', () => {
    const read = parseTopic(TEXT);
    const printed = read.ok ? printTopic(read.value) : read;
    const again = printed.ok ? parseTopic(printed.value) : printed;
    expect(again).toEqual(read);
  });

  it('refuses a topic that cannot be read back', () => {
    const bad: TopicDraft = {
      id: 'x',
      name: 'X',
      concepts: [{ id: 'a', weight: 1, terms: { en: ['a"b'] } }],
    };
    expect(printTopic(bad)).toMatchObject({ ok: false, problems: [{ path: 'concepts.0.terms.en.0' }] });
  });
});

it('names the first faults of a text that is all wrong, and does so at once', () => {
  const before = process.cpuUsage();
  const outcome = parseTopic('concept x\n'.repeat(20_000));
  expect(outcome.ok ? 0 : outcome.problems.length).toBe(100);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(3_000);
});
