export { Reminders } from './reminders/reminders.service.js';
export { NotificationsModule } from './notifications.module.js';
