import { Module, type OnModuleInit } from '@nestjs/common';
import { Attachments } from '../files/index.js';
import { Leftovers } from '../identity/index.js';
import { Jobs } from '../jobs/index.js';
import { removeForgottenUploads } from '../web/index.js';

const EVERY_NIGHT = '30 3 * * *';

/** Every night: contents of files that no record has, leftovers of signing in, uploads that a killed process left behind. */
@Module({})
export class HousekeepingModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly attachments: Attachments,
    private readonly leftovers: Leftovers,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule('housekeeping', EVERY_NIGHT, async () => {
      await this.leftovers.remove();
      await this.attachments.removeOrphans();
      await removeForgottenUploads();
    });
  }
}
