import { fingerprintOf } from '../proposals/committee.js';
import { AfterRoad } from './after-road.js';
import { cast } from './cast.js';
import { Road } from './road.js';
import { seated } from './seats.js';
import type { TestApp } from './test-app.js';

const DECLINE = { outcome: 'decline', declineCode: 'already_solved', note: '三月已经装好。' };

/** What comes before the presidium, of which fang is the only member, walked through HTTP. */
export class PresidiumRoad {
  private readonly road: Road;

  constructor(private readonly app: TestApp) {
    this.road = new Road(app);
  }

  /** A tie, a second look, a ruling. */
  async inTurn(): Promise<void> {
    await seated(this.app, cast.fang, 'presidium');
    await seated(this.app, cast.luo, 'committee_member');
    await this.tie();
    await this.secondLook();
    await this.ruling();
  }

  /** The votes are even: the presidium files. */
  private async tie(): Promise<void> {
    const { app, road } = this;
    const serial = await road.underReview();
    const text = await fingerprintOf(app, serial);
    await road.post(cast.sun, `/review/${serial}/vote`, { vote: 'file', text });
    await road.post(cast.luo, `/review/${serial}/vote`, { vote: 'decline', text });
    await road.post(cast.tang, `/review/${serial}/referral`, { reason: '票数相同，请主席团决定。' });
    await road.post(cast.fang, `/review/${serial}/decision`, { outcome: 'file', note: '' });
  }

  /** Declined, looked at once more, and filed after all. */
  private async secondLook(): Promise<void> {
    const { road } = this;
    const serial = await road.underReview();
    await road.post(cast.chen, `/review/${serial}/decision`, DECLINE);
    await road.post(cast.wu, `/proposals/${serial}/second-look`, { reason: '三月装的是另一栋楼。' });
    await road.post(cast.fang, `/review/${serial}/decision`, { outcome: 'file', note: '情况属实。' });
  }

  /** Dissatisfied after the last round: the presidium explains. */
  private async ruling(): Promise<void> {
    await new AfterRoad(this.app).referredToPresidium();
  }
}
