export { MailModule } from './mail.module.js';
export { AddressBook, type Addressee } from './address-book.js';
export { MailChecks, type MailCheck, type MailContents } from './mail-checks.js';
export { MailDelivery, type DeliveryReport } from './mail-delivery.js';
export { Mail, type LetterGroup, type LetterModel, type MailState } from './mail.entity.js';
export { Outbox, type NewMail } from './outbox.js';
export { isMailAddress } from './mail-address.js';
