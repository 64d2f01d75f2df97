import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { HandlingModule } from '../handling/index.js';
import { msg } from '../kernel/index.js';
import { AddressBook } from '../mail/index.js';
import { AdminPages, Chrome } from '../web/index.js';
import { AccountLetters } from './account-letters.js';
import { Circles } from './circles.js';
import { Collections } from './collections.js';
import { DeliveryOverview } from './delivery-overview.js';
import { Digests } from './digests.js';
import { DueDays } from './due-days.js';
import { Inbox } from './inbox.js';
import { Messenger } from './messenger.js';
import { Notification } from './notification.entity.js';
import { Notifier } from './notifier.js';
import { Preferences } from './preferences.js';
import { Reminders } from './reminders/reminders.service.js';
import { StaffAddressBook } from './staff-address-book.js';
import { StillWanted } from './still-wanted.js';
import { Unsubscribing } from './unsubscribing.js';
import { DeliveryController } from './web/delivery.controller.js';
import { MessagesController } from './web/messages.controller.js';
import { PreferencesController } from './web/preferences.controller.js';
import { UnsubscribeController } from './web/unsubscribe.controller.js';

/** Global because it lends the address book to the mail room below it. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Notification]), HandlingModule],
  controllers: [UnsubscribeController, PreferencesController, MessagesController, DeliveryController],
  providers: [
    AccountLetters,
    Circles,
    Collections,
    DeliveryOverview,
    Digests,
    DueDays,
    Inbox,
    Messenger,
    Notifier,
    Preferences,
    Reminders,
    StillWanted,
    Unsubscribing,
    { provide: AddressBook, useClass: StaffAddressBook },
  ],
  exports: [AddressBook, Reminders],
})
export class NotificationsModule implements OnModuleInit {
  constructor(
    private readonly chrome: Chrome,
    private readonly inbox: Inbox,
    private readonly adminPages: AdminPages,
    private readonly delivery: DeliveryOverview,
  ) {}

  onModuleInit(): void {
    this.chrome.addReader(async (actor) => ({ unread: await this.inbox.unread(actor) }));
    const href = '/admin/delivery';
    const [text, hint] = [msg('notifications.delivery.title'), msg('notifications.delivery.hint')];
    this.adminPages.add({ href, text, hint, for: ['site_administrator'], order: 70 });
    this.adminPages.addWarnings(async () => {
      const names = await this.delivery.failedTasks();
      return names.map((name) => ({ text: msg('notifications.delivery.warning', { name }), href }));
    });
  }
}
