import { describe, expect, it } from 'vitest';
import { trackingAlerts } from './alerts.ts';
import { knownTriples, noveltyOf } from './novelty.ts';
import { type AcceptedItem, storylineProfile, suggestionFor, type TrackedItem } from './suggest.ts';
import { termStatistics, vectorOf } from './terms.ts';

const item = (title: string, text = '', more: Partial<TrackedItem> = {}): TrackedItem => ({
  title,
  text,
  publishedAt: '2025-03-05T10:00:00.000Z',
  story: null,
  ...more,
});
const accepted = (
  citation: number,
  section: number,
  title: string,
  text: string,
  story: string | null = null,
): AcceptedItem => ({
  ...item(title, text, { story }),
  citation,
  section,
});

const cited = [
  accepted(
    1,
    10,
    'Pakistan hands suspect to the United States',
    'Officials said that Mohammad Sharifullah was flown out. The arrest followed months of tracking.',
    's1',
  ),
  accepted(
    2,
    10,
    'Rubio thanks Islamabad for arrest',
    'Secretary of State Marco Rubio called Ishaq Dar about the arrest of Sharifullah.',
    's1',
  ),
  accepted(
    3,
    20,
    'Textile mills fear tariff',
    'Exporters in Faisalabad said that the tariff of 29 percent would close mills and cost jobs.',
  ),
];
const background = [
  'Rain is expected in the north',
  'The cup final ended in a draw',
  'Bank keeps rates where they are',
  'Film wins three prizes',
  'New bridge opens to traffic',
  'Hospital strike enters second week',
];
const statistics = termStatistics([...background, ...cited.flatMap(({ title, text }) => [title, text])]);
const profile = storylineProfile(cited, [], statistics);

describe('suggestionFor', () => {
  it('puts what continues the storyline above what does not, and says why', () => {
    const next = suggestionFor(
      profile,
      item(
        'Court hears case against Sharifullah',
        'Prosecutors said Mohammad Sharifullah admitted scouting the route. Officials said that Mohammad Sharifullah was flown out.',
        { story: 's1' },
      ),
    );
    const other = suggestionFor(profile, item('The cup final ended in a draw', 'Fans left the ground late.'));
    expect(next.score).toBeGreaterThan(0.6);
    expect(other.score).toBeLessThan(0.2);
    expect(next.reasons.slice(0, 2)).toEqual([
      'Same story as citations 1 and 2.',
      expect.stringMatching(/^Names .*Sharifullah/),
    ]);
    expect(next.reasons.at(-1)).toBe('Adds 1 sentence.');
  });

  it('finds the section that it fits', () => {
    expect(suggestionFor(profile, item('Mills in Faisalabad stop after tariff')).section).toBe(20);
    expect(suggestionFor(profile, item('Arrest of Sharifullah praised by officials')).section).toBe(10);
    expect(suggestionFor(profile, item('Rain is expected in the north')).section).toBeNull();
  });

  it('learns from what is declined', () => {
    const candidate = item('Officials said that rain in Faisalabad closed mills');
    const before = suggestionFor(profile, candidate).score;
    const taught = storylineProfile(
      cited,
      [item('Rain closed mills'), item('Rain in Faisalabad')],
      statistics,
    );
    expect(suggestionFor(taught, candidate).score).toBeLessThan(before);
  });

  it('suggests nothing strongly for a storyline that cites nothing', () => {
    const empty = storylineProfile([], [], statistics);
    expect(suggestionFor(empty, item('Arrest of Sharifullah')).score).toBe(0);
  });
});

it('novelty counts the sentences that nobody told yet', () => {
  const known = knownTriples(['The suspect was flown out on Tuesday night, officials said.']);
  expect(
    noveltyOf('The suspect was flown out on Tuesday night. A judge will hear the case in Virginia.', known),
  ).toEqual({
    sentences: 2,
    added: 1,
    first: 'A judge will hear the case in Virginia.',
  });
});

describe('trackingAlerts', () => {
  const state = {
    status: 'open' as const,
    lastIndependentAt: '2025-03-01T00:00:00Z',
    accepted: [],
    waiting: [],
    quietDays: 7,
  };
  const now = new Date('2025-03-10T12:00:00Z');

  it('tells of silence, and lets a dormant storyline wake', () => {
    expect(trackingAlerts(state, now)).toMatchObject([
      { kind: 'quiet', message: 'Nothing new from an independent publisher for 9 days.' },
    ]);
    expect(trackingAlerts({ ...state, lastIndependentAt: '2025-03-09T00:00:00Z' }, now)).toEqual([]);
    expect(
      trackingAlerts({ ...state, status: 'dormant', waiting: [{ score: 0.8 }, { score: 0.2 }] }, now),
    ).toMatchObject([{ kind: 'wake' }]);
    expect(trackingAlerts({ ...state, status: 'closed', waiting: [{ score: 0.8 }] }, now)).toEqual([]);
  });

  it('notices when it drifts to another subject', () => {
    const vectors = [
      ...Array(4).fill('Arrest of the suspect in Kabul'),
      ...Array(4).fill('Handover and court'),
      ...Array(4).fill('Cotton price and mills'),
    ].map((title: string) => vectorOf(title, '', statistics));
    const fresh = { ...state, lastIndependentAt: '2025-03-10T00:00:00Z' };
    expect(trackingAlerts({ ...fresh, accepted: vectors }, now)).toMatchObject([{ kind: 'drift' }]);
    expect(
      trackingAlerts(
        { ...fresh, accepted: vectors.slice(0, 4).flatMap((vector) => [vector, vector, vector]) },
        now,
      ),
    ).toEqual([]);
  });
});
