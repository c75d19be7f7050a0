import type { TopicDraft } from '@throughline/schema';
import { describe, expect, it } from 'vitest';
import { compileTopics } from './tagger.ts';
import { starterTopics } from './topics/index.ts';

function topic(change: Partial<TopicDraft> = {}): TopicDraft {
  return {
    id: 'test',
    name: 'Test',
    concepts: [{ id: 'core', weight: 4, terms: { en: ['tariff~', 'trade war'] } }],
    ...change,
  };
}

const spans = (draft: TopicDraft, item: { title: string; summary?: string; text?: string }) =>
  compileTopics([draft])
    .tag(item)
    .flatMap((tag) => tag.evidence.map((e) => e.text));

describe('compileTopics', () => {
  it('accepts the starter topics', () => {
    expect(compileTopics(starterTopics).problems).toEqual([]);
  });

  it('reports a bad topic and goes on with the others', () => {
    const bad = topic({ id: 'bad', concepts: [{ id: 'core', weight: 4, terms: { en: ['the', '"open'] } }] });
    const tagger = compileTopics([bad, topic()]);
    expect(tagger.topics.map((t) => t.id)).toEqual(['test']);
    expect(tagger.problems).toMatchObject([
      { topic: 'bad', path: 'concepts.0.terms.en.0', message: expect.stringContaining('so common') },
      { topic: 'bad', path: 'concepts.0.terms.en.1', message: expect.stringContaining('never closed') },
    ]);
    expect(tagger.tag({ title: 'Tariffs' })).toHaveLength(1);
  });

  it('scores a topic the same, whatever topics stand beside it', () => {
    const two = topic({
      concepts: [
        { id: 'heavy', weight: 4, terms: { en: ['levy'] } },
        { id: 'light', weight: 1, terms: { en: ['levy~'] } },
      ],
    });
    const before = topic({ id: 'before', concepts: [{ id: 'core', weight: 4, terms: { en: ['levy~'] } }] });
    const conceptsOf = (drafts: TopicDraft[]) =>
      compileTopics(drafts)
        .tag({ title: 'A new levy' })
        .filter((tag) => tag.topic === 'test')
        .map((tag) => [tag.score, tag.evidence.map((e) => e.rule)]);
    expect(conceptsOf([before, two])).toEqual(conceptsOf([two]));
  });

  it('refuses what can never match or would always match', () => {
    const first = (draft: TopicDraft) => compileTopics([draft]).problems[0]?.message;
    expect(first(topic({ concepts: [] }))).toContain('at least one concept');
    expect(first(topic({ concepts: [{ id: 'core', weight: 4, terms: {} }] }))).toContain(
      'nothing can ever match',
    );
    expect(first(topic({ concepts: [{ id: 'core', weight: -1, terms: { en: ['tax'] } }] }))).toContain(
      'nothing',
    );
    expect(first(topic({ concepts: [{ id: 'core', weight: 4, terms: { en: ['x'] } }] }))).toContain(
      'one letter',
    );
    expect(first(topic({ concepts: [{ id: 'core', weight: 4, terms: { en: ['ta*'] } }] }))).toContain(
      'too much',
    );
    expect(first(topic({ thresholds: { relevant: 0.3, queue: 0.6 } }))).toContain('queue');
  });

  it('names a cue that is not there', () => {
    const gates = [{ kind: 'require' as const, any: ['trad'], within: 5 }];
    const draft = topic({ concepts: [{ id: 'core', weight: 4, terms: { en: ['tariff'] }, gates }] });
    expect(compileTopics([draft]).problems).toMatchObject([
      {
        path: 'concepts.0.gates.0.any.0',
        message: 'there is no cue or concept "trad"',
        expected: 'core',
        code: 'unknown_name',
        named: 'trad',
      },
    ]);
  });

  it('says by codes and bounds which parts have no usable shape', () => {
    const shapeless = {
      id: 'Big Name',
      name: 'x'.repeat(81),
      concepts: [{ id: 'core', weight: 40, terms: { english: ['tax'], en: [''] } }],
      cues: [{ id: 'near', terms: 7 }],
      thresholds: { relevant: Number.NaN },
    } as unknown as TopicDraft;
    const said = compileTopics([shapeless]).problems.map(({ path, code, limit }) => [path, code, limit]);
    expect(said).toEqual([
      ['id', 'bad_name', undefined],
      ['name', 'too_long', 80],
      ['thresholds.relevant', 'no_number', undefined],
      ['concepts.0.weight', 'too_big', 10],
      ['concepts.0.terms.english', 'bad_language', undefined],
      ['concepts.0.terms.en.0', 'empty', undefined],
      ['cues.0.terms', 'bad_value', undefined],
    ]);
    const bare = compileTopics([topic({ concepts: [] })]).problems;
    expect(bare).toMatchObject([{ path: 'concepts', code: 'no_concept' }]);
  });

  it('gives equal rules equal versions, whatever they are called', () => {
    const version = (draft: TopicDraft) => compileTopics([draft]).topics[0]?.version;
    expect(version(topic())).toBe(version(topic({ name: 'Other' })));
    expect(version(topic())).not.toBe(version(topic({ thresholds: { relevant: 0.6 } })));
  });
});

describe('tag', () => {
  it('gives spans of the fields exactly as they came', () => {
    const item = {
      title: '🔥 ＴＡＲＩＦＦＳ rise',
      summary: 'A trade\u00a0war, “tariffs” …',
      text: 'Tar\u00adiffs',
    };
    const [tag] = compileTopics([topic()]).tag(item);
    const slices = tag?.evidence.map((e) => [e.field, item[e.field].slice(e.start, e.end), e.text]);
    expect(slices).toEqual([
      ['title', 'ＴＡＲＩＦＦＳ', 'ＴＡＲＩＦＦＳ'],
      ['summary', 'trade\u00a0war', 'trade\u00a0war'],
      ['summary', 'tariffs', 'tariffs'],
      ['text', 'Tar\u00adiffs', 'Tar\u00adiffs'],
    ]);
  });

  it('finds a word under the letters that Arabic writes onto it, and marks only the word', () => {
    const draft = topic({ concepts: [{ id: 'core', weight: 4, terms: { ar: ['مجلس الأمن', 'المناخ'] } }] });
    expect(spans(draft, { title: 'ولمجلس الأمن', summary: 'للمناخ وبالمُناخ' })).toEqual([
      'مجلس الأمن',
      'مناخ',
      'مُناخ',
    ]);
  });

  it('obeys inflection, prefix, case, field and phrase marks', () => {
    const find = (term: string, title: string, language = 'en') =>
      spans(topic({ concepts: [{ id: 'core', weight: 4, terms: { [language]: [term] } }] }), { title });
    expect(find('levy~', 'Levies, levied, levying, levy')).toHaveLength(4);
    expect(find('tariff', 'Tariffs')).toEqual([]);
    expect(find('decarboni*', 'Decarbonisation')).toEqual(['Decarbonisation']);
    expect(find('пошлина~', 'О пошлинах и пошлиной', 'ru')).toHaveLength(2);
    expect(find('!IS', 'This is IS, says Is')).toEqual(['IS']);
    expect(find('!IS', 'THE TALIBAN IS GONE')).toEqual([]);
    expect(find('title:"trade war"', 'A trade-war')).toEqual(['trade-war']);
    expect(find('summary:trade', 'A trade-war')).toEqual([]);
    expect(find('trade war', 'No trade. War')).toEqual([]);
    expect(find('anti-dumping', 'Antidumping and anti-dumping')).toHaveLength(2);
    expect(find('气候变化', '应对气候变化')).toEqual(['气候变化']);
  });

  it('counts the longer of two overlapping hits, and none inside an exception', () => {
    const draft = topic({
      concepts: [
        { id: 'core', weight: 4, terms: { en: ['ISIS-K'] } },
        { id: 'parent', weight: 2, terms: { en: ['ISIS'] } },
      ],
      except: { en: ['temple of isis'] },
    });
    expect(spans(draft, { title: 'ISIS-K and the Temple of Isis' })).toEqual(['ISIS-K']);
  });

  it('applies gates to each hit', () => {
    const draft = topic({
      concepts: [
        {
          id: 'core',
          weight: 4,
          terms: { en: ['tariff~'] },
          gates: [
            { kind: 'require', any: ['trade'], within: 'sentence' },
            { kind: 'penalise', any: ['utility'], within: 4, by: 0.5 },
          ],
        },
      ],
      cues: [
        { id: 'trade', terms: { en: ['import~'] } },
        { id: 'utility', terms: { en: ['electricity'] } },
      ],
    });
    const score = (title: string) => compileTopics([draft]).tag({ title })[0]?.score ?? 0;
    expect(score('The tariff was raised. Imports fell.')).toBe(0);
    expect(score('Tariff on imports')).toBeGreaterThan(score('Tariff on imports of electricity'));
    expect(score('Tariff on imports of electricity')).toBeGreaterThan(0);
    const far = score('Tariff on imports of the new kind of electricity');
    expect(far).toBeGreaterThan(score('Tariff on imports of electricity'));
  });

  it('obeys conditions on the whole item', () => {
    const draft = topic({ must: 'any(core) NEAR/4 import~', mustNot: 'title:(opinion OR "live blog")' });
    const score = (title: string) => compileTopics([draft]).tag({ title })[0]?.score ?? 0;
    expect(score('Tariff on an import')).toBeGreaterThan(0);
    expect(score('Tariff')).toBe(0);
    expect(score('Opinion: tariff on an import')).toBe(0);
  });

  it('scores the title above the summary, the summary above the text, and two concepts above one', () => {
    const draft = topic({
      concepts: [
        { id: 'core', weight: 4, terms: { en: ['tariff'] } },
        { id: 'law', weight: 2, terms: { en: ['wto'] } },
      ],
    });
    const score = (item: { title: string; summary?: string; text?: string }) =>
      compileTopics([draft]).tag(item)[0]?.score ?? 0;
    const scores = [
      score({ title: 'Tariff at the WTO' }),
      score({ title: 'Tariff' }),
      score({ title: '', summary: 'Tariff' }),
      score({ title: '', text: 'Tariff' }),
      score({ title: '', text: `${'word '.repeat(900)}tariff` }),
    ];
    expect([...scores].sort((a, b) => b - a)).toEqual(scores);
    expect(scores.at(-1)).toBeGreaterThan(0);
  });

  it('stays bounded on hostile text', () => {
    const tagger = compileTopics(starterTopics);
    const before = process.cpuUsage();
    const mixed = `${'tariff '.repeat(70_000)}. ${'electricity '.repeat(40_000)}`;
    for (const piece of [
      'tariff ',
      'climate of fear ',
      'Security Council ',
      '\ud800',
      'U.N.',
      '(((',
      'ﷺ',
      'وال',
    ]) {
      tagger.tag({ title: piece.repeat(50), text: piece.repeat(500_000 / piece.length) });
    }
    const [tag] = tagger.tag({ title: '', text: mixed });
    expect(tag?.evidence.length).toBeLessThanOrEqual(500);
    // Processor time, so that a busy machine does not count; a hang would take minutes.
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(12_000);
  });

  it('takes 10,000 terms, and refuses what is more than a topic', () => {
    const terms = (count: number) => Array.from({ length: count }, (_, i) => `name${i} of place${i}`);
    const large = (count: number) =>
      topic({ concepts: [{ id: 'core', weight: 4, terms: { en: terms(count) } }] });
    expect(spans(large(10_000), { title: 'To name9999 of place9999' })).toEqual(['name9999 of place9999']);
    expect(compileTopics([large(20_001)]).problems).toMatchObject([{ message: '20001 terms are too many' }]);
  });

  it('refuses terms that are no words, and reads mixed scripts', () => {
    const problem = (term: string) =>
      compileTopics([topic({ concepts: [{ id: 'core', weight: 4, terms: { en: [term] } }] })]).problems[0]
        ?.message;
    expect(problem('\ud800')).toContain('no letter or digit');
    expect(problem('***')).toContain('cannot stand inside');
    expect(problem('"')).toContain('never closed');
    expect(
      spans(topic({ concepts: [{ id: 'core', weight: 4, terms: { '*': ['ТЭЦ-2 tariff بجلی'] } }] }), {
        title: 'тэц 2 TARIFF بجلي',
      }),
    ).toHaveLength(1);
  });
});
