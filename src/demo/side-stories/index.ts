import { carriedStory, collectiveStory, lateSuggestionStory, mergedStory, splitStory } from './beside-the-road.js';
import { facultyStory } from './faculty.js';

/** What the straight roads do not show, each told once. */
export const SIDE_STORIES = [
  carriedStory,
  lateSuggestionStory,
  collectiveStory,
  mergedStory,
  splitStory,
  facultyStory,
] as const;
