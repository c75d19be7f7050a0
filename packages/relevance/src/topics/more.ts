import { readFileSync } from 'node:fs';
import type { TopicDefinition } from '@throughline/schema';
import type { Outcome } from '../rules/problem.ts';
import { parseTopic } from '../rules/topic-text.ts';

const FILES = ['migration', 'critical-minerals', 'sanctions', 'elections'] as const;

/** A topic as a file that can be imported: its text form. `printTopic` writes the same form for export. */
export interface TopicFile {
  /** File name without its ending, also the topic's id. */
  name: string;
  text: string;
}

/** Topics that a desk can import beside the ones it starts with. Read from the package's data. */
export function importableTopics(): TopicFile[] {
  return FILES.map((name) => ({
    name,
    text: readFileSync(new URL(`../../data/topics/${name}.topic`, import.meta.url), 'utf8'),
  }));
}

/** Reads the file of a topic, as a person hands it in. */
export function readTopicFile(file: TopicFile): Outcome<TopicDefinition> {
  return parseTopic(file.text.replace(/^\ufeff/, ''));
}
