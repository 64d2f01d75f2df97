import { cast, units } from './cast.js';
import { Road } from './road.js';
import type { TestApp } from './test-app.js';

const AWARDS = '/congress/8-3/awards';

/** Days are set, delegations nominate, members score, the chair decides, the notice is handed over; walked through HTTP where one sample and one nomination are enough. */
export class AwardsRoad {
  private readonly road: Road;

  constructor(app: TestApp) {
    this.road = new Road(app);
  }

  async decided(): Promise<void> {
    const { road } = this;
    const best = await road.originOf(await road.rated('satisfied'));
    const other = await road.originOf(await road.filed());
    await road.post(cast.tang, `${AWARDS}/schedule`, { nominateBy: '2026-12-01', scoreBy: '2026-12-15' });
    await road.post(cast.zhao, `${AWARDS}/nominations`, { ref: best, reason: '解决了大家的难处。' });
    await road.post(cast.luo, `${AWARDS}/nominations`, { ref: other, reason: '问题找得准。' });
    const withdrawn = await road.one<string>(
      'select nomination.id as value from award_nomination nomination join proposal on proposal.id = proposal_id where serial = $1',
      other,
    );
    await road.post(cast.luo, `${AWARDS}/nominations/${withdrawn}/removal`);
    await road.post(cast.sun, `${AWARDS}/candidates/${best}`, { score: '90' });
    await road.post(cast.chen, `${AWARDS}/candidates/${best}`, { score: '80' });
    const winner = await road.one<string>('select id as value from proposal where serial = $1', best);
    const citations = { [`citation-${winner}`]: '小切口解决了大问题。', [`citation-${units.hq.id}`]: '件件有回音。' };
    await road.post(cast.chen, `${AWARDS}/decision`, citations);
    const notice = { unitId: units.cw.id, title: '评优公告', body: '优秀提案和先进承办单位。' };
    await road.post(cast.tang, `${AWARDS}/notice`, notice);
  }
}
