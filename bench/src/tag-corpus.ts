import { sampleItems } from '@throughline/sample-wire';
import type { TaggableItem, TopicDraft } from '@throughline/schema';

/** Letters of text beside the title. */
const TEXT_LENGTH = 2048;

/** News items of a title and 2 KB of text, made of what the sample wire publishes: real sentences in four languages. */
export function newsItems(): TaggableItem[] {
  const items: TaggableItem[] = [];
  let text = '';
  for (const { revisions } of sampleItems) {
    const [first] = revisions;
    if (first === undefined) continue;
    text += `${first.paragraphs.join('\n')}\n`;
    while (text.length >= TEXT_LENGTH) {
      // A fresh flat string, as it comes from a database.
      items.push({ title: first.title, text: Buffer.from(text.slice(0, TEXT_LENGTH)).toString() });
      text = text.slice(TEXT_LENGTH);
    }
  }
  return items;
}

const SYLLABLES =
  'ba ce di fo gu ha ke li mo nu pa re si to va we zi bra cle dri flo gru sta tre ona iri anta esk'.split(
    ' ',
  );

/** `count` topics of 40 terms each: names and phrases as people enter them, every tenth phrase led by a common word. */
export function manyTopics(count: number): TopicDraft[] {
  const random = randomFrom(20_250_407);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const name = () => Array.from({ length: 3 + Math.floor(random() * 3) }, () => pick(SYLLABLES)).join('');
  const common = ['minister', 'bank', 'north', 'report', 'company', 'attack', 'council', 'market'];
  const term = (i: number) => {
    if (i % 10 === 0) return `${pick(common)} ${name()}`;
    if (i % 3 === 0) return `${name()} ${name()}`;
    return i % 4 === 0 ? `${name()}~` : name();
  };
  return Array.from({ length: count }, (_, n) => ({
    id: `topic-${n}`,
    name: `Topic ${n}`,
    concepts: [
      { id: 'core', weight: 4, terms: { en: Array.from({ length: 25 }, (_, i) => term(i)) } },
      {
        id: 'support',
        weight: 2,
        terms: { en: Array.from({ length: 10 }, (_, i) => term(i)) },
        gates: [{ kind: 'require' as const, any: ['context'], within: 12 }],
      },
    ],
    cues: [{ id: 'context', terms: { en: Array.from({ length: 5 }, (_, i) => term(i)) } }],
  }));
}

/** All terms of topics as plain words, for matchers that know no marks. */
export function plainTerms(topics: readonly TopicDraft[]): string[] {
  const lists = topics.flatMap(({ concepts, cues = [], except = {} }) => [
    ...[...concepts, ...cues].flatMap((part) => Object.values(part.terms)),
    ...Object.values(except),
  ]);
  const plain = lists.flat().map((term) =>
    term
      .replace(/^(title|summary|text|lead|body):|\^[0-9.]+$|[!"~*]/g, '')
      .trim()
      .toLowerCase(),
  );
  return [...new Set(plain)].filter((term) => term !== '');
}

/** mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
