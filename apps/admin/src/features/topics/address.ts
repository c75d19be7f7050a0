/** Parts of a topic that can be looked at; its rules to read are the first. */
export const TOPIC_PARTS = ['edit', 'quality', 'versions'] as const;

/** What stands after the question mark: which topic, and which part of it; `new` is a topic that is being written. */
export interface TopicsSearch {
  topic?: string;
  show?: (typeof TOPIC_PARTS)[number] | 'new';
}

export function parseTopicsSearch(raw: Record<string, unknown>): TopicsSearch {
  const show = raw['show'] === 'new' ? 'new' : TOPIC_PARTS.find((part) => part === raw['show']);
  return {
    ...(typeof raw['topic'] === 'string' ? { topic: raw['topic'] } : {}),
    ...(show === undefined ? {} : { show }),
  };
}
