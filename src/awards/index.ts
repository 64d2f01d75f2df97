export { AwardsModule } from './awards.module.js';
export { AwardDecisions, type Awarded } from './award-decisions.service.js';
export { AwardNotices } from './award-notices.service.js';
export { AwardSchedule } from './award-schedule.service.js';
export { awardWorkflow } from './award-workflow.js';
export { Nominations } from './nominations.service.js';
export { Scoring } from './scoring.service.js';
