import type { TopicDraft } from '@throughline/schema';
import { climate } from './climate.ts';
import { isisK } from './isis-k.ts';
import { tariffs } from './tariffs.ts';
import { unsc } from './unsc.ts';

/** The topics that the desk starts with. They are data like any other topic: people edit or remove them. */
export const starterTopics: readonly TopicDraft[] = [isisK, tariffs, unsc, climate];
