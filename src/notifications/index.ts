export { Digests } from './digests.js';
export { Reminders } from './reminders/reminders.service.js';
export { NotificationsModule } from './notifications.module.js';
