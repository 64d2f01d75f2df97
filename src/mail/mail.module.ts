import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Jobs } from '../jobs/index.js';
import { LetterWriter } from './letter.js';
import { MailChecks } from './mail-checks.js';
import { MailDelivery } from './mail-delivery.js';
import { MailQueue } from './mail-queue.js';
import { Mail } from './mail.entity.js';
import { Outbox } from './outbox.js';
import { OutboxController } from './web/outbox.controller.js';
import { OutboxPages } from './web/outbox-pages.js';

const EVERY_MINUTE = '* * * * *';
const WAKE_UPS = 100;

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Mail])],
  controllers: [OutboxController],
  providers: [LetterWriter, MailChecks, MailDelivery, MailQueue, Outbox, OutboxPages],
  exports: [MailChecks, MailDelivery, Outbox],
})
export class MailModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly delivery: MailDelivery,
  ) {}

  /** A new mail wakes the delivery up; every minute it looks for those to try again and those a dead process left behind. */
  onModuleInit(): void {
    const deliver = async () => void (await this.delivery.deliverDue());
    this.jobs.define(Outbox.QUEUE, deliver, { batch: WAKE_UPS });
    this.jobs.schedule('mail.sweep', EVERY_MINUTE, deliver);
  }
}
