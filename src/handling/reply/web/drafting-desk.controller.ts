import { Controller, Param, Post, Res } from '@nestjs/common';
import { type Actor, msg } from '../../../kernel/index.js';
import { CurrentActor, type Reply as Answer } from '../../../web/index.js';
import { paperWritten } from '../../amendment/amendment-steps.js';
import { DraftingDesk } from '../drafting-desk.service.js';
import { dutyNamed, dutyQuery } from '../../duty/web/duty-address.js';

/** 正由某人处理: taking the draft of a reply (or of what amends it) over, giving it back. Opening its page takes it. */
@Controller('cases/:ref/desk/:duty')
export class DraftingDeskController {
  constructor(private readonly drafting: DraftingDesk) {}

  @Post('takeover')
  async takeOver(
    @Param('ref') ref: string,
    @Param('duty') duty: string,
    @CurrentActor() actor: Actor,
    @Res() answer: Answer,
  ): Promise<void> {
    const record = await this.drafting.takeOver(ref, dutyNamed(duty), actor);
    const query = dutyQuery(record.duty(duty));
    answer.done(`/cases/${ref}/${paperWritten(record.status)}${query}`, msg('claims.done.takenOver'));
  }

  @Post('release')
  async giveBack(
    @Param('ref') ref: string,
    @Param('duty') duty: string,
    @CurrentActor() actor: Actor,
    @Res() answer: Answer,
  ): Promise<void> {
    await this.drafting.giveBack(ref, dutyNamed(duty), actor);
    answer.done(`/cases/${ref}`, msg('claims.done.released'));
  }
}
