import type { TaggableItem, TopicDraft } from '@throughline/schema';

/** A made-up topic whose rules are wrong in a way that verdicts can show: "trade" also stands in sports news. */
export const simulatedTopic: TopicDraft = {
  id: 'sim',
  name: 'Simulated trade',
  concepts: [
    { id: 'deal', weight: 3, terms: { en: ['trade deal', 'trade talks'] } },
    { id: 'tariff', weight: 3.4, terms: { en: ['tariff~'] } },
    { id: 'goods', weight: 1.4, terms: { en: ['exports', 'steel', 'imports'] } },
  ],
};

export interface SimulatedItem {
  story: number;
  item: TaggableItem;
  relevant: boolean;
}

const BUSINESS =
  'minister summit brussels ottawa exports steel imports economy growth farmers factory market'.split(' ');
const SPORT = 'coach league season striker club playoff roster goalkeeper stadium fans'.split(' ');
const NAMES =
  'Aldana Brevik Corso Dumont Eide Farrow Galea Hoxha Imani Jonsson Kade Lund Mora Nagy Oduya'.split(' ');
const OTHER =
  'council river museum harvest hospital school bridge festival storm election court garden'.split(' ');

export interface SimulateOptions {
  seed: number;
  stories: number;
  pattern: boolean;
  /** Share of stories that use the topic's words; the rest is about something else. */
  onTopic?: number;
}

/**
 * A stream of items in time order, each story in one place of the stream, so that what comes later is about stories
 * not seen before. With a `pattern`, sports stories use the topic's words and are not relevant; without one, verdicts
 * differ from the rules by chance alone. Deterministic for a seed.
 */
export function simulateStream(options: SimulateOptions): SimulatedItem[] {
  const random = randomOf(options.seed);
  const { onTopic = 0.55 } = options;
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? '';
  const some = (words: readonly string[], count: number) =>
    Array.from({ length: count }, () => pick(words)).join(' ');
  const stream: SimulatedItem[] = [];
  for (let story = 0; story < options.stories; story++) {
    const kind = random();
    const who = `${pick(NAMES)} ${pick(NAMES)} ${pick(NAMES)}`;
    const sport = options.pattern && kind < onTopic * 0.45;
    const trade = kind < onTopic;
    const passing = trade && random() < 0.3;
    const phrase = pick(['trade deal', 'trade talks', 'tariff', 'tariffs']);
    const scene = sport ? SPORT : passing ? OTHER : BUSINESS;
    const copies = 1 + Math.floor(random() * 2);
    for (let copy = 0; copy < copies; copy++) {
      const lead = `${who} ${some(trade ? scene : OTHER, 9)}`;
      const summary = passing ? `${lead} ${phrase} ${some(scene, 4)}` : lead;
      const title = trade && !passing ? `${phrase} ${who} ${some(scene, 2)}` : `${who} ${some(OTHER, 3)}`;
      const wanted = trade && !sport && !(passing && random() < 0.6);
      const slip = trade && random() < 0.05;
      stream.push({ story, item: { title, summary, language: 'en' }, relevant: slip ? !wanted : wanted });
    }
  }
  return stream;
}

/** mulberry32: small, fast, the same everywhere. */
function randomOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
