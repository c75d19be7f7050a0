import { cosine, rocchio, type TermVector } from './terms.ts';

/** What a tracked storyline should tell its editor. */
export interface TrackingAlert {
  kind: 'quiet' | 'drift' | 'wake';
  /** One sentence for people. */
  message: string;
}

export interface TrackingState {
  status: 'open' | 'dormant' | 'closed';
  /** When the last item of a publisher that is no copy of another came in; ISO 8601. */
  lastIndependentAt: string | null;
  /** Cited items in order of acceptance, as vectors of length 1. */
  accepted: readonly TermVector[];
  /** Suggestions that wait, by score. */
  waiting: readonly { score: number }[];
  /** Days without independent news after which a storyline is quiet. */
  quietDays: number;
}

const day = 86_400_000;

/** Alerts of one storyline at one moment; the caller remembers which were shown. */
export function trackingAlerts(state: TrackingState, now: Date): TrackingAlert[] {
  if (state.status === 'closed') return [];
  const strong = state.waiting.filter(({ score }) => score >= 0.5).length;
  if (state.status === 'dormant')
    return strong === 0
      ? []
      : [
          {
            kind: 'wake',
            message: `${strong} new ${strong === 1 ? 'item continues' : 'items continue'} this dormant storyline.`,
          },
        ];
  const days =
    state.lastIndependentAt === null
      ? 0
      : Math.floor((now.getTime() - Date.parse(state.lastIndependentAt)) / day);
  const quiet: TrackingAlert[] =
    days >= state.quietDays
      ? [{ kind: 'quiet', message: `Nothing new from an independent publisher for ${days} days.` }]
      : [];
  return [...quiet, ...drift(state.accepted)];
}

/** The last third of what was accepted hardly resembles the first third: the storyline may be two. */
function drift(accepted: readonly TermVector[]): TrackingAlert[] {
  const third = Math.floor(accepted.length / 3);
  if (third < 3) return [];
  const likeness = cosine(rocchio(accepted.slice(0, third), []), rocchio(accepted.slice(-third), []));
  if (likeness >= 0.12) return [];
  return [
    {
      kind: 'drift',
      message: 'What was added lately is about another subject; consider a storyline of its own.',
    },
  ];
}
