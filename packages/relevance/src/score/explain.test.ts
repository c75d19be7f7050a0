import type { TopicDraft } from '@throughline/schema';
import { describe, expect, it } from 'vitest';
import { compileTopics } from '../tagger.ts';

const draft: TopicDraft = {
  id: 'tariffs',
  name: 'Tariffs',
  concepts: [
    {
      id: 'tariff',
      weight: 4,
      facet: 'duties',
      terms: { en: ['tariff~'] },
      gates: [
        { kind: 'require', any: ['trade'], within: 'sentence' },
        { kind: 'penalise', any: ['utility'], within: 5, by: 0.5 },
      ],
    },
    { id: 'law', weight: 2, terms: { en: ['section 301'] } },
  ],
  cues: [
    { id: 'trade', terms: { en: ['import~'] } },
    { id: 'utility', terms: { en: ['electricity'] } },
  ],
  mustNot: 'title:opinion',
};

const explain = (title: string, summary = '') => {
  const [explanation] = compileTopics([draft]).explain({ title, summary });
  if (explanation === undefined) throw new Error('no explanation');
  return explanation;
};

describe('explain', () => {
  it('adds up', () => {
    const why = explain('Tariff on imports under Section 301');
    const added = why.concepts.reduce((sum, concept) => sum + concept.added, 0);
    expect(why.base + added + why.together).toBeCloseTo(why.logOdds, 3);
    expect(1 / (1 + Math.exp(-why.logOdds))).toBeCloseTo(why.score, 3);
    expect(why).toMatchObject({ relevant: true, facets: ['duties'], refused: null, nearMisses: [] });
    const weights = why.evidence.reduce((sum, evidence) => sum + evidence.weight, 0);
    expect(weights).toBeCloseTo(added, 2);
  });

  it('says which gate fired and why', () => {
    const why = explain('Tariff on imports of electricity');
    expect(why.gates).toMatchObject([
      {
        text: 'Tariff',
        kind: 'penalise',
        cues: 'utility',
        left: 0.5,
        because: { text: 'electricity', start: 21 },
      },
    ]);
  });

  it('says what was missing', () => {
    const why = explain('Tariff rises');
    expect(why).toMatchObject({ score: 0, relevant: false, evidence: [] });
    expect(why.nearMisses).toMatchObject([{ text: 'Tariff', missing: 'needs trade in the same sentence' }]);
  });

  it('says how far below the threshold a score stayed', () => {
    const why = explain('Complaint under Section 301');
    expect(why.nearMisses[0]?.missing).toMatch(/^0\.\d+ is below 0\.5/);
  });

  it('says which condition refused the item, and where', () => {
    expect(explain('Opinion: a tariff on imports')).toMatchObject({
      score: 0,
      refused: { by: 'mustNot', at: [{ field: 'title', start: 0, end: 7, text: 'Opinion' }] },
    });
  });
});
