import type { SampleItem } from './items.ts';

/**
 * How the wire's own time (spring 2025) follows the clock of the machine.
 * `trickle`: everything up to `from` is out at once, then one arrival or edit every `everyMs`.
 * `speed`: wire time runs from `from` at `speed` times the pace of the clock.
 */
export type Replay =
  | { readonly mode: 'trickle'; readonly startedAt: Date; readonly from: Date; readonly everyMs: number }
  | { readonly mode: 'speed'; readonly startedAt: Date; readonly from: Date; readonly speed: number };

/** Every moment after `from` at which something appears or changes, ascending, each once. */
function momentsAfter(items: readonly SampleItem[], from: Date): readonly number[] {
  const moments = new Set<number>();
  for (const item of items)
    for (const revision of item.revisions) {
      const at = Date.parse(revision.at);
      if (at > from.getTime()) moments.add(at);
    }
  return [...moments].sort((a, b) => a - b);
}

export type Timeline = {
  /** The wire's time at a time of the clock. A clock before the start shows the start. */
  readonly wireTime: (now: Date) => Date;
  /** The time of the clock at which a moment of the wire comes, or came. */
  readonly clockTime: (moment: Date) => Date;
};

/** Pure: the same clock gives the same wire time, so the same content. */
export function timelineOf(items: readonly SampleItem[], replay: Replay): Timeline {
  const moments = momentsAfter(items, replay.from);
  const started = replay.startedAt.getTime();
  const from = replay.from.getTime();

  const wireTime = (now: Date): Date => {
    const elapsed = Math.max(0, now.getTime() - started);
    if (replay.mode === 'speed') return new Date(from + elapsed * replay.speed);
    const arrived = Math.min(moments.length, Math.floor(elapsed / replay.everyMs));
    return new Date(moments[arrived - 1] ?? from);
  };

  const clockTime = (moment: Date): Date => {
    const distance = moment.getTime() - from;
    if (distance <= 0) return new Date(started + distance);
    if (replay.mode === 'speed') return new Date(started + distance / replay.speed);
    const place = moments.filter((at) => at <= moment.getTime()).length;
    return new Date(started + place * replay.everyMs);
  };

  return { wireTime, clockTime };
}
