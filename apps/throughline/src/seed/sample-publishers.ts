import { samplePublishers } from '@throughline/sample-wire';

const names = new Map(samplePublishers.map((publisher) => [publisher.key, publisher.name]));

/** The name that the sample wire's publisher is shown under. */
export function samplePublisherName(key: string): string {
  const name = names.get(key);
  if (name === undefined) throw new Error(`the sample wire has no publisher ${key}`);
  return name;
}
