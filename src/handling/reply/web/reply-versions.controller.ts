import { Controller, Get, Param, Render } from '@nestjs/common';
import type { Actor } from '../../../kernel/index.js';
import { CurrentActor } from '../../../web/index.js';
import { ReplyVersions } from '../reply-versions.service.js';
import { presentVersions } from './reply-versions.presenter.js';

/** 历次送审稿: how a reply came about, for the offices. */
@Controller('cases/:ref/versions')
export class ReplyVersionsController {
  constructor(private readonly versions: ReplyVersions) {}

  @Get(':replyId')
  @Render('replies/versions')
  async show(
    @Param('ref') ref: string,
    @Param('replyId') replyId: string,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    return presentVersions(await this.versions.chain(ref, replyId, actor));
  }
}
