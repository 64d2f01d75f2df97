export { Digests } from './digests.js';
export { Reminders } from './reminders/reminders.service.js';
export { NotificationsModule } from './notifications.module.js';
export { REMINDER_KINDS } from './reminders/reminder.js';
export { SILENT } from './rules/silent.js';
export { type Telling } from './rules/telling.js';
export { WHO_IS_TOLD } from './rules/who-is-told.js';
export { STILL_TO_DO } from './still-to-do.js';
