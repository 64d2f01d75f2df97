import { DecisionController } from './decision.controller.js';
import { DecisionDesk } from './decision-desk.js';
import { DecisionSheetController } from './decision-sheet.controller.js';
import { DecisionSheetPages } from './decision-sheet.pages.js';
import { DeclineReasonsController } from './decline-reasons.controller.js';
import { MergerController } from './merger.controller.js';
import { MergerPages } from './merger.pages.js';
import { SelectionController } from './selection.controller.js';
import { SelectionPages } from './selection.pages.js';
import { SplitController } from './split.controller.js';
import { SplitPages } from './split.pages.js';

/** The doors by which decisions are prepared and taken; fixed addresses come before `:ref`. */
export const DECISION_CONTROLLERS = [
  DeclineReasonsController,
  DecisionSheetController,
  SelectionController,
  DecisionController,
  SplitController,
  MergerController,
];
export const DECISION_PAGES = [DecisionDesk, DecisionSheetPages, SelectionPages, SplitPages, MergerPages];
