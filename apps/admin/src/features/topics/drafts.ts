import { createStore, useStore } from '../../lib/store.ts';

/** Rules as somebody is changing them: kept while one looks at other topics and screens, until saved or dropped. */
export interface TopicEdit {
  text: string;
  /** The version that the edit was made on; 0 for a topic that is not there yet. */
  version: number;
}

/** The name under which a topic is edited that has none yet. */
export const NEW_TOPIC = '';

const edits = createStore<ReadonlyMap<string, TopicEdit>>(new Map());

export const useTopicEdits = (): ReadonlyMap<string, TopicEdit> => useStore(edits);

export function setTopicEdit(topic: string, edit: TopicEdit | null): void {
  edits.set((before) => {
    const after = new Map(before);
    if (edit === null) after.delete(topic);
    else after.set(topic, edit);
    return after;
  });
}
