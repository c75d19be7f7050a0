import { describe, expect, it } from 'vitest';
import { assessClaim, type ClaimEvidence, independentPublishers } from './claim-status.ts';

let next = 1;
const evidence = (publisher: string, exact: string, more: Partial<ClaimEvidence> = {}): ClaimEvidence => ({
  citation: next++,
  publisher,
  report: null,
  exact,
  language: 'en',
  gone: false,
  ...more,
});

const claim = { text: 'The tariff on Pakistani goods is 29%', language: 'en' };

describe('assessClaim', () => {
  it('counts publishers, and copies of one report once', () => {
    expect(assessClaim(claim, []).status).toBe('unsupported');
    expect(
      assessClaim(claim, [evidence('A', 'a 29% tariff'), evidence('A', 'duties of 29 percent')]).status,
    ).toBe('single');
    const wire = { report: 'wire-1' };
    expect(
      assessClaim(claim, [evidence('A', 'a 29% tariff', wire), evidence('B', 'a 29% tariff', wire)]).status,
    ).toBe('single');
    expect(assessClaim(claim, [evidence('A', 'a 29% tariff'), evidence('B', '29 per cent')])).toMatchObject({
      status: 'corroborated',
      independent: 2,
      counted: 2,
    });
  });

  it('is contested when a source gives another figure for the same thing, and names it', () => {
    const other = evidence('B', 'a rate of 19%');
    expect(assessClaim(claim, [evidence('A', 'a 29% tariff'), other])).toMatchObject({
      status: 'contested',
      against: [other.citation],
      counted: 1,
    });
  });

  it('does not take figures of other things for a contradiction', () => {
    const other = evidence(
      'B',
      'in force for two years, covering $5 billion, with 29% on textiles and 10% on rice',
    );
    expect(assessClaim(claim, [other]).status).toBe('single');
  });

  it('does not take ages, a figure of its own, or a figure of quite other words for a contradiction', () => {
    const status = (text: string, exact: string) =>
      assessClaim({ text, language: 'en' }, [evidence('B', exact)]).status;
    const held =
      'Police held two sisters, aged 19 years, after the 5-year trial of Karim, 41, ended in Quetta';
    expect(status(held, 'A 43-year-old driver and Aslam, 38, told the court in Quetta of the trial')).toBe(
      'single',
    );
    const given = 'The court in Quetta gave Karim five years in the trial';
    expect(status(given, 'The court in Quetta gave a trial to the 43-year-old Karim')).toBe('single');
    const repair = 'The repair of the bridge costs $1.2 million, and that of the road $2.6 million';
    expect(status(repair, 'The repair of the bridge costs $1.2 million')).toBe('single');
    const depth = 'The quake struck the island of Qeshm at a depth of 12 miles on Sunday morning';
    expect(status(depth, 'Trains to the northern provinces stopped 40 miles outside the capital city')).toBe(
      'single',
    );
    expect(
      status(depth, 'The quake struck near Qeshm and its depth was 3 miles, officials told reporters'),
    ).toBe('contested');
    expect(status('Three people were injured by the quake', 'The quake injured five people')).toBe(
      'contested',
    );
  });

  it.each([
    ['another fate', 'The quake in Qeshm killed ten people', 'The quake in Qeshm injured 50 people'],
    [
      'a part',
      'Police arrested 46 people in the riots in Athens',
      'Three of the people arrested in the riots in Athens',
    ],
    [
      'another place',
      'The quake struck 75 km (50 miles) west of the city of Manokwari, officials said',
      'The quake struck about 23 km north of Jayapura, officials said',
    ],
    [
      'a depth',
      'The quake was centred 34 miles west of Bireun',
      'The quake was centred at a depth of six miles west of Bireun',
    ],
    [
      'another size',
      'A 17-inch MacBook Pro was shown by Apple',
      'The MacBook Pro by Apple as a 15-inch model was shown',
    ],
    [
      'another year',
      'In 2024 the tariff on steel brought in 40%',
      'The tariff on steel brought in 25% in 2019',
    ],
    ['another quarter', 'Profit of the retailer rose 7% in Q4', 'Profit of the retailer rose 6% in 3Q'],
    [
      'another order',
      'Ross was paid $3 million for The Hunger Games',
      'The Hunger Games has grossed $363 million for Ross',
    ],
    [
      'another whole',
      'In the poll 40% of voters were against the tariff',
      'In the poll 12% of farmers were against the tariff',
    ],
  ])('does not take a figure of %s for a contradiction', (_, text, exact) => {
    expect(assessClaim({ text, language: 'en' }, [evidence('B', exact)]).status).toBe('single');
  });

  it.each([
    ['The quake in Qeshm killed ten people', 'The quake in Qeshm killed three people and injured ten'],
    ['The quake struck 35 miles west of Bandar Abbas', 'The quake struck 20 miles southwest of Bandar Abbas'],
    ['Profit of the retailer rose 7% in 4Q', 'Profit of the retailer rose 6% in Q4'],
    ['More than 200 people were hurt in Aceh by the quake', 'Twelve people were hurt in Aceh by the quake'],
    [
      'In the poll 40% of voters were against the tariff',
      'In the poll 29% of the voters were against the tariff',
    ],
  ])('is contested where all of that is the same: %s', (text, exact) => {
    expect(assessClaim({ text, language: 'en' }, [evidence('B', exact)]).status).toBe('contested');
  });

  it('lets rounded and exact figures, and other languages, agree', () => {
    const displaced = { text: '3 million Afghans were expelled', language: 'en' };
    const pieces = [evidence('A', '2,960,000 Afghans'), evidence('B', 'تیس لاکھ افغان', { language: 'ur' })];
    expect(assessClaim(displaced, pieces).status).toBe('corroborated');
    expect(assessClaim(displaced, [evidence('A', '1.7 million Afghans')]).status).toBe('contested');
  });

  it('is stale when cited words are gone, before anything else', () => {
    expect(
      assessClaim(claim, [evidence('A', 'a 29% tariff', { gone: true }), evidence('B', '19%')]).status,
    ).toBe('stale');
  });

  it('is contested by what was named against it', () => {
    expect(
      assessClaim({ text: 'He was freed' }, [evidence('A', 'he was freed')], [evidence('B', 'he is in jail')])
        .status,
    ).toBe('contested');
  });
});

it('joins publishers over shared reports and reports over shared publishers', () => {
  const pieces = [
    { publisher: 'A', report: 'r1' },
    { publisher: 'B', report: 'r2' },
    { publisher: 'C', report: null },
    { publisher: 'B', report: 'r1' },
  ];
  expect(independentPublishers(pieces)).toBe(2);
});
