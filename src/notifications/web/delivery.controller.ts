import { Controller, Get, Render } from '@nestjs/common';
import { type Actor, authorize } from '../../kernel/index.js';
import { CurrentActor } from '../../web/index.js';
import { DeliveryOverview } from '../delivery-overview.js';
import { presentDelivery } from './delivery.presenter.js';

@Controller('admin/delivery')
export class DeliveryController {
  constructor(private readonly overview: DeliveryOverview) {}

  @Get()
  @Render('notifications/delivery')
  async show(@CurrentActor() actor: Actor): Promise<object> {
    authorize(actor.is('site_administrator') ? 'administrator' : null, 'delivery');
    return presentDelivery(await this.overview.read());
  }
}
