import { awardsStory } from './awards.js';
import { carriedStory, collectiveStory, lateSuggestionStory, mergedStory, splitStory } from './beside-the-road.js';
import { comingsAndGoingsStory } from './comings-and-goings.js';
import { decisionSheetStory } from './decision-sheet.js';
import { facultyStory } from './faculty.js';
import { lightSchoolStory } from './light-school.js';
import { onPaperStory } from './on-paper.js';
import { replyTemplatesStory } from './reply-templates.js';
import { confidentialStory, hiddenNameStory } from './secrets.js';
import { sentBackStory } from './sent-back.js';

/** What the straight roads do not show, each told once. */
export const SIDE_STORIES = [
  carriedStory,
  lateSuggestionStory,
  collectiveStory,
  mergedStory,
  splitStory,
  onPaperStory,
  confidentialStory,
  hiddenNameStory,
  decisionSheetStory,
  facultyStory,
  sentBackStory,
  lightSchoolStory,
  comingsAndGoingsStory,
  replyTemplatesStory,
  awardsStory,
] as const;
