import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { type Actor, msg } from '../../kernel/index.js';
import { Choice, CurrentActor, readForm, type Reply } from '../../web/index.js';
import { KeptCongresses } from '../kept-congresses.js';
import { LightMode } from '../light-mode.js';

class ModeForm {
  @Choice({ label: 'light.mode.title', of: ['light', 'full'], required: true }) mode = '';
}

/** The light mode of a congress, on its page in the administration. */
@Controller('admin/congress')
export class LightModeController {
  constructor(
    private readonly kept: KeptCongresses,
    private readonly mode: LightMode,
  ) {}

  @Post(':id/mode')
  async choose(@Param('id') id: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const congress = await this.kept.congress(id, actor);
    const form = readForm(ModeForm, body);
    const address = `/admin/congress/${congress.id}`;
    if (!form.ok) return reply.done(address, msg('light.mode.unchosen'));
    await this.mode.choose(congress.id, form.value.mode === 'light', actor);
    return reply.done(address, msg(`light.mode.done.${form.value.mode}`));
  }
}
