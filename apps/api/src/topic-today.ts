import type { Topic, TopicToday } from '@throughline/schema';

const DAYS = 30;
const DAY_MS = 86_400_000;
/** Fewer items than this in a day are no spike, however quiet the topic usually is. */
const SPIKE_AT_LEAST = 5;
/** Scales the median absolute deviation to the standard deviation of a normal distribution. */
const MAD_TO_SIGMA = 1.4826;
/** How many deviations above the usual level count as a spike. */
const SPIKE_SIGMAS = 3;

/** One topic's last 30 UTC days against its own usual level (median and median absolute deviation). */
export function topicToday(
  topic: Topic,
  counts: readonly { topic: string; day: string; items: number }[],
  arrivals: readonly { topic: string; items: number }[],
  now: Date,
): TopicToday {
  const byDay = new Map(counts.filter((row) => row.topic === topic.id).map((row) => [row.day, row.items]));
  const days = Array.from({ length: DAYS }, (_, index) => {
    const day = new Date(now.getTime() - (DAYS - 1 - index) * DAY_MS).toISOString().slice(0, 10);
    return { day, items: byDay.get(day) ?? 0 };
  });
  const before = days.slice(0, -1).map((day) => day.items);
  const usual = median(before);
  const deviation = MAD_TO_SIGMA * median(before.map((items) => Math.abs(items - usual)));
  const last = days.at(-1)?.items ?? 0;
  return {
    topic: topic.id,
    name: topic.name,
    colour: topic.colour,
    newItems: arrivals.find((row) => row.topic === topic.id)?.items ?? 0,
    days,
    usual,
    spike: last >= SPIKE_AT_LEAST && last > usual + SPIKE_SIGMAS * Math.max(deviation, 1),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
