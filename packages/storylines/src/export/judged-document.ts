import { type StoredStoryline, StorylineDocument } from '@throughline/schema';
import { assessStoryline } from '../evidence/assess-storyline.ts';

/** A stored storyline with its claims judged, and without what belongs to its editor only: what every export is of. */
export const judgedDocument = (stored: StoredStoryline): StorylineDocument =>
  StorylineDocument.parse(assessStoryline(stored));
