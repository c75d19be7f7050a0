import type { RejectReason, TopicDraft } from '@throughline/schema';
import { describe, expect, it } from 'vitest';
import { compareTopics } from './compare.ts';
import { estimateRecall, isSampled, wilson } from './estimate.ts';
import { runThrough } from './in-steps.ts';
import { proposeEdits, type RejectedItem } from './propose.ts';
import { separatingTerms } from './separating-terms.ts';

const draft: TopicDraft = {
  id: 'trade',
  name: 'Trade',
  concepts: [{ id: 'deal', weight: 4, terms: { en: ['trade deal', 'tariff~'] } }],
};

function judged(title: string, relevant: boolean | null, reason: RejectReason | null = null): RejectedItem {
  return { id: title, item: { title }, relevant, reason };
}

describe('compareTopics', () => {
  const wider: TopicDraft = {
    ...draft,
    concepts: [{ id: 'deal', weight: 4, terms: { en: ['tariff~', 'customs dut*'] } }],
  };
  const items = [
    judged('Tariffs rise', true),
    judged('Customs duties rise', true),
    judged('Lakers trade deal', false),
    judged('Trade deal signed', true),
    judged('Trade deal talks', null),
    judged('Rain tomorrow', false),
  ];

  it('says what is gained and lost, and how that agrees with verdicts', () => {
    expect(runThrough(compareTopics(draft, wider, items))).toEqual({
      ok: true,
      value: {
        items: 6,
        gained: ['Customs duties rise'],
        lost: ['Lakers trade deal', 'Trade deal signed', 'Trade deal talks'],
        gainedRight: 1,
        gainedWrong: 0,
        lostRight: 1,
        lostWrong: 1,
        before: { relevant: 4, precision: 2 / 3, recall: 2 / 3 },
        after: { relevant: 2, precision: 1, recall: 2 / 3 },
      },
    });
  });

  it('answers a bad topic with its problems', () => {
    expect(runThrough(compareTopics(draft, { ...draft, must: '(' }, items))).toMatchObject({
      ok: false,
      problems: [{ path: 'must' }],
    });
  });
});

describe('proposeEdits', () => {
  const good = ['Trade deal with Brussels signed', 'Tariffs on steel', 'Ministers sign trade deal'].map((t) =>
    judged(t, true),
  );

  it('answers a wrong sense with an exception that leaves the good ones alone', () => {
    const bad = ['Lakers trade deal for a centre', 'Lakers trade deal off'].map((t) =>
      judged(t, false, 'wrong_sense'),
    );
    const [best] = runThrough(proposeEdits(draft, [...good, ...bad]));
    expect(best?.change).toEqual({ kind: 'except', phrases: expect.arrayContaining(['lakers trade deal']) });
    expect(best?.effect).toMatchObject({ lostRight: 2, lostWrong: 0, after: { precision: 1, recall: 1 } });
  });

  it('gathers what a wrong sense stands in, in any script, into one proposal', () => {
    const customs: TopicDraft = {
      id: 'customs',
      name: 'Customs',
      concepts: [{ id: 'duty', weight: 4, terms: { '*': ['тарифы', 'tariffs'] } }],
    };
    const bad = ['Вчера подорожали гостиничные тарифы', 'Feed-in tariffs end', 'Taxi tariffs climb'].map(
      (t) => judged(t, false, 'wrong_sense'),
    );
    const fine = [judged('Новые тарифы на сталь', true), judged('Steel tariffs rise', true)];
    const [best] = runThrough(proposeEdits(customs, [...fine, ...bad]));
    expect(best?.change).toMatchObject({
      kind: 'except',
      phrases: expect.arrayContaining(['гостиничные тарифы', 'feed in tariffs', 'taxi tariffs']),
    });
    expect(best?.effect).toMatchObject({ lostRight: 3, lostWrong: 0 });
  });

  it('gathers only phrases that each keep an item out, the most telling first', () => {
    const bad = [
      'Celtics trade deal done',
      'Lakers trade deal for a centre',
      'Lakers trade deal off',
      // Two hits: it takes both phrases to keep it out.
      'Bulls trade deal follows Knicks trade deal',
      // Relevant by a hit that accepted items have as well: no phrase here keeps it out.
      'Tariffs on steel: Rangers trade deal',
    ].map((t) => judged(t, false, 'wrong_sense'));
    const [best] = runThrough(proposeEdits(draft, [...good, ...bad]));
    expect(best?.change).toEqual({
      kind: 'except',
      phrases: ['lakers trade deal', 'celtics trade deal', 'bulls trade deal', 'knicks trade deal'],
    });
    expect(best?.effect).toMatchObject({ lostRight: 4, lostWrong: 0 });
  });

  it('answers a wrong place with words that make hits doubtful', () => {
    const bad = ['Tariffs in Narnia', 'Narnia lowers tariffs', 'Tariffs: Narnia waits'].map((t) =>
      judged(t, false, 'wrong_place'),
    );
    const [best] = runThrough(proposeEdits(draft, [...good, ...bad]));
    expect(best).toMatchObject({ change: { kind: 'penalise', term: 'narnia' } });
    expect(best?.effect).toMatchObject({ lostRight: 3, lostWrong: 0 });
  });

  it('answers what was too minor with a higher threshold', () => {
    const minor = ['On art, tariffs and love', 'The year in tariffs'].map((summary) => ({
      ...judged(summary, false, 'too_minor'),
      item: { title: '', summary },
    }));
    const edits = runThrough(proposeEdits(draft, [...good, ...minor]));
    expect(edits[0]).toMatchObject({
      change: { kind: 'threshold', from: 0.5 },
      effect: { lostRight: 2, lostWrong: 0 },
    });
  });

  it('proposes terms of items that the rules miss', () => {
    const missed = ['Customs union quarrel', 'Quarrel over levies', 'Levies and a quarrel'].map((t) =>
      judged(t, true),
    );
    const off = ['Rain in Rome', 'Sun in Rome', 'A film in Rome', 'Snow'].map((t) => judged(t, false));
    const [best] = runThrough(proposeEdits(draft, [...good, ...missed, ...off]));
    expect(best).toMatchObject({ change: { kind: 'term', term: 'quarrel', concept: 'deal' } });
    expect(best?.effect.gainedRight).toBe(3);
  });

  it('measures an edited topic by itself, not beside the others', () => {
    const minor = { id: 'minor', weight: 0.1, terms: { en: ['quarrel~'] } };
    const topic = { ...draft, concepts: [...draft.concepts, minor] };
    const missed = ['Quarrel one', 'Quarrel two', 'Quarrel three'].map((t) => judged(t, true));
    const off = ['Rain in Rome', 'Sun in Rome', 'A film in Rome', 'Snow'].map((t) => judged(t, false));
    const bad = ['Trade deal for a striker', 'Trade deal for a keeper'].map((t) =>
      judged(t, false, 'wrong_sense'),
    );
    const [best] = runThrough(proposeEdits(topic, [...good, ...bad, ...missed, ...off]));
    expect(best).toMatchObject({ change: { kind: 'term', term: 'quarrel' }, effect: { gainedRight: 3 } });
  });

  it('leaves rules alone for duplicates, and proposes nothing that does not help', () => {
    const bad = [judged('Trade deal with Brussels signed again', false, 'duplicate')];
    expect(runThrough(proposeEdits(draft, [...good, ...bad]))).toEqual([]);
    expect(runThrough(proposeEdits({ ...draft, must: '(' }, good))).toEqual([]);
  });
});

describe('separatingTerms', () => {
  it('puts the surest term first and ignores what stands once', () => {
    const accepted = ['steel tariff', 'steel duty', 'steel quota', 'rare word'].map((title) => ({ title }));
    const rejected = ['player tariff', 'player swap', 'player duty'].map((title) => ({ title }));
    const terms = runThrough(separatingTerms(accepted, rejected));
    expect(
      terms
        .slice(0, 2)
        .map((t) => t.term)
        .sort(),
    ).toEqual(['player', 'steel']);
    expect(terms.find((t) => t.term === 'steel')).toMatchObject({ accepted: 3, rejected: 0 });
    expect(terms.some((t) => t.term === 'rare')).toBe(false);
  });
});

describe('estimates', () => {
  it('gives an honest interval for few tries', () => {
    expect(wilson(0, 0)).toEqual({ value: 0, low: 0, high: 1 });
    expect(wilson(0, 60).high).toBeCloseTo(0.043, 2);
    expect(wilson(9, 10).low).toBeLessThan(0.75);
  });

  it('estimates recall from a sample of what fell below', () => {
    const recall = estimateRecall({ found: 90, below: 1000, sampled: 100, missed: 1 });
    expect(recall.value).toBeCloseTo(0.9, 5);
    expect(recall.low).toBeLessThan(recall.value);
    expect(recall.high).toBeGreaterThan(recall.value);
  });

  it('samples the share that was asked for, the same items each time', () => {
    const ids = Array.from({ length: 20_000 }, (_, i) => `item-${i}`);
    const sampled = ids.filter((id) => isSampled(id, 'tariffs', 0.05));
    expect(sampled.length / ids.length).toBeCloseTo(0.05, 2);
    expect(ids.filter((id) => isSampled(id, 'tariffs', 0.05))).toEqual(sampled);
    expect(ids.some((id) => isSampled(id, 'tariffs', 0))).toBe(false);
  });
});
