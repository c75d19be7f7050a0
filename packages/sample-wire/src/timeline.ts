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

/** Pure: the same clock gives the same wire time, so the same content. A clock before the start shows the start. */
export function wireTimeOf(items: readonly SampleItem[], replay: Replay): (now: Date) => Date {
  const moments = momentsAfter(items, replay.from);
  return (now) => {
    const elapsed = Math.max(0, now.getTime() - replay.startedAt.getTime());
    if (replay.mode === 'speed') return new Date(replay.from.getTime() + elapsed * replay.speed);
    const arrived = Math.min(moments.length, Math.floor(elapsed / replay.everyMs));
    return new Date(moments[arrived - 1] ?? replay.from);
  };
}
