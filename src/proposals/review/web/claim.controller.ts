import { Controller, Param, Post, Res } from '@nestjs/common';
import { type Actor, msg } from '../../../kernel/index.js';
import { CurrentActor, type Reply } from '../../../web/index.js';
import { CheckOut } from '../check-out.service.js';
import { ReviewDoor } from './review-door.js';

/** 正由某人处理: checking the desk out, taking it over, giving it back. */
@Controller('review/:ref/claim')
export class ClaimController {
  constructor(
    private readonly door: ReviewDoor,
    private readonly checkOut: CheckOut,
  ) {}

  @Post()
  async take(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<Reply> {
    await this.door.open('check_out', ref, actor);
    await this.checkOut.take(ref, actor);
    return reply.done(`/review/${ref}`, msg('claims.done.taken'));
  }

  @Post('takeover')
  async takeOver(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<Reply> {
    await this.door.open('take_desk_over', ref, actor);
    await this.checkOut.takeOver(ref, actor);
    return reply.done(`/review/${ref}`, msg('claims.done.takenOver'));
  }

  @Post('release')
  async giveBack(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<Reply> {
    await this.door.open('check_out', ref, actor);
    await this.checkOut.giveBack(ref, actor);
    return reply.done(`/review/${ref}`, msg('claims.done.released'));
  }
}
