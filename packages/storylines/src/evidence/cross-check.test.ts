import { describe, expect, it } from 'vitest';
import { crossCheckFigures, type StoryReport } from './cross-check.ts';

const report = (id: string, text: string, more: Partial<StoryReport> = {}): StoryReport => ({
  id,
  text,
  language: 'en',
  publisher: id,
  report: null,
  publishedAt: `2025-04-0${id.length}T10:00:00.000Z`,
  ...more,
});

const found = (...reports: StoryReport[]) =>
  crossCheckFigures(reports).map(({ predicate, relation, earlier, later }) => [
    predicate,
    relation,
    earlier.figure.value,
    later.figure.value,
  ]);

describe('crossCheckFigures', () => {
  it('shows different figures for one thing', () => {
    expect(
      found(
        report('a', 'The United States put a tariff of 29% on goods from Pakistan.'),
        report('bb', 'Washington set a 19% tariff on imports from Pakistan.'),
      ),
    ).toEqual([['tariff', 'differ', 29, 19]]);
  });

  it('takes a later, larger toll for news and not for a contradiction', () => {
    expect(
      found(
        report('a', 'At least 20 people were killed near Quetta, police said.', {
          publishedAt: '2025-04-01T08:00:00Z',
        }),
        report('bb', 'Rescuers say 20 people were killed near Quetta.'),
      ),
    ).toEqual([]);
    expect(
      found(
        report('a', 'The quake killed 20 people near Quetta, police said.', {
          publishedAt: '2025-04-01T08:00:00Z',
        }),
        report('bb', 'The quake killed 90 people near Quetta, police said.', {
          publishedAt: '2025-04-02T08:00:00Z',
        }),
      ),
    ).toEqual([['killed', 'superseded', 20, 90]]);
  });

  it('keeps apart places, parts, predicates and things', () => {
    const base = report('a', 'The floods killed 80 people in Sindh.');
    expect(found(base, report('bb', 'The floods killed 12 people in Kabul.'))).toEqual([]);
    expect(found(base, report('bb', 'The floods killed 12 children in Sindh.'))).toEqual([]);
    const few = report('bb', 'The floods killed 12 foreign soldiers in Sindh.');
    expect(found(report('a', 'The floods killed 90 soldiers in Sindh.'), few)).toEqual([]);
    expect(found(base, report('bb', 'The floods injured 400 people in Sindh.'))).toEqual([]);
    expect(
      found(base, report('bb', 'The floods killed 80 people in Sindh and 12 people in Sindh on Sunday.')),
    ).toEqual([]);
  });

  it('counts copies of one report as one voice, so their misprints weigh less', () => {
    const a = report('a', 'A tariff of 29% on goods from Pakistan was set.', { report: 'w' });
    const b = report('bb', 'A tariff of 19% on goods from Pakistan was set.', { report: 'w' });
    expect(crossCheckFigures([a, b])).toEqual([]);
  });
});
