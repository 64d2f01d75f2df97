export { JobsModule } from './jobs.module.js';
export { Jobs, type JobHandler, type JobOptions, type ScheduledTask } from './jobs.js';
export { Schedule, type LastRun } from './schedule.js';
