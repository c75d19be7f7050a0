import type { StorylineAlert, WatchedCitation } from '@throughline/schema';
import { cosine, rocchio, type TermVector } from './terms.ts';

/** A waiting suggestion, as alerts read it. */
export interface WaitingItem {
  id: number;
  title: string;
  story: string | null;
  score: number;
  /** Sentences that the storyline does not have. */
  added: number;
}

export interface TrackingSituation {
  status: 'open' | 'dormant' | 'closed';
  /** When the last item of a publisher that is no copy of another came in; ISO 8601. */
  lastIndependentAt: string;
  /** Days without independent news after which a storyline is quiet. */
  quietDays: number;
  /** Days without any movement after which it falls dormant; null: never. */
  dormantDays: number | null;
  /** When a development came, a suggestion was accepted or something was edited last; ISO 8601. */
  movedAt: string;
  /** When it was looked at before; null: never. */
  lookedAt: string | null;
  /** Cited items in order of acceptance, as vectors of length 1; `splitOff`: a storyline of its own carries it on. */
  accepted: readonly { citation: number; vector: TermVector; splitOff?: boolean }[];
  /** Suggestions that are new since the last look. */
  fresh: readonly WaitingItem[];
  /** Cited items whose publisher revised them since. */
  revised: readonly { watched: WatchedCitation; title: string; publisher: string }[];
}

/** An alert with a name for its occasion, so that it is told once. */
export interface KeyedAlert {
  key: string;
  alert: StorylineAlert;
}

/** From here on a suggestion is news by itself. */
const STRONG = 0.5;
const DAY_MS = 86_400_000;
const UNLIKE = 0.12;

/** What a tracked storyline should tell its editor at one moment. */
export function trackingAlerts(situation: TrackingSituation, now: Date): KeyedAlert[] {
  if (situation.status === 'closed') return [];
  const developments = newDevelopments(situation.fresh);
  const corrections = situation.revised.flatMap(correction);
  if (situation.status === 'dormant') {
    const [first] = developments;
    const woken = first === undefined ? [] : [woke(first, now)];
    return [...woken, ...developments, ...corrections];
  }
  const dormant = developments.length > 0 ? [] : fallAsleep(situation, now);
  if (dormant.length > 0) return [...corrections, ...dormant];
  return [...developments, ...corrections, ...quiet(situation, now), ...drift(situation.accepted)];
}

/** A desk that was off heard nothing, so it first looks once: only silence that was listened to is silence. */
function fallAsleep({ dormantDays, movedAt, lookedAt }: TrackingSituation, now: Date): KeyedAlert[] {
  const listened = lookedAt !== null && now.getTime() - Date.parse(lookedAt) < DAY_MS;
  if (dormantDays === null || !listened || now.getTime() - Date.parse(movedAt) < dormantDays * DAY_MS)
    return [];
  return [{ key: `dormant-${movedAt}`, alert: { kind: 'dormant', since: movedAt } }];
}

/** Strong suggestions that add something, those of one story together. */
function newDevelopments(fresh: readonly WaitingItem[]): KeyedAlert[] {
  const groups = new Map<string, WaitingItem[]>();
  for (const item of fresh) {
    if (item.score < STRONG || item.added === 0) continue;
    const key = item.story ?? `item-${item.id}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups].map(([key, items]) => {
    const best = items.reduce((a, b) => (b.score > a.score ? b : a));
    const ids = items.map(({ id }) => id);
    return {
      key: `development-${key}-${Math.min(...ids)}`,
      alert: { kind: 'development', title: best.title, items: ids },
    };
  });
}

function woke({ alert }: KeyedAlert, now: Date): KeyedAlert {
  const title = alert.kind === 'development' ? alert.title : '';
  return { key: `wake-${now.toISOString()}`, alert: { kind: 'wake', title } };
}

function correction({ watched, title, publisher }: TrackingSituation['revised'][number]): KeyedAlert[] {
  const { citation, state, at } = watched;
  if (state === 'waiting' || state === 'unchecked') return [];
  return [
    {
      key: `correction-${citation}-${state === 'kept' ? at : state}`,
      alert: { kind: 'correction', citation, title, publisher, words: state },
    },
  ];
}

function quiet({ lastIndependentAt, quietDays }: TrackingSituation, now: Date): KeyedAlert[] {
  if (now.getTime() - Date.parse(lastIndependentAt) < quietDays * DAY_MS) return [];
  return [{ key: `quiet-${lastIndependentAt}`, alert: { kind: 'quiet', since: lastIndependentAt } }];
}

/** The last third of what was accepted hardly resembles the first third: the storyline may be two. */
function drift(all: TrackingSituation['accepted']): KeyedAlert[] {
  const accepted = all.filter(({ splitOff }) => splitOff !== true);
  const third = Math.floor(accepted.length / 3);
  if (third < 3) return [];
  const vectors = (list: TrackingSituation['accepted']) =>
    rocchio(
      list.map(({ vector }) => vector),
      [],
    );
  const last = accepted.slice(-third);
  if (cosine(vectors(accepted.slice(0, third)), vectors(last)) >= UNLIKE) return [];
  const citations = last.map(({ citation }) => citation);
  // Named by all, so that a second drift bears another name than the one that was split off.
  return [{ key: `drift-${Math.floor(all.length / 3)}`, alert: { kind: 'drift', citations } }];
}
