import { describe, expect, it } from 'vitest';
import { type TrackingSituation, trackingAlerts } from './alerts.ts';
import { knownTriples, noveltyOf } from './novelty.ts';
import { type AcceptedItem, storylineProfile, suggestionFor, type TrackedItem } from './suggest.ts';
import { termStatistics, vectorOf } from './terms.ts';

let made = 0;
const item = (title: string, text = '', more: Partial<TrackedItem> = {}): TrackedItem => ({
  id: ++made,
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
      { kind: 'story', citations: [1, 2] },
      { kind: 'names', names: expect.arrayContaining(['Mohammad Sharifullah']) },
    ]);
    expect(next.novelty.added).toBe(1);
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

  it('learns from choices one by one once there are enough of them', () => {
    const many = Array.from({ length: 10 }, (_, n) =>
      accepted(n + 1, 10, `Arrest of Sharifullah, report ${n}`, 'Officials in Kabul and Washington spoke.'),
    );
    const few = storylineProfile(many.slice(0, 9), [], statistics, background);
    const enough = storylineProfile(many, [], statistics, background);
    expect(few.preference).toBeNull();
    expect(enough.preference).not.toBeNull();
    const [fits, not] = ['Sharifullah in court', 'The cup final ended in a draw'].map((title) => item(title));
    if (fits === undefined || not === undefined) throw new Error('unreachable');
    const gap = (profile: typeof few) =>
      suggestionFor(profile, fits).score - suggestionFor(profile, not).score;
    expect(gap(enough)).toBeGreaterThan(0.2);
    // The same choices teach the same.
    expect(storylineProfile(many, [], statistics, background)).toEqual(enough);
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
  const now = new Date('2025-03-10T12:00:00Z');
  const situation = (over: Partial<TrackingSituation>): TrackingSituation => ({
    status: 'open',
    lastIndependentAt: '2025-03-09T00:00:00Z',
    accepted: [],
    fresh: [],
    revised: [],
    quietDays: 7,
    dormantDays: 30,
    movedAt: '2025-03-09T00:00:00Z',
    lookedAt: '2025-03-10T11:50:00Z',
    ...over,
  });
  const told = (over: Partial<TrackingSituation>) => trackingAlerts(situation(over), now);
  const waiting = (id: number, story: string | null, score = 0.8, added = 2) => ({
    id,
    title: `Item ${id}`,
    story,
    score,
    added,
  });

  it('tells of silence after the days that were asked for', () => {
    const since = '2025-03-01T00:00:00Z';
    expect(told({ lastIndependentAt: since })).toEqual([
      { key: `quiet-${since}`, alert: { kind: 'quiet', since } },
    ]);
    expect(told({ lastIndependentAt: since, quietDays: 10 })).toEqual([]);
    expect(told({})).toEqual([]);
    expect(told({ lastIndependentAt: since, status: 'closed' })).toEqual([]);
  });

  it('tells of one development a story, of what is strong and adds something', () => {
    const fresh = [
      waiting(1, 's1', 0.7),
      waiting(2, 's1', 0.9),
      waiting(3, null),
      waiting(4, null, 0.4),
      waiting(5, null, 0.9, 0),
    ];
    expect(told({ fresh }).map(({ alert }) => alert)).toEqual([
      { kind: 'development', title: 'Item 2', items: [1, 2] },
      { kind: 'development', title: 'Item 3', items: [3] },
    ]);
  });

  it('lets a dormant storyline wake, for strong news only', () => {
    expect(told({ status: 'dormant', fresh: [waiting(1, null)] }).map(({ alert }) => alert.kind)).toEqual([
      'wake',
      'development',
    ]);
    expect(told({ status: 'dormant', fresh: [waiting(1, null, 0.4)] })).toEqual([]);
  });

  it('lets what nobody moved fall dormant, unless that is off, news come, or nobody listened', () => {
    const movedAt = '2025-02-01T00:00:00Z';
    expect(told({ movedAt })).toEqual([
      { key: `dormant-${movedAt}`, alert: { kind: 'dormant', since: movedAt } },
    ]);
    expect(told({ movedAt, dormantDays: 60 })).toEqual([]);
    expect(told({ movedAt, dormantDays: null })).toEqual([]);
    expect(told({ movedAt, lookedAt: null })).toEqual([]);
    expect(told({ movedAt, lookedAt: '2025-03-08T00:00:00Z' })).toEqual([]);
    expect(told({ movedAt, fresh: [waiting(1, null)] })).toMatchObject([{ alert: { kind: 'development' } }]);
    expect(told({ movedAt, status: 'dormant' })).toEqual([]);
  });

  it('tells of corrections, and what became of the cited words', () => {
    const watched = { citation: 4, at: '2025-03-09T00:00:00Z', by: 'feed' as const, problem: null, diff: [] };
    const revised = (state: 'changed' | 'kept' | 'unchecked') => [
      { watched: { ...watched, state, nextCheckAt: null }, title: 'T', publisher: 'P' },
    ];
    expect(told({ revised: revised('changed') })).toMatchObject([
      { key: 'correction-4-changed', alert: { words: 'changed' } },
    ]);
    expect(told({ revised: revised('kept') })).toMatchObject([{ alert: { words: 'kept' } }]);
    expect(told({ revised: revised('unchecked') })).toEqual([]);
  });

  it('notices when it drifts to another subject', () => {
    const vectors = [
      ...Array(4).fill('Arrest of the suspect in Kabul'),
      ...Array(4).fill('Handover and court'),
      ...Array(4).fill('Cotton price and mills'),
    ].map((title: string, n) => ({ citation: n + 1, vector: vectorOf(title, '', statistics) }));
    expect(told({ accepted: vectors })).toMatchObject([
      { alert: { kind: 'drift', citations: [9, 10, 11, 12] } },
    ]);
    const split = vectors.map((one, n) => ({ ...one, splitOff: n >= 8 }));
    expect(told({ accepted: split })).toEqual([]);
    const steady = vectors.slice(0, 4).flatMap((one) => [one, one, one]);
    expect(told({ accepted: steady })).toEqual([]);
  });
});
