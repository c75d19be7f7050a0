import { compileSearch } from '@throughline/relevance';
import type { SuggestionReason } from '@throughline/schema';
import {
  readStoryline,
  type Sql,
  type SuggestionToStore,
  type TrackingCandidate,
  type TrackingState,
  trackingBackground,
  trackingCandidates,
  trackingJudged,
} from '@throughline/store';
import {
  assessStoryline,
  type KeyedAlert,
  type StorylineProfile,
  storylineProfile,
  suggestionFor,
  type TermStatistics,
  termStatistics,
  trackingAlerts,
  vectorOf,
} from '@throughline/storylines';

/** Suggestions below are not worth showing. */
const SHOWN_FROM = 0.3;
/** Items weighed by one look. */
const BATCH = 2_000;
/** What the desk holds changes slowly: what is rare in it is counted anew after this. */
const BACKGROUND_MS = 10 * 60_000;
/** Items of the desk that are taken for what no storyline is about. */
const PRESUMED = 100;
/** Everything recent is weighed again after this, also when nothing changed. */
const WEIGHED_FOR_MS = 24 * 3_600_000;

interface Background {
  at: number;
  statistics: TermStatistics;
  others: string[];
}

export interface Tracker {
  /** What one look at a storyline finds. */
  look(sql: Sql, state: TrackingState, now: Date): Promise<Found>;
}

interface Found {
  position: number;
  whole: boolean;
  suggestions: SuggestionToStore[];
  alerts: KeyedAlert[];
}

/** Looks for what continues storylines. It keeps only what is rare on the desk, and can lose that at any time. */
export function createTracker(): Tracker {
  let held: Background | null = null;
  return {
    look: async (sql, state, now) => {
      if (held === null || now.getTime() - held.at > BACKGROUND_MS) held = await background(sql, now);
      return look(sql, { state, now, background: held });
    },
  };
}

async function background(sql: Sql, now: Date): Promise<Background> {
  const texts = await trackingBackground(sql);
  const step = Math.max(1, Math.floor(texts.length / PRESUMED));
  return {
    at: now.getTime(),
    statistics: termStatistics(texts),
    others: texts.filter((_text, place) => place % step === 0).slice(0, PRESUMED),
  };
}

interface Ground {
  state: TrackingState;
  now: Date;
  background: Background;
}

async function look(sql: Sql, ground: Ground): Promise<Found> {
  const { state, now } = ground;
  const judged = await trackingJudged(sql, state.id);
  const { statistics, others } = ground.background;
  const profile = storylineProfile(judged.accepted, judged.declined, statistics, others);
  const { position, whole, candidates } = await toWeigh(sql, ground, [...profile.stories.keys()]);
  const rule = ruleOf(state.rule);
  const found = candidates.flatMap((candidate) => {
    const suggestion = weigh(profile, { state, candidate, rule });
    return suggestion.score < SHOWN_FROM ? [] : [{ candidate, suggestion }];
  });
  const independent = [...judged.accepted, ...found.map(({ candidate }) => candidate)]
    .filter(({ copy }) => !copy)
    .map(({ firstSeenAt }) => firstSeenAt);
  // Where only what is new was weighed, what was found before waits still.
  const heard = whole ? state.createdAt : (state.waitingSince ?? state.createdAt);
  const alerts = trackingAlerts(
    {
      status: state.status,
      lastIndependentAt: independent.reduce((last, at) => (at > last ? at : last), heard),
      quietDays: state.quietDays,
      dormantDays: state.dormantDays,
      movedAt: state.movedAt,
      lookedAt: state.lookedAt,
      accepted: judged.accepted.map(({ citation, title, text, splitOff }) => ({
        citation,
        vector: vectorOf(title, text, statistics),
        splitOff,
      })),
      // What lay there before anybody looked is proposed, but is no news.
      fresh: found
        .filter(({ candidate }) => state.looks > 0 && candidate.id > state.position)
        .map(({ candidate: { id, title, story }, suggestion }) => ({
          id,
          title,
          story,
          score: suggestion.score,
          added: suggestion.novelty.added,
        })),
      revised: await revisedSources(sql, state.id),
    },
    now,
  );
  return {
    position,
    whole,
    suggestions: found.map(({ candidate, suggestion }) => ({ itemId: candidate.id, ...suggestion })),
    alerts: state.on ? alerts : alerts.filter(({ alert }) => alert.kind === 'correction'),
  };
}

/** All of the last days when the profile is another one, else what came since; nothing where nothing is tracked. */
async function toWeigh(
  sql: Sql,
  { state, now }: Ground,
  stories: readonly string[],
): Promise<{ position: number; whole: boolean; candidates: TrackingCandidate[] }> {
  if (!state.on) return { position: state.end, whole: true, candidates: [] };
  const old = state.weighedAt === null || now.getTime() - Date.parse(state.weighedAt) > WEIGHED_FOR_MS;
  const whole = old || state.profile !== state.profileNow;
  const candidates = await trackingCandidates(sql, {
    storylineId: state.id,
    from: whole ? 0 : state.position,
    to: state.end,
    all: state.rule !== null,
    stories,
    now,
    limit: BATCH,
    newestFirst: whole,
  });
  // A long way behind, the next look goes on where this one stopped.
  const more = !whole && candidates.length === BATCH;
  return { position: more ? (candidates.at(-1)?.id ?? state.end) : state.end, whole, candidates };
}

type Rule = (candidate: TrackingCandidate) => string[] | null;

/** The storyline's own rule; one that can no longer be read matches nothing. */
function ruleOf(source: string | null): Rule {
  const compiled = source === null ? null : compileSearch(source);
  if (compiled === null || !('match' in compiled)) return () => null;
  return ({ title, summary, text, language }) =>
    compiled.match({ title, summary, text, language })?.map((span) => span.text) ?? null;
}

interface Weighed {
  state: TrackingState;
  candidate: TrackingCandidate;
  rule: Rule;
}

/** What the storyline cites decides; its topics and its rule, where it goes by them, raise that. */
function weigh(profile: StorylineProfile, { state, candidate, rule }: Weighed) {
  const cites = profile.subject.size > 0;
  const { score, reasons, ...rest } = suggestionFor(profile, candidate);
  const topic = state.topics ? candidate.topics[0] : undefined;
  const words = rule(candidate);
  const more: SuggestionReason[] = [
    ...(words === null ? [] : [{ kind: 'rule' as const, words: [...new Set(words)].slice(0, 4) }]),
    ...(topic === undefined ? [] : [{ kind: 'topic' as const, name: topic.name }]),
  ];
  const own = cites ? score : 0;
  const raised = Math.max(
    own + (topic === undefined ? 0 : 0.2 * topic.score),
    topic === undefined || cites ? 0 : 0.3 + 0.3 * topic.score,
    words === null ? 0 : 0.5 + own / 2,
  );
  return { ...rest, score: Math.min(1, raised), reasons: [...more, ...reasons] };
}

/** Cited items that were revised since, with what became of the cited words. */
async function revisedSources(sql: Sql, storylineId: number) {
  const stored = await readStoryline(sql, storylineId);
  if (stored === null) return [];
  const { citations, watched } = assessStoryline(stored);
  const revised = new Set(
    stored.sources.filter(({ later }) => later !== null).map(({ citation }) => citation),
  );
  return citations.flatMap(({ id, item }) => {
    const watch = watched.find(({ citation }) => citation === id);
    if (watch === undefined) return [];
    const touched = revised.has(id) || watch.state === 'changed' || watch.state === 'gone';
    return touched ? [{ watched: watch, title: item.title, publisher: item.publisher }] : [];
  });
}
